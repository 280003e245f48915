import { timestampOf } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Transaction } from '../platform/transaction.ts';
import { knownByExternalId, lockFeed } from './directory.queries.ts';
import { readService } from './entry.rules.ts';
import type { QuarantineReason, ServiceEntry } from './entry.rules.ts';
import type { RowKind } from './feed.rules.ts';
import { fingerprintOf } from './fingerprint.rules.ts';
import type { Fate } from './import-account.ts';
import { readOrganisation } from './organisation-entry.rules.ts';
import type { OrganisationEntry } from './organisation-entry.rules.ts';
import type { FeedRun } from './directory.queries.ts';
import { registerOrganisations } from './register-organisations.ts';
import { registerServices } from './register-services.ts';
import type { ServiceToRegister } from './register-services.ts';
import { registerTerms } from './register-terms.ts';
import type { Convert } from './standard-form.rules.ts';
import { quarantineRows } from './quarantine-rows.ts';
import { accepted, labelOf, refused } from './placed-row.ts';
import type { Label, PlacedRow, RowPlaced } from './placed-row.ts';
import { isRaw } from './repair.rules.ts';
import type { Note, Repair } from './repair.rules.ts';
import { lacksFullText } from './shallow-row.rules.ts';
import { markStaged } from './staged-row.queries.ts';
import { readTermRow } from './term.rules.ts';
import type { TermEntry } from './term.rules.ts';

/** Called in the transaction of a batch with the services that are new or changed, for what later features make of them. */
export type Promote = (tx: Transaction, serviceIds: readonly string[]) => Promise<void>;

/** What a run has met so far: the fingerprint of each identifier, so that a second, different row under it is caught. */
export type Met = Map<string, string>;

/** A row that has landed, and how it is brought into the standard form. */
export interface GivenRow {
  readonly position: number;
  readonly row: unknown;
  readonly convert: Convert;
}

/** A batch of rows of one kind. */
export interface Batch {
  readonly run: FeedRun;
  readonly kind: RowKind;
  readonly rows: readonly GivenRow[];
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
    await lockFeed(tx, batch.run.feedId);
    const met: Met = new Map();
    const placed = await placeKind(tx, batch, met);
    await quarantineRows(
      tx,
      batch.run,
      batch.rows.map(({ row }) => row),
      placed,
    );
    await markStaged(
      tx,
      batch.run,
      batch.rows.map(({ position }) => position),
      placed.map(({ fate }) => fate),
    );
    await count(tx, batch, placed);
    return { placed, met };
  });
  for (const [key, hash] of met) batch.met.set(key, hash);
  return placed;
}

function placeKind(tx: Transaction, batch: Batch, met: Met): Promise<PlacedRow[]> {
  switch (batch.kind) {
    case 'SERVICE':
      return placeServices(tx, batch, met);
    case 'ORGANISATION':
      return placeOrganisations(tx, batch, met);
    case 'TERM':
      return placeTerms(tx, batch);
  }
}

async function placeServices(tx: Transaction, batch: Batch, met: Met): Promise<PlacedRow[]> {
  const sorted = sort<ServiceEntry>(batch, met, readServiceRow, ({ repairs, lastModifiedAt, ...content }) => content);
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

async function placeOrganisations(tx: Transaction, batch: Batch, met: Met): Promise<PlacedRow[]> {
  const sorted = sort<OrganisationEntry & { readonly repairs: readonly Repair[] }>(
    batch,
    met,
    readOrganisationRow,
    ({ repairs, ...entry }) => entry,
  );
  const entries = sorted.accepted.map(({ entry: { repairs, ...entry } }) => entry);
  const registered = await registerOrganisations(tx, batch.run.feedId, entries);
  for (const { index, externalId, entry } of sorted.accepted) {
    const fate = registered.get(externalId)?.fate ?? 'unchanged';
    sorted.placed[index] = accepted(fate, fate === 'unchanged' ? [] : entry.repairs);
  }
  return complete(sorted);
}

function readServiceRow({ row, convert }: GivenRow): Reading<ServiceEntry> {
  // What is known of it says more than the line of a list.
  if (isRaw(row) && lacksFullText(row)) return { ok: false, problems: [{ code: 'FULL_TEXT_MISSING' }] };
  return readService(row, convert);
}

function readOrganisationRow({ row, convert }: GivenRow) {
  if (!isRaw(row)) return { ok: false, problems: [{ code: 'NOT_AN_OBJECT' }] } as const;
  const repairs = new Set<Repair>();
  const note: Note = (repair) => repairs.add(repair);
  const entry = readOrganisation(convert(row, note), note);
  if (entry === null) return { ok: false, problems: [{ code: 'NAME_MISSING' }] } as const;
  return { ok: true, value: { ...entry, repairs: [...repairs] } } as const;
}

async function placeTerms(tx: Transaction, batch: Batch): Promise<PlacedRow[]> {
  const read = batch.rows.map(({ row, convert }) => readTermRow(isRaw(row) ? convert(row, () => undefined) : row));
  const terms: TermEntry[] = read.flatMap((entries) => entries ?? []);
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
  return batch.rows.map(({ row, convert }, index) => ({
    ...fateOf(read[index] ?? null, row),
    ...labelOf(row, convert),
  }));
}

type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly { readonly code: QuarantineReason }[] };

/** Reads the rows and sets aside what cannot be read and what comes again under the same identifier. */
function sort<T extends { readonly externalId: string; readonly name: string }>(
  batch: Batch,
  met: Met,
  readRow: (given: GivenRow) => Reading<T>,
  contentOf: (entry: T) => unknown,
): Sorted<T> {
  const readings = batch.rows.map(readRow);
  const labels = batch.rows.map(({ row, convert }, index) => {
    const reading = readings[index];
    return reading?.ok === true ? reading.value : labelOf(row, convert);
  });
  const sorted: Sorted<T> = { accepted: [], placed: batch.rows.map(() => null), labels };
  readings.forEach((reading, index) => {
    if (!reading.ok) {
      sorted.placed[index] = refused(reading.problems[0]?.code ?? 'NOT_AN_OBJECT');
      return;
    }
    const { externalId } = reading.value;
    const hash = fingerprintOf(contentOf(reading.value)).toString('hex');
    const key = `${batch.kind} ${externalId}`;
    const earlier = met.get(key) ?? batch.met.get(key);
    if (earlier === undefined) sorted.accepted.push({ index, externalId, hash, entry: reading.value });
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
