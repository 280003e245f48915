import { timestampOf } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Transaction } from '../platform/transaction.ts';
import { commitWithoutWaiting, knownByExternalId, letSearchWait, lockFeed } from './directory.queries.ts';
import type { ServiceEntry } from './entry.rules.ts';
import type { Fate } from './import-account.ts';
import type { FeedRun } from './directory.queries.ts';
import { registerOrganisations } from './register-organisations.ts';
import { registerServices } from './register-services.ts';
import type { ServiceToRegister } from './register-services.ts';
import { registerTerms } from './register-terms.ts';
import { quarantineRows } from './quarantine-rows.ts';
import { accepted, refused } from './placed-row.ts';
import type { Label, PlacedRow, RowPlaced } from './placed-row.ts';
import type { OrganisationRow, Read, Reading, RowsRead } from './read-rows.ts';
import { isRaw } from './repair.rules.ts';
import { markStaged } from './staged-row.queries.ts';
import type { TermEntry } from './term.rules.ts';

/** Called in the transaction of a batch with the services that are new or changed, for what later features make of them. */
export type Promote = (tx: Transaction, serviceIds: readonly string[]) => Promise<void>;

/** What a run has met so far: the fingerprint of each identifier, so that a second, different row under it is caught. */
export type Met = Map<string, string>;

/** A batch of rows of one kind. */
export interface Batch {
  readonly run: FeedRun;
  readonly read: Read;
  readonly met: Met;
  readonly promote: Promote;
}

interface Sorted<T> {
  readonly accepted: {
    readonly index: number;
    readonly externalId: string;
    readonly hash: string;
    readonly entry: T;
  }[];
  readonly placed: (RowPlaced | null)[];
  readonly labels: readonly Label[];
}

/** Places every row of a batch in one transaction: accepted, or quarantined with the reason and as it came. */
export async function placeRows(ctx: Context, batch: Batch): Promise<PlacedRow[]> {
  const { placed, met } = await inTransaction(ctx, async (tx) => {
    await commitWithoutWaiting(tx);
    await letSearchWait(tx);
    await lockFeed(tx, batch.run.feedId);
    const met: Met = new Map();
    const placed = await placeKind(tx, batch, met);
    await quarantineRows(
      tx,
      batch.run,
      batch.read.given.map(({ row }) => row),
      placed,
    );
    await markStaged(
      tx,
      batch.run,
      batch.read.given.map(({ position }) => position),
      placed.map(({ fate }) => fate),
    );
    await count(tx, batch, placed);
    return { placed, met };
  });
  for (const [key, hash] of met) batch.met.set(key, hash);
  return placed;
}

function placeKind(tx: Transaction, batch: Batch, met: Met): Promise<PlacedRow[]> {
  const { read } = batch;
  switch (read.kind) {
    case 'SERVICE':
      return placeServices(tx, batch, sort(batch, read, met));
    case 'ORGANISATION':
      return placeOrganisations(tx, batch, sort(batch, read, met));
    case 'TERM':
      return placeTerms(tx, batch, read);
  }
}

async function placeServices(tx: Transaction, batch: Batch, sorted: Sorted<ServiceEntry>): Promise<PlacedRow[]> {
  const { feedId } = batch.run;
  const known = await knownByExternalId(
    tx,
    'service',
    feedId,
    sorted.accepted.map(({ externalId }) => externalId),
  );
  const touched = sorted.accepted.filter(({ externalId, hash }) => known.get(externalId)?.hash !== hash);
  const organisations = await organisationsOf(
    tx,
    feedId,
    touched.map(({ entry }) => entry),
  );

  const services: ServiceToRegister[] = [];
  for (const { index, externalId, hash, entry } of sorted.accepted) {
    const earlier = known.get(externalId);
    const organisationId = organisations.get(entry.organisation.externalId);
    if (earlier?.hash === hash) sorted.placed[index] = accepted('unchanged');
    else if (organisationId === undefined) sorted.placed[index] = refused('ORGANISATION_MISSING');
    else {
      const id = earlier?.id ?? tx.newId();
      services.push({ id, isNew: !earlier, organisationId, hash, entry });
      sorted.placed[index] = accepted(earlier ? 'changed' : 'created', entry.repairs, id);
    }
  }
  await registerServices(tx, feedId, services);
  await batch.promote(
    tx,
    services.map(({ id }) => id),
  );
  return complete(sorted);
}

async function organisationsOf(
  tx: Transaction,
  feedId: string,
  entries: readonly ServiceEntry[],
): Promise<Map<string, string>> {
  const told = entries.map(({ organisation }) => organisation.entry).filter((entry) => entry !== null);
  const registered = await registerOrganisations(tx, feedId, told);
  const named = entries
    .map(({ organisation }) => organisation.externalId)
    .filter((externalId) => !registered.has(externalId));
  const known = await knownByExternalId(tx, 'organisation', feedId, [...new Set(named)]);
  return new Map([...known, ...registered].map(([externalId, { id }]) => [externalId, id]));
}

async function placeOrganisations(
  tx: Transaction,
  batch: Batch,
  sorted: Sorted<OrganisationRow>,
): Promise<PlacedRow[]> {
  const entries = sorted.accepted.map(({ entry: { repairs, ...entry } }) => entry);
  const registered = await registerOrganisations(tx, batch.run.feedId, entries);
  for (const { index, externalId, entry } of sorted.accepted) {
    const fate = registered.get(externalId)?.fate ?? 'unchanged';
    sorted.placed[index] = accepted(fate, fate === 'unchanged' ? [] : entry.repairs);
  }
  return complete(sorted);
}

async function placeTerms(
  tx: Transaction,
  batch: Batch,
  { given, readings, labels }: RowsRead<TermEntry[] | null>,
): Promise<PlacedRow[]> {
  const terms: TermEntry[] = readings.flatMap((entries) => entries ?? []);
  const { feedId } = batch.run;
  const known = await knownByExternalId(
    tx,
    'taxonomy_term',
    feedId,
    terms.map(({ externalId }) => externalId),
  );
  await registerTerms(tx, feedId, terms);
  const fateOf = (entries: TermEntry[] | null, row: unknown): RowPlaced => {
    if (entries === null) return refused(isRaw(row) ? 'NAME_MISSING' : 'NOT_AN_OBJECT');
    return accepted(entries.every(({ externalId }) => known.has(externalId)) ? 'unchanged' : 'created');
  };
  return labels.map((label, index) => ({ ...fateOf(readings[index] ?? null, given[index]?.row), ...label }));
}

/** Sets aside what could not be read and what comes again under the same identifier. */
function sort<T extends { readonly externalId: string }>(
  batch: Batch,
  { readings, labels }: RowsRead<Reading<T>>,
  met: Met,
): Sorted<T> {
  const sorted: Sorted<T> = { accepted: [], placed: readings.map(() => null), labels };
  readings.forEach((reading, index) => {
    if (!reading.ok) {
      sorted.placed[index] = refused(reading.reason);
      return;
    }
    const { value, hash } = reading;
    const key = `${batch.read.kind} ${value.externalId}`;
    const earlier = met.get(key) ?? batch.met.get(key);
    if (earlier === undefined) sorted.accepted.push({ index, externalId: value.externalId, hash, entry: value });
    else sorted.placed[index] = earlier === hash ? accepted('unchanged') : refused('ID_REPEATED');
    if (earlier === undefined) met.set(key, hash);
  });
  return sorted;
}

async function count(tx: Transaction, batch: Batch, placed: readonly PlacedRow[]): Promise<void> {
  const now = timestampOf(tx.now());
  const of = (fate: Fate) => placed.filter((row) => row.fate === fate).length;
  await tx.manager.query(
    `update import_run set worked_at = $7, read_count = read_count + $2, created_count = created_count + $3,
       changed_count = changed_count + $4, unchanged_count = unchanged_count + $5, quarantined_count = quarantined_count + $6
     where id = $1`,
    [batch.run.runId, placed.length, of('created'), of('changed'), of('unchanged'), of('quarantined'), now],
  );
}

function complete({ placed, labels }: Sorted<unknown>): PlacedRow[] {
  return labels.map(({ externalId, name }, index) => ({
    ...(placed[index] ?? refused('NOT_AN_OBJECT')),
    externalId,
    name,
  }));
}
