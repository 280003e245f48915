import type { QuarantineReason } from './entry.rules.ts';
import type { Fate } from './import-account.ts';
import { isRaw } from './repair.rules.ts';
import type { Repair } from './repair.rules.ts';
import type { Convert } from './standard-form.rules.ts';
import { lineOf } from './text.rules.ts';

/** What became of one row. */
export interface RowPlaced {
  readonly fate: Fate;
  readonly reason: QuarantineReason | null;
  readonly repairs: readonly Repair[];
  /** The service that it is here; null when it is none, or says what was known. */
  readonly serviceId: string | null;
}

/** By what a row can be known. */
export interface Label {
  /** Identifier in the feed; null when it has none. */
  readonly externalId: string | null;
  readonly name: string | null;
}

/** What became of one row, and which it was. */
export type PlacedRow = RowPlaced & Label;

/** A row that was taken in. */
export function accepted(fate: Fate, repairs: readonly Repair[] = [], serviceId: string | null = null): RowPlaced {
  return { fate, reason: null, repairs, serviceId };
}

/** A row that is kept aside. */
export function refused(reason: QuarantineReason): RowPlaced {
  return { fate: 'quarantined', reason, repairs: [], serviceId: null };
}

/** By what a row can be known that was not read. */
export function labelOf(row: unknown, convert: Convert): Label {
  if (!isRaw(row)) return { externalId: null, name: null };
  const { id, name } = convert(row, () => undefined);
  return { externalId: lineOf(id, () => undefined), name: lineOf(name, () => undefined) };
}
