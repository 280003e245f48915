// A search finds services by words, place and kind, in a neutral order that it states (rule R17).
// Nobody decides the order and nobody can pay for it. Words and place → nearest first, else closest to the words; ties shuffled daily.

import type { OrganisationKind } from '../common/viewer.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { readPostcode } from './place.rules.ts';
import type { Postcode } from './place.rules.ts';

/** What somebody looks for. */
export interface Search {
  readonly text: string | null;
  readonly near: string | null;
  readonly withinMiles: number | null;
  readonly kinds: readonly OrganisationKind[];
}

/** Where a page begins: so many services after the first, in the shuffle of that turn. */
export interface PagePlace {
  readonly skip: number;
  readonly turn: number;
}

/** Counting stops here, and so does paging. */
export const MOST_FOUND = 10_000;

/** What is wrong with a search that only a program could have made; null when nothing is. */
export function problemOfSearch(search: Search): string | null {
  if (search.text !== null && search.text.length > 200) return '`text` may have at most 200 characters.';
  if (search.near !== null && search.near.length > 20) return '`near` may have at most 20 characters.';
  if (search.kinds.length > 5) return '`kinds` may name at most 5 kinds.';
  const { withinMiles } = search;
  if (withinMiles !== null && (withinMiles < 1 || withinMiles > 500)) return '`withinMiles` must be from 1 to 500.';
  return null;
}

/** The postcode that `near` means; null when it is none. Letters and figures are never exchanged for somebody who types. */
export function placeAskedFor(near: string): Postcode | null {
  const read = readPostcode(near);
  return read && !read.wasRepaired ? { code: read.code, outward: read.outward } : null;
}

/** What to tell somebody whose place is not known. */
export function unknownPlace(near: string): string {
  return `We do not know the postcode “${near.trim().toUpperCase()}”. Check it, or search without it.`;
}

/** How the place was understood: whole, or only its area. */
export function placeInWords(asked: Postcode, found: string): string {
  return found === asked.code ? found : `${found} (we do not know exactly where ${asked.code} is)`;
}

/** The order of the list, in sentences that hold for what was asked. */
export function orderInWords(
  search: Pick<Search, 'text' | 'withinMiles'>,
  place: string | null,
  hasAllWords: boolean,
): string {
  const loose = hasAllWords ? '' : 'No entry has all of your words, so these have at least one of them. ';
  const shuffled = 'Nobody can pay for a place in this list.';
  if (place !== null) {
    const unknown = search.withinMiles === null ? ' Those whose distance is not known come last.' : '';
    return `${loose}Nearest to ${place} first; equally near ones are shuffled every day.${unknown} ${shuffled}`;
  }
  if (search.text !== null)
    return `${loose}Closest to your words first; equally close ones are shuffled every day. ${shuffled}`;
  return `Shuffled every day. ${shuffled}`;
}

/** The cursor of a place in the list of this search. */
export function writePlace(search: Search, place: PagePlace): string {
  return Buffer.from(JSON.stringify([markOf(search), place.skip, place.turn])).toString('base64url');
}

/** The place that a cursor of this search stands for; null when it is none, or one of another search. */
export function readPlace(search: Search, cursor: string): PagePlace | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return null;
    const [mark, skip, turn] = read as unknown[];
    const isPlace =
      Number.isSafeInteger(skip) && Number.isSafeInteger(turn) && Number(skip) >= 1 && Number(skip) <= MOST_FOUND;
    return mark === markOf(search) && isPlace ? { skip: Number(skip), turn: Number(turn) } : null;
  } catch {
    return null;
  }
}

function markOf(search: Search): string {
  const { text, near, withinMiles, kinds } = search;
  return exactFingerprintOf(JSON.stringify([text, near, withinMiles, [...kinds].sort()]))
    .toString('base64url')
    .slice(0, 8);
}
