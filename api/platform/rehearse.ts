import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from './context.ts';

/**
 * Does work whose every transaction is undone at the end, so that its answer tells what would happen. Transactions within it
 * see what those before them wrote; nobody else sees anything.
 */
export async function rehearse<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const runner = ctx.db.source.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  let last: Promise<unknown> = Promise.resolve();
  try {
    // There is one connection to share, so they take turns.
    const transaction = (within: (manager: EntityManager) => Promise<unknown>) => {
      const turn = last.then(() => runner.manager.transaction(within));
      last = turn.catch(() => undefined);
      return turn;
    };
    const source = Object.create(ctx.db.source, { transaction: { value: transaction } }) as DataSource;
    return await work({ ...ctx, db: { ...ctx.db, source } });
  } finally {
    await last;
    await runner.rollbackTransaction();
    await runner.release();
  }
}
