import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/budget.ts';
import { Money } from '../../schema/money.ts';
import { dayAt } from '../common/calendar.ts';
import { penceOf } from '../common/money.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { agreeBudget } from './agree-budget.ts';
import { gonePercent, leftPence, paceSentence, spentPercent, weeklyLeftPence } from './budget.rules.ts';
import { type BudgetRow, budgetView, stateOf } from './budget.view.ts';

@Resolver(() => gql.Budget)
export class BudgetResolver {
  @FieldResolver(() => Money)
  left(@Root() row: BudgetRow) {
    return leftPence(stateOf(row));
  }

  @FieldResolver(() => Money)
  weeklyLeft(@Ctx() ctx: Context, @Root() row: BudgetRow) {
    return weeklyLeftPence(stateOf(row), dayAt(ctx.now()));
  }

  @FieldResolver(() => Int)
  spentPercent(@Root() row: BudgetRow) {
    return spentPercent(stateOf(row));
  }

  @FieldResolver(() => Int)
  yearGonePercent(@Ctx() ctx: Context, @Root() row: BudgetRow) {
    return gonePercent(stateOf(row), dayAt(ctx.now()));
  }

  @FieldResolver(() => String)
  paceSentence(@Ctx() ctx: Context, @Root() row: BudgetRow) {
    return paceSentence(stateOf(row), dayAt(ctx.now()));
  }

  @Mutation(() => gql.AgreeBudgetPayload, {
    description: "Agrees an individual's personal budget for a period; for whoever holds the authority's budgets.",
  })
  async agreeBudget(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AgreeBudgetInput, { description: 'Budget to agree.' }) input: gql.AgreeBudgetInput,
  ) {
    const { total, keptBack, ...rest } = input;
    const result = await agreeBudget(ctx, {
      ...rest,
      totalPence: penceOf(total) ?? 0,
      keptBackPence: penceOf(keptBack) ?? 0,
    });
    return { budget: result.ok ? later(budgetView, { id: result.value }) : null, userErrors: problemsOf(result) };
  }
}
