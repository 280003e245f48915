import type { Context } from '../platform/context.ts';
import { Service } from './service.entity.ts';

/** Identifiers of services by name; of two with one name, either. For a small directory. */
export async function serviceIdsByName(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.source.manager.find(Service, { select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [name, id]));
}
