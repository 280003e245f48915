// Postcodes and coordinates out of a feed, or typed by somebody who searches.
// The importer and the search decide. The written value → a place that can be found | null.

import type { Note } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** A UK postcode, or only its outward half. */
export interface Postcode {
  /** "FM3 4QT", or "FM3" when only the outward half is known. */
  readonly code: string;
  readonly outward: string;
}

/** A point on earth in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

// A is a letter, 9 a figure; the six forms of an outward code.
const OUTWARD_FORMS = ['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A'];

/** Reads a postcode or outward code as people type it, with any spacing and case; null when it is neither. */
export function readPostcode(written: string): (Postcode & { readonly wasRepaired: boolean }) | null {
  const compact = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (compact === 'GIR0AA') return { code: 'GIR 0AA', outward: 'GIR', wasRepaired: false };
  return (
    nearest(
      compact,
      OUTWARD_FORMS.map((form) => `${form}9AA`),
    ) ?? nearest(compact, OUTWARD_FORMS, 0)
  );
}

/** A postcode out of a feed; null when there is none that can be read. */
export function postcodeOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note);
  if (line === null) return null;
  const read = readPostcode(line) ?? readOutward(line, note);
  if (read === null) note('POSTCODE_UNREADABLE');
  else if (read.wasRepaired) note('POSTCODE_LETTERS');
  return read?.code ?? null;
}

/** The outward half before a second half that is cut off or too long: “FM3 4”, “FM3 4QTX”. */
function readOutward(line: string, note: Note) {
  const outward = /^([a-z]{1,2}\d[a-z\d]?)\s+\d[a-z\d]*$/i.exec(line)?.[1];
  const read = outward === undefined ? null : readPostcode(outward);
  if (read !== null) note('POSTCODE_PART');
  return read;
}

/** Coordinates out of a feed; null when there are none or they stand for “not known”. */
export function pointOf(latitude: unknown, longitude: unknown, note: Note): Point | null {
  if (isNothing(latitude) && isNothing(longitude)) return null;
  const north = degreesOf(latitude);
  const east = degreesOf(longitude);
  if (north === null || east === null || Math.abs(north) > 90 || Math.abs(east) > 180) {
    note('COORDINATES_UNREADABLE');
    return null;
  }
  if (north === 0 && east === 0) {
    note('COORDINATES_NONE');
    return null;
  }
  if (!isBritish(north, east) && isBritish(east, north)) {
    note('COORDINATES_SWAPPED');
    return { latitude: east, longitude: north };
  }
  return { latitude: north, longitude: east };
}

/** The reading of a form that needs the fewest letters and figures exchanged, O for 0 and I for 1. */
function nearest(compact: string, forms: readonly string[], mostRepairs = 3) {
  const readings = forms
    .filter((form) => form.length === compact.length)
    .map((form) => fitted(compact, form))
    .filter((reading) => reading !== null && reading.repairs <= mostRepairs)
    .sort((a, b) => (a?.repairs ?? 0) - (b?.repairs ?? 0));
  const best = readings[0];
  if (!best) return null;

  const isWhole = best.form.endsWith('9AA');
  const outward = isWhole ? best.text.slice(0, -3) : best.text;
  return { code: isWhole ? `${outward} ${best.text.slice(-3)}` : outward, outward, wasRepaired: best.repairs > 0 };
}

function fitted(compact: string, form: string): { text: string; repairs: number; form: string } | null {
  let text = '';
  for (const [index, wanted] of [...form].entries()) {
    const found = compact[index] ?? '';
    const fits = wanted === '9' ? /\d/.test(found) : /[A-Z]/.test(found);
    const exchanged = wanted === '9' ? { O: '0', I: '1' }[found] : { '0': 'O', '1': 'I' }[found];
    const character = fits ? found : exchanged;
    if (character === undefined) return null;
    text += character;
  }
  const repairs = [...text].filter((character, index) => character !== compact[index]).length;
  return { text, repairs, form };
}

function isNothing(value: unknown): boolean {
  return lineOf(value, () => undefined) === null;
}

function degreesOf(value: unknown): number | null {
  const degrees = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof degrees === 'number' && Number.isFinite(degrees) ? degrees : null;
}

function isBritish(latitude: number, longitude: number): boolean {
  return latitude > 49 && latitude < 61.5 && longitude > -9 && longitude < 2.5;
}
