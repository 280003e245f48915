import type { Transaction } from '../platform/transaction.ts';
import { Budget } from './budget.entity.ts';

/** The individual's budget in force on that day; null when there is none or the viewer may not see it. */
export function findBudgetOn(tx: Transaction, individualId: string, day: string): Promise<Budget | null> {
  return tx.manager
    .createQueryBuilder(Budget, 'budget')
    .where('budget.individualId = :individualId and :day between budget.startsOn and budget.endsOn', {
      individualId,
      day,
    })
    .getOne();
}

/** The budget, locked until the transaction ends; null when the viewer may not see it. */
export function lockBudget(tx: Transaction, budgetId: string): Promise<Budget | null> {
  return tx.manager.findOne(Budget, { where: { id: budgetId }, lock: { mode: 'pessimistic_write' } });
}

/** All periods for which the individual has a budget. */
export function findBudgetsOf(tx: Transaction, individualId: string): Promise<Budget[]> {
  return tx.manager.find(Budget, { where: { individualId } });
}
