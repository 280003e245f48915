import type { Transaction } from '../platform/transaction.ts';

/** A feed that is being read. */
export interface FeedRun {
  readonly feedId: string;
  readonly runId: string;
}

/** What the database knows of a row of a feed. */
export interface KnownRow {
  readonly id: string;
  readonly externalId: string;
  /** Hexadecimal; null for what keeps no fingerprint. */
  readonly hash: string | null;
}

const KNOWN = {
  organisation: `select id, external_id as "externalId", encode(content_hash, 'hex') as hash from organisation`,
  service: `select id, external_id as "externalId", encode(content_hash, 'hex') as hash from service`,
  location: 'select id, external_id as "externalId", null as hash from location',
  taxonomy_term: 'select id, external_id as "externalId", null as hash from taxonomy_term',
};

/** Holds the feed for this transaction, so that two imports of it take turns batch by batch. */
export async function lockFeed(tx: Transaction, feedId: string): Promise<void> {
  await tx.manager.query('select from feed where id = $1 for update', [feedId]);
}

/**
 * Lets this transaction end before it is on the disk. Should the machine fall over in that moment, the batch and its account
 * are undone together, and the next import takes it in again; the end of a run waits for the disk, and for all before it.
 */
export async function commitWithoutWaiting(tx: Transaction): Promise<void> {
  await tx.manager.query('set local synchronous_commit = off');
}

/** Lets the search rows of what this transaction touches be made soon after it, by `refreshSearch`. */
export async function letSearchWait(tx: Transaction): Promise<void> {
  await tx.manager.query("set local kith.search_waits = 'on'");
}

/** Those of the feed's rows that are known already, by their identifier in the feed. */
export async function knownByExternalId(
  tx: Transaction,
  table: keyof typeof KNOWN,
  feedId: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownRow>> {
  if (externalIds.length === 0) return new Map();
  const statement = `${KNOWN[table]} where feed_id = $1 and external_id = any ($2)`;
  const rows: KnownRow[] = await tx.manager.query(statement, [feedId, externalIds]);
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Inserts or changes many rows in one statement: `columns` is the record's shape, `rows` have its names as keys. */
export async function writeRows(
  tx: Transaction,
  statement: {
    readonly table: string;
    readonly columns: Readonly<Record<string, string>>;
    readonly onConflict?: string;
  },
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(statement.columns);
  const shape = Object.entries(statement.columns).map(([name, type]) => `${name} ${type === 'bytea' ? 'text' : type}`);
  const values = names.map((name) => (statement.columns[name] === 'bytea' ? `decode(${name}, 'hex')` : name));
  const text = `insert into ${statement.table} (${names.join(', ')})
    select ${values.join(', ')} from jsonb_to_recordset($1::jsonb) as given (${shape.join(', ')})
    ${statement.onConflict ?? ''}`;
  await tx.manager.query(text, [JSON.stringify(rows)]);
}

/** Sets every column but the keys to what was to be inserted. */
export function overwriting(columns: Readonly<Record<string, string>>, except: readonly string[]): string {
  return Object.keys(columns)
    .filter((name) => !except.includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', ');
}

/** The first entry of each identifier: when a feed tells of the same thing twice, what it says first counts. */
export function firstOfEach<T extends { readonly externalId: string }>(entries: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const entry of entries) if (!first.has(entry.externalId)) first.set(entry.externalId, entry);
  return [...first.values()];
}
