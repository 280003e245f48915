import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Service } from './service.entity.ts';

/** The service of that id; null when there is none. */
export async function findService(tx: Transaction, id: string): Promise<Service | null> {
  return tx.manager.findOneBy(Service, { id });
}

/** Identifiers of services by name; of two with one name, either. For a small directory. */
export async function serviceIdsByName(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.source.manager.find(Service, { select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [name, id]));
}
