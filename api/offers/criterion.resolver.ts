import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/criterion.ts';
import { Service } from '../../schema/service.ts';
import { problemsOf } from '../common/result.ts';
import { RegulatedActivity } from '../directory/registration.rules.ts';
import { serviceView } from '../directory/service.view.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { type Criterion, type SaidOfService, tellCriteria } from './criterion.rules.ts';
import { knownOfPerson } from './person-facts.queries.ts';
import { stateCriteria } from './state-criteria.ts';
import { stateRegulatedCare } from './state-regulated-care.ts';

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
    return tellCriteria(row.statedCriteria, row, known);
  }

  @FieldResolver(() => RegulatedActivity, {
    nullable: true,
    description: 'Care that it is and that needs a registration; null when it is none, or nobody has said.',
  })
  regulatedActivity(@Root() row: { readonly regulatedActivity: RegulatedActivity | null }) {
    return row.regulatedActivity;
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

  @Mutation(() => gql.StateRegulatedCarePayload, {
    description:
      'Says which regulated care a service is, or that it is none; for its own members, but once it is said, for editors of the directory alone.',
  })
  async stateRegulatedCare(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.StateRegulatedCareInput, { description: 'Service and its care.' })
    input: gql.StateRegulatedCareInput,
  ) {
    const result = await stateRegulatedCare(ctx, { ...input, activity: input.activity ?? null });
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }
}
