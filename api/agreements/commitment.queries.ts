import { lockBudget } from '../budgets/budget.queries.ts';
import { exceedsSentence, fits } from '../budgets/budget.rules.ts';
import { ok, refuseWith, type Result } from '../common/result.ts';
import { authorise } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { Agreement } from './agreement.entity.ts';
import { Commitment } from './commitment.entity.ts';
import { costBetweenPence, costedUntil } from './terms-cost.rules.ts';
import type { Terms } from './terms.entity.ts';

/**
 * Speaks for the cost of terms in the budget as soon as the individual's side accepts them, by accepting or by writing them
 * (rule R8); refuses what does not fit (rule R9). The agreement is locked before the budget, always, so that two acceptances
 * cannot wait on each other. The budget's own CHECK refuses an overspend even if this did not.
 */
export async function promiseCost(
  tx: Transaction,
  row: Pick<Agreement, 'authorityId' | 'id' | 'individualId' | 'budgetId'>,
  terms: Terms,
): Promise<Result<null, 'BUDGET_EXCEEDED'>> {
  if (row.budgetId === null) return ok(null);
  const budget = await lockBudget(tx, row.budgetId);
  authorise(budget !== null, 'You cannot accept for this budget. Ask the person whose budget it is.');
  if (!budget) return ok(null);

  const earlier = await tx.manager.findOneBy(Commitment, { agreementId: row.id });
  const amountPence = costBetweenPence(terms, terms.startsOn, costedUntil(terms, budget.endsOn));
  if (!fits(budget, amountPence, earlier?.amountPence ?? 0)) {
    return refuseWith('BUDGET_EXCEEDED', exceedsSentence(budget, amountPence, earlier?.amountPence ?? 0));
  }
  const { authorityId, id: agreementId, individualId } = row;
  await tx.manager.upsert(
    Commitment,
    { authorityId, agreementId, individualId, budgetId: budget.id, termsId: terms.id, amountPence },
    ['authorityId', 'agreementId'],
  );
  return ok(null);
}
