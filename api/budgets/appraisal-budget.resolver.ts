import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import * as appraisals from '../../schema/appraisal.ts';
import * as gql from '../../schema/budget.ts';
import { Money } from '../../schema/money.ts';
import * as people from '../../schema/person.ts';
import { dayAt } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import type { OptionWithBudget, WithBudget } from './appraisal-budget.view.ts';
import { weeklyLeftPence } from './budget.rules.ts';

@Resolver(() => appraisals.Appraisal)
export class AppraisalBudgetResolver {
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Left of the budget for each remaining week; null when there is no budget or it is not yours to see.',
  })
  weeklyBudgetLeft(@Ctx() ctx: Context, @Root() row: WithBudget) {
    return row.budgetState ? weeklyLeftPence(row.budgetState, dayAt(ctx.now())) : null;
  }
}

@Resolver(() => appraisals.Option)
export class OptionBudgetResolver {
  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'Left of the budget for each remaining week with this option; null when its cost or the budget is not known.',
  })
  budgetLeftAfter(@Ctx() ctx: Context, @Root() row: OptionWithBudget) {
    if (!row.budgetState || row.weeklyCost === null) return null;
    return weeklyLeftPence(row.budgetState, dayAt(ctx.now())) - row.weeklyCost;
  }
}

@Resolver(() => people.Individual)
export class IndividualBudgetResolver {
  @FieldResolver(() => gql.Budget, {
    nullable: true,
    description: 'Personal budget in force today; null when there is none or it is not yours to see.',
  })
  budget(): never {
    throw new Error('The link of the view answers this field.');
  }
}
