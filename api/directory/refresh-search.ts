import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { commitWithoutWaiting } from './directory.queries.ts';

/**
 * Makes the search rows that wait, in a transaction of its own. What is left waiting when a process falls over is made by
 * whoever next writes to the directory.
 */
export async function refreshSearch(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await commitWithoutWaiting(tx);
    await tx.manager.query('select directory.refresh_waiting()');
  });
}
