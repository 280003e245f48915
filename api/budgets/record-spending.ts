import { ok, refuseWith, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, notFound } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Budget } from './budget.entity.ts';
import { canAgreeBudget } from './budget.policy.ts';
import { lockBudget } from './budget.queries.ts';
import { leftPence, type RecordSpendingErrorCode } from './budget.rules.ts';

export interface RecordSpending {
  readonly budgetId: string;
  /** Paid out of what was left to choose with, in pence; above zero. */
  readonly amountPence: number;
}

/** Records money paid from a budget; for whoever holds the authority's budgets. Never more than is left (rule R9). */
export function recordSpending(ctx: Context, input: RecordSpending): Promise<Result<string, RecordSpendingErrorCode>> {
  return inTransaction<Result<string, RecordSpendingErrorCode>>(ctx, async (tx) => {
    const budget = await lockBudget(tx, input.budgetId);
    if (!budget) throw notFound('budget');
    authorise(canAgreeBudget(tx.viewer, budget), 'Only somebody who holds the budget can record what was paid.');

    const left = leftPence({ ...budget });
    if (!Number.isSafeInteger(input.amountPence) || input.amountPence <= 0 || input.amountPence > left) {
      return refuseWith(
        'AMOUNT_IMPOSSIBLE',
        'The amount must be more than nothing and no more than is left in the budget.',
      );
    }
    await tx.manager.update(Budget, { id: budget.id }, { spentPence: budget.spentPence + input.amountPence });
    await recordEvent(tx, {
      stream: `budget:${budget.id}`,
      type: 'MONEY_SPENT',
      actedAs: ActedAs.BUDGET_HOLDER,
      authorityId: budget.authorityId,
      individualId: budget.individualId,
      data: { budgetId: budget.id, amountPence: input.amountPence },
    });
    return ok(budget.id);
  });
}
