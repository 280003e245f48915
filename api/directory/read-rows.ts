import { setImmediate as others } from 'node:timers/promises';
import { readService } from './entry.rules.ts';
import type { QuarantineReason, ServiceEntry } from './entry.rules.ts';
import type { RowKind } from './feed.rules.ts';
import { fingerprintOf } from './fingerprint.rules.ts';
import { readOrganisation } from './organisation-entry.rules.ts';
import type { OrganisationEntry } from './organisation-entry.rules.ts';
import { labelOf } from './placed-row.ts';
import type { Label } from './placed-row.ts';
import { isRaw } from './repair.rules.ts';
import type { Note, Repair } from './repair.rules.ts';
import { lacksFullText } from './shallow-row.rules.ts';
import type { Convert } from './standard-form.rules.ts';
import { readTermRow } from './term.rules.ts';
import type { TermEntry } from './term.rules.ts';

/** A row that has landed, and how it is brought into the standard form. */
export interface GivenRow {
  readonly position: number;
  readonly row: unknown;
  readonly convert: Convert;
}

/** What was read in a row: an entry with its hexadecimal fingerprint, or why there is none. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly hash: string }
  | { readonly ok: false; readonly reason: QuarantineReason };

/** An organisation by itself, with what was repaired. */
export type OrganisationRow = OrganisationEntry & { readonly repairs: readonly Repair[] };

/** Rows that were read. */
export interface RowsRead<T> {
  readonly given: readonly GivenRow[];
  readonly readings: readonly T[];
  readonly labels: readonly Label[];
}

/** Rows of one kind that were read. */
export type Read =
  | ({ readonly kind: 'SERVICE' } & RowsRead<Reading<ServiceEntry>>)
  | ({ readonly kind: 'ORGANISATION' } & RowsRead<Reading<OrganisationRow>>)
  | ({ readonly kind: 'TERM' } & RowsRead<TermEntry[] | null>);

/** Reads rows of one kind; a few at a time, so that whatever waits for the database meanwhile goes on at once. */
export async function readRows(kind: RowKind, given: readonly GivenRow[]): Promise<Read> {
  switch (kind) {
    case 'SERVICE':
      return { kind, ...(await read(given, readServiceRow, labelOfReading)) };
    case 'ORGANISATION':
      return { kind, ...(await read(given, readOrganisationRow, labelOfReading)) };
    case 'TERM':
      return { kind, ...(await read(given, readTermsOf, () => null)) };
  }
}

const AT_A_TIME = 4;

async function read<T>(
  given: readonly GivenRow[],
  readOne: (given: GivenRow) => T,
  label: (reading: T) => Label | null,
): Promise<RowsRead<T>> {
  const readings: T[] = [];
  for (const [index, row] of given.entries()) {
    if (index % AT_A_TIME === 0) await others();
    readings.push(readOne(row));
  }
  const labels = readings.map((reading, index) => label(reading) ?? labelOfRow(given[index]));
  return { given, readings, labels };
}

function labelOfReading(reading: Reading<Label>): Label | null {
  return reading.ok ? reading.value : null;
}

function labelOfRow(given: GivenRow | undefined): Label {
  return given === undefined ? { externalId: null, name: null } : labelOf(given.row, given.convert);
}

function readServiceRow({ row, convert }: GivenRow): Reading<ServiceEntry> {
  // What is known of it says more than the line of a list.
  if (isRaw(row) && lacksFullText(row)) return { ok: false, reason: 'FULL_TEXT_MISSING' };
  const entry = readService(row, convert);
  if (!entry.ok) return { ok: false, reason: entry.problems[0]?.code ?? 'NOT_AN_OBJECT' };
  const { repairs, lastModifiedAt, ...content } = entry.value;
  return { ok: true, value: entry.value, hash: fingerprintOf(content).toString('hex') };
}

function readOrganisationRow({ row, convert }: GivenRow): Reading<OrganisationRow> {
  if (!isRaw(row)) return { ok: false, reason: 'NOT_AN_OBJECT' };
  const repairs = new Set<Repair>();
  const note: Note = (repair) => repairs.add(repair);
  const entry = readOrganisation(convert(row, note), note);
  if (entry === null) return { ok: false, reason: 'NAME_MISSING' };
  return { ok: true, value: { ...entry, repairs: [...repairs] }, hash: fingerprintOf(entry).toString('hex') };
}

function readTermsOf({ row, convert }: GivenRow): TermEntry[] | null {
  return readTermRow(isRaw(row) ? convert(row, () => undefined) : row);
}
