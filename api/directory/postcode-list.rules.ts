// A list of postcodes says where each lies; the ONS Postcode Directory is one, with its own names for the columns.
// Its publisher decides; a code that is no longer in use is left out. Row of the list → a placed postcode | why it is left out.

import type { Raw } from './repair.rules.ts';

/** A postcode, or an outward code, and where it lies. */
export interface ListedPostcode {
  readonly code: string;
  readonly outward: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Why a row of a list is left out. */
export type LeftOut = 'ENDED' | 'UNPLACED' | 'UNREADABLE';

const CODES = ['pcds', 'pcd', 'pcd2', 'pcd7', 'pcd8', 'postcode'];
const NORTH = ['lat', 'latitude'];
const EAST = ['long', 'longitude', 'lng'];

/** Whether a table with these headings says where postcodes lie. */
export function isPostcodeList(headings: readonly string[]): boolean {
  const there = new Set(headings.map((heading) => heading.trim().toLowerCase()));
  return [CODES, NORTH, EAST].every((names) => names.some((name) => there.has(name)));
}

/** Reads one row of a list. */
export function readListed(row: Raw): ListedPostcode | LeftOut {
  const compact = cell(row, CODES).toUpperCase().replace(/\s+/g, '');
  const [, outward, inward] = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2})$/.exec(compact) ?? [];
  if (outward === undefined || inward === undefined) return 'UNREADABLE';
  if (cell(row, ['doterm']) !== '') return 'ENDED';

  const latitude = degreesIn(cell(row, NORTH));
  const longitude = degreesIn(cell(row, EAST));
  // 99.999999, 0 stands for “nowhere on the grid”: post boxes, the Isle of Man, the Channel Islands.
  if (latitude === null || longitude === null || latitude < 49 || latitude > 61.5 || longitude < -9 || longitude > 2.5)
    return 'UNPLACED';
  return { code: `${outward} ${inward}`, outward, latitude, longitude };
}

/** The sum of the places of an outward code, from which its middle comes. */
export interface DistrictSum {
  readonly count: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** The sum with one postcode more. */
export function withPostcode(sum: DistrictSum | undefined, { latitude, longitude }: ListedPostcode): DistrictSum {
  const { count, ...earlier } = sum ?? { count: 0, latitude: 0, longitude: 0 };
  return { count: count + 1, latitude: earlier.latitude + latitude, longitude: earlier.longitude + longitude };
}

/** The middle of an outward code. */
export function middleOf(outward: string, { count, latitude, longitude }: DistrictSum): ListedPostcode {
  return { code: outward, outward, latitude: latitude / count, longitude: longitude / count };
}

function cell(row: Raw, names: readonly string[]): string {
  for (const name of names) {
    const value = row[name] ?? row[name.toUpperCase()];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
}

function degreesIn(text: string): number | null {
  const degrees = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(degrees) ? degrees : null;
}
