import { isId } from '../common/id.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Outcome } from './outcome.entity.ts';

/** The outcome, locked until the transaction ends; throws NOT_FOUND when absent or hidden. */
export async function lockOutcome(tx: Transaction, outcomeId: string): Promise<Outcome> {
  const found = isId(outcomeId)
    ? await tx.manager.findOne(Outcome, { where: { id: outcomeId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!found) throw notFound('outcome');
  return found;
}

/** The outcome, kept from changing until the transaction ends while others may do the same; throws NOT_FOUND. */
export async function holdOutcome(tx: Transaction, outcomeId: string): Promise<Outcome> {
  const found = await tx.manager.findOne(Outcome, { where: { id: outcomeId }, lock: { mode: 'pessimistic_read' } });
  if (!found) throw notFound('outcome');
  return found;
}

/** Highest priority number among the individual's outcomes; 0 when there are none. */
export async function lastPriorityOf(tx: Transaction, individualId: string): Promise<number> {
  return (await tx.manager.maximum(Outcome, 'priority', { individualId })) ?? 0;
}
