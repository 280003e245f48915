import type { Transaction } from '../platform/transaction.ts';
import { Budget } from './budget.entity.ts';

/** Which budget pays, and its last day: all that those who negotiate may know of it. */
export interface PayingBudget {
  readonly id: string;
  readonly endsOn: string;
}

/**
 * The budget that pays for the individual on that day, also for those who negotiate without seeing it: whoever writes terms,
 * the same budget stands behind them. Null when there is none.
 */
export async function findBudgetOn(tx: Transaction, individualId: string, day: string): Promise<PayingBudget | null> {
  const rows: PayingBudget[] = await tx.manager.query('select id, ends_on as "endsOn" from access.budget_on($1, $2)', [
    individualId,
    day,
  ]);
  return rows[0] ?? null;
}

/** The budget, locked until the transaction ends; null when the viewer may not see it. */
export function lockBudget(tx: Transaction, budgetId: string): Promise<Budget | null> {
  return tx.manager.findOne(Budget, { where: { id: budgetId }, lock: { mode: 'pessimistic_write' } });
}

/** All periods for which the individual has a budget; no other transaction agrees one until this one ends. */
export async function holdBudgetsOf(tx: Transaction, individualId: string): Promise<Budget[]> {
  await tx.manager.query("select pg_advisory_xact_lock(hashtextextended('budgets:' || $1::text, 0))", [individualId]);
  return tx.manager.find(Budget, { where: { individualId } });
}
