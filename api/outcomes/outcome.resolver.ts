import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/outcome.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as people from '../../schema/person.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later, read } from '../platform/read/read.ts';
import { agreeOutcome } from './agree-outcome.ts';
import { canSuggestInPlan } from '../people/individual.policy.ts';
import { canAgreeOutcome, canWithdrawOutcome } from './outcome.policy.ts';
import { OutcomeState } from './outcome.rules.ts';
import { type OutcomeRow, outcomeView } from './outcome.view.ts';
import { stateOutcome } from './state-outcome.ts';
import { withdrawOutcome } from './withdraw-outcome.ts';

@Resolver(() => gql.Outcome)
export class OutcomeResolver {
  @Query(() => gql.Outcome, {
    nullable: true,
    description: 'Outcome of that id; null when absent or not yours to see.',
  })
  outcome(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the outcome.' }) id: string,
  ) {
    return read(ctx, outcomeView, info, { id });
  }

  @FieldResolver(() => Boolean)
  viewerCanAgree(@Ctx() ctx: Context, @Root() row: OutcomeRow) {
    return row.state === OutcomeState.DRAFT && canAgreeOutcome(ctx.viewer, row);
  }

  @FieldResolver(() => Boolean)
  viewerCanWithdraw(@Ctx() ctx: Context, @Root() row: OutcomeRow) {
    return row.state !== OutcomeState.WITHDRAWN && canWithdrawOutcome(ctx.viewer, row);
  }

  @Mutation(() => gql.StateOutcomePayload, {
    description: 'Writes down what a person wants to happen; for the person, people who may suggest, and their broker.',
  })
  async stateOutcome(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.StateOutcomeInput, { description: 'Outcome to write down.' }) input: gql.StateOutcomeInput,
  ) {
    const result = await stateOutcome(ctx, input);
    const outcome = result.ok ? later(outcomeView, { id: result.value }) : null;
    return { outcome, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.AgreeOutcomePayload, {
    description: 'Agrees that an outcome is what the person wants; for the person and whoever may bind them.',
  })
  async agreeOutcome(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AgreeOutcomeInput, { description: 'Outcome to agree.' }) input: gql.AgreeOutcomeInput,
  ) {
    const result = await agreeOutcome(ctx, input);
    return { outcome: later(outcomeView, { id: input.outcomeId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.WithdrawOutcomePayload, {
    description: 'Lets go of an outcome that is no longer wanted; it stays on record.',
  })
  async withdrawOutcome(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.WithdrawOutcomeInput, { description: 'Outcome to let go of.' })
    input: gql.WithdrawOutcomeInput,
  ) {
    const result = await withdrawOutcome(ctx, input);
    return { outcome: later(outcomeView, { id: input.outcomeId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => people.Individual)
export class IndividualOutcomesResolver {
  @FieldResolver(() => Boolean, { description: 'Whether you can write down an outcome for them.' })
  viewerCanStateOutcome(@Ctx() ctx: Context, @Root() row: { readonly id: string; readonly authorityId: string }) {
    return canSuggestInPlan(ctx.viewer, { authorityId: row.authorityId, individualId: row.id });
  }

  @FieldResolver(() => gql.OutcomeConnection, {
    description: 'What they want to happen, in their own order; those withdrawn are among them.',
  })
  outcomes(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}
