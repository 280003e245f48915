import type { Transaction } from '../platform/transaction.ts';
import { firstOfEach, knownByExternalId, writeRows } from './directory.queries.ts';
import type { TermEntry } from './term.rules.ts';

const COLUMNS = {
  id: 'uuid',
  feed_id: 'uuid',
  external_id: 'text',
  name: 'text',
  taxonomy: 'text',
  parent_external_id: 'text',
};

const ON_CONFLICT = `on conflict (feed_id, external_id) do update set
  name = excluded.name, taxonomy = excluded.taxonomy, parent_external_id = excluded.parent_external_id
  where (taxonomy_term.name, taxonomy_term.taxonomy, taxonomy_term.parent_external_id)
    is distinct from (excluded.name, excluded.taxonomy, excluded.parent_external_id)`;

/** Takes in the terms of a feed; answers the id of each by its identifier in the feed. */
export async function registerTerms(
  tx: Transaction,
  feedId: string,
  entries: readonly TermEntry[],
): Promise<Map<string, string>> {
  const unique = new Map(firstOfEach(entries).map((entry) => [entry.externalId, entry]));
  const known = await knownByExternalId(tx, 'taxonomy_term', feedId, [...unique.keys()]);
  const ids = new Map([...unique.keys()].map((key) => [key, known.get(key)?.id ?? tx.newId()]));

  const rows = [...unique.values()].map(({ externalId, parentExternalId, ...content }) => ({
    id: ids.get(externalId),
    feed_id: feedId,
    external_id: externalId,
    parent_external_id: parentExternalId,
    ...content,
  }));
  await writeRows(tx, { table: 'taxonomy_term', columns: COLUMNS, onConflict: ON_CONFLICT }, rows);
  return ids;
}
