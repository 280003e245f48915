import { dayAt } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';

/** What became of the services of a feed that it lists no longer, or again. */
export interface Unlisting {
  readonly unlistedIds: readonly string[];
  readonly relistedIds: readonly string[];
}

/**
 * Marks the services of a feed that it lists no longer; they are kept. Those that it lists again lose the mark. When not all
 * of the feed was read, nothing is taken for gone.
 */
export async function markUnlisted(
  tx: Transaction,
  feedId: string,
  listed: readonly string[],
  isWhole: boolean,
): Promise<Unlisting> {
  const relisted = await changed(
    tx,
    `update service set unlisted_on = null where feed_id = $1 and unlisted_on is not null
       and exists (select from unnest($2::text[]) as listed(external) where listed.external = external_id) returning service.id`,
    [feedId, listed],
  );
  if (!isWhole) return { unlistedIds: [], relistedIds: relisted };
  const unlisted = await changed(
    tx,
    `update service set unlisted_on = $3 where feed_id = $1 and unlisted_on is null
       and not exists (select from unnest($2::text[]) as listed(external) where listed.external = external_id) returning service.id`,
    [feedId, listed, dayAt(tx.now())],
  );
  return { unlistedIds: unlisted, relistedIds: relisted };
}

async function changed(tx: Transaction, statement: string, values: readonly unknown[]): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await tx.manager.query(statement, [...values]);
  return rows.map(({ id }) => id);
}
