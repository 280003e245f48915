import type { Transaction } from '../platform/transaction.ts';
import { firstOfEach, knownByExternalId, overwriting, writeRows } from './directory.queries.ts';
import type { LocationEntry } from './location.rules.ts';

const COLUMNS = {
  id: 'uuid',
  feed_id: 'uuid',
  external_id: 'text',
  type: 'text',
  name: 'text',
  description: 'text',
  latitude: 'double precision',
  longitude: 'double precision',
  address_lines: 'text[]',
  city: 'text',
  county: 'text',
  postcode: 'text',
  country: 'text',
  has_public_address: 'boolean',
};

const FACT_COLUMNS = {
  id: 'uuid',
  location_id: 'uuid',
  position: 'integer',
  description: 'text',
  details: 'text',
  website: 'text',
};

/** Takes in the locations of a feed with their access facts; answers the id of each by its identifier in the feed. */
export async function registerLocations(
  tx: Transaction,
  feedId: string,
  entries: readonly LocationEntry[],
): Promise<Map<string, string>> {
  const unique = new Map(firstOfEach(entries).map((entry) => [entry.externalId, entry]));
  const known = await knownByExternalId(tx, 'location', feedId, [...unique.keys()]);
  const ids = new Map([...unique.keys()].map((key) => [key, known.get(key)?.id ?? tx.newId()]));

  const rows = [...unique.values()].map((entry) => ({
    ...entry,
    id: ids.get(entry.externalId),
    feed_id: feedId,
    external_id: entry.externalId,
    address_lines: entry.addressLines,
    has_public_address: entry.hasPublicAddress,
  }));
  const onConflict = `on conflict (feed_id, external_id) do update set ${overwriting(COLUMNS, ['id', 'feed_id', 'external_id'])}`;
  await writeRows(tx, { table: 'location', columns: COLUMNS, onConflict }, rows);

  if (known.size > 0) {
    await tx.manager.query('delete from accessibility where location_id = any ($1)', [
      [...known.values()].map(({ id }) => id),
    ]);
  }
  const facts = [...unique.values()].flatMap((entry) =>
    entry.accessibility.map((fact, index) => ({
      id: tx.newId(),
      location_id: ids.get(entry.externalId),
      position: index + 1,
      ...fact,
    })),
  );
  await writeRows(tx, { table: 'accessibility', columns: FACT_COLUMNS }, facts);
  return ids;
}
