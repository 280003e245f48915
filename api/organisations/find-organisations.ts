import type { Context } from '../platform/context.ts';
import { Organisation } from './organisation.entity.ts';

/** Every organisation that the context may see, by name; of two with one name, either. For a small directory. */
export async function organisationIdsByName(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.source.manager.find(Organisation, { select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [name, id]));
}
