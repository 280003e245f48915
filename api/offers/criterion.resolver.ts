import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/criterion.ts';
import { Service } from '../../schema/service.ts';
import { problemsOf } from '../common/result.ts';
import { serviceView } from '../directory/service.view.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { answerInWords, criteriaSaid, type Criterion, holdAgainst, type SaidOfService } from './criterion.rules.ts';
import { knownOfPerson } from './person-facts.queries.ts';
import { stateCriteria } from './state-criteria.ts';

@Resolver(() => Service)
export class ServiceCriteriaResolver {
  @FieldResolver(() => [gql.AccessCriterion], {
    description:
      'Who can use it: what its organisation or an editor states, then what follows from the entry; at most 32. Nothing here hides a service.',
  })
  async criteria(
    @Ctx() ctx: Context,
    @Root() row: SaidOfService & { readonly statedCriteria: readonly Criterion[] },
    @Arg('individualId', () => ID, {
      nullable: true,
      description: 'Individual to hold the rules against, whose plan you share.',
    })
    individualId?: string | null,
  ) {
    const known = individualId ? await knownOfPerson(ctx, individualId) : null;
    return [...row.statedCriteria, ...criteriaSaid(row)].map((criterion) => {
      const held = known ? holdAgainst(criterion, known) : null;
      return {
        ...criterion,
        answer: held?.answer ?? null,
        answerSentence: held ? answerInWords(criterion, held.answer) : null,
        factsUsed: held?.used ?? [],
      };
    });
  }

  @Mutation(() => gql.StateCriteriaPayload, {
    description: 'States who can use a service; for members of its organisation and editors of the directory.',
  })
  async stateCriteria(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.StateCriteriaInput, { description: 'Service and rules.' }) input: gql.StateCriteriaInput,
  ) {
    const result = await stateCriteria(ctx, input);
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }
}
