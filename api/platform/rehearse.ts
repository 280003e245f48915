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
  try {
    const transaction = (within: (manager: EntityManager) => Promise<unknown>) => runner.manager.transaction(within);
    const source = Object.create(ctx.db.source, { transaction: { value: transaction } }) as DataSource;
    return await work({ ...ctx, db: { ...ctx.db, source } });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
