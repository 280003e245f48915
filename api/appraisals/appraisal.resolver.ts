import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/appraisal.ts';
import { AccessCriterion } from '../../schema/criterion.ts';
import { Outcome } from '../../schema/outcome.ts';
import { problemsOf } from '../common/result.ts';
import { tellCriteria } from '../offers/criterion.rules.ts';
import { knownOfPerson } from '../offers/person-facts.queries.ts';
import { OutcomeState } from '../outcomes/outcome.rules.ts';
import type { OutcomeRow } from '../outcomes/outcome.view.ts';
import type { Context } from '../platform/context.ts';
import { later, read } from '../platform/read/read.ts';
import { addOption } from './add-option.ts';
import { canAppraise, canChooseOption, canRemoveOption } from './appraisal.policy.ts';
import { AppraisalState, MOST_OPTIONS } from './appraisal.rules.ts';
import { type AppraisalRow, appraisalView, type OptionRow } from './appraisal.view.ts';
import { chooseOption } from './choose-option.ts';
import { openAppraisal } from './open-appraisal.ts';
import { OptionKind } from './option.rules.ts';
import { removeOption } from './remove-option.ts';

@Resolver(() => gql.Appraisal)
export class AppraisalResolver {
  @Query(() => gql.Appraisal, {
    nullable: true,
    description: 'Comparison of options of that id; null when absent or not yours to see.',
  })
  appraisal(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the appraisal.' }) id: string,
  ) {
    return read(ctx, appraisalView, info, { id });
  }

  @FieldResolver(() => Boolean)
  viewerCanAddOption(@Ctx() ctx: Context, @Root() row: AppraisalRow) {
    return isOpen(row) && row.addedCount < MOST_OPTIONS && canAppraise(ctx.viewer, row);
  }

  @FieldResolver(() => Boolean)
  viewerCanChoose(@Ctx() ctx: Context, @Root() row: AppraisalRow) {
    return isOpen(row) && canChooseOption(ctx.viewer, row);
  }

  @Mutation(() => gql.OpenAppraisalPayload, {
    description: 'Opens the comparison of options for an agreed outcome, or answers the one that is open.',
  })
  async openAppraisal(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.OpenAppraisalInput, { description: 'What to compare options for.' })
    input: gql.OpenAppraisalInput,
  ) {
    const result = await openAppraisal(ctx, input);
    const appraisal = result.ok ? later(appraisalView, { id: result.value }) : null;
    return { appraisal, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.AddOptionPayload, {
    description: 'Adds a service of the directory, or an idea of your own, to an open comparison.',
  })
  async addOption(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AddOptionInput, { description: 'Option to add.' }) input: gql.AddOptionInput,
  ) {
    return told(input.appraisalId, await addOption(ctx, input));
  }

  @Mutation(() => gql.RemoveOptionPayload, { description: 'Takes an option off an open comparison.' })
  async removeOption(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.RemoveOptionInput, { description: 'Option to take off.' }) input: gql.RemoveOptionInput,
  ) {
    return told(input.appraisalId, await removeOption(ctx, input));
  }

  @Mutation(() => gql.ChooseOptionPayload, {
    description: 'Chooses one option with its reasons; for the person and whoever may bind them.',
  })
  async chooseOption(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ChooseOptionInput, { description: 'Choice and its reasons.' }) input: gql.ChooseOptionInput,
  ) {
    return told(input.appraisalId, await chooseOption(ctx, input));
  }
}

@Resolver(() => gql.Option)
export class OptionResolver {
  @FieldResolver(() => Boolean)
  viewerCanRemove(@Ctx() ctx: Context, @Root() row: OptionRow) {
    const isRemovable = row.appraisalState === AppraisalState.OPEN && row.kind !== OptionKind.CARRY_ON_AS_NOW;
    return isRemovable && canRemoveOption(ctx.viewer, row);
  }
}

@Resolver(() => gql.ListedOption)
export class ListedOptionResolver {
  @FieldResolver(() => [AccessCriterion])
  async criteria(@Ctx() ctx: Context, @Root() { individualId, criteriaSaid }: OptionRow) {
    if (criteriaSaid === null) return [];
    return tellCriteria(criteriaSaid.stated, criteriaSaid, await knownOfPerson(ctx, individualId));
  }
}

@Resolver(() => Outcome)
export class OutcomeAppraisalResolver {
  @FieldResolver(() => Boolean)
  viewerCanAppraise(@Ctx() ctx: Context, @Root() row: OutcomeRow) {
    return row.state === OutcomeState.AGREED && canAppraise(ctx.viewer, row);
  }
}

function isOpen(row: AppraisalRow): boolean {
  return row.state === AppraisalState.OPEN && row.outcomeState === OutcomeState.AGREED;
}

function told(id: string, result: Parameters<typeof problemsOf>[0]) {
  return { appraisal: later(appraisalView, { id }), userErrors: problemsOf(result) };
}
