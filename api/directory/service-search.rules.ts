// A search finds services by words, place and facts, in a neutral order that it states (rule R17).
// Nobody decides the order and nobody can pay for it. What is asked → closest to it first, then nearest; equals shuffled daily.

import type { OutcomeDomain } from '../common/outcome-domain.ts';
import { isId } from '../common/id.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { expressionOfDomain } from './domain-words.rules.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { readPostcode } from './place.rules.ts';
import type { Postcode } from './place.rules.ts';
import { factsAsked, mark } from './search-fact.rules.ts';
import type { FactsAsked } from './search-fact.rules.ts';
import { readWords } from './search-words.rules.ts';
import { wellFormed } from './text.rules.ts';

/** What somebody looks for. */
export interface Search extends FactsAsked {
  readonly text: string | null;
  readonly near: string | null;
  readonly withinMiles: number | null;
  readonly kinds: readonly OrganisationKind[];
  readonly domain: OutcomeDomain | null;
  readonly termIds: readonly string[];
  readonly leaveOutUnknown: boolean;
}

/** Where a page begins: so many services after the first, in the shuffle of that turn. */
export interface PagePlace {
  readonly skip: number;
  readonly turn: number;
}

/** Counting stops here, and so does paging. */
export const MOST_FOUND = 10_000;

const LISTS = { kinds: 5, termIds: 20, days: 7, partsOfDay: 4, languages: 10, access: 9, funding: 5 } as const;

/** What is wrong with a search that only a program could have made; null when nothing is. */
export function problemOfSearch(search: Search): string | null {
  const { text, near, withinMiles, age, mostPence } = search;
  if (text !== null && text.length > 200) return '`text` may have at most 200 characters.';
  if (near !== null && near.length > 60) return '`near` may have at most 60 characters.';
  if (withinMiles !== null && (withinMiles < 1 || withinMiles > 500)) return '`withinMiles` must be from 1 to 500.';
  if (age !== null && (age < 0 || age > 120)) return '`age` must be from 0 to 120.';
  if (mostPence !== null && mostPence < 0) return '`costAtMost` must not be below 0.';
  if (search.languages.some((language) => language.length > 60)) return 'A language may have at most 60 characters.';
  const [list, most] =
    Object.entries(LISTS).find(([name, limit]) => search[name as keyof typeof LISTS].length > limit) ?? [];
  return list === undefined ? null : `\`${list === 'termIds' ? 'terms' : list}\` may name at most ${String(most)}.`;
}

/** The search as the database reads it: every value is a word, a mark or a number. */
export function searchForDatabase(search: Search): Readonly<Record<string, unknown>> {
  const facts = factsAsked(search);
  const postcode = search.near === null ? null : placeAskedFor(search.near);
  const kinds = search.kinds.map((kind) => mark(`K:${kind}`)).join('|');
  const isPlaceNeeded = search.leaveOutUnknown && search.near !== null && search.withinMiles !== null;
  return {
    ...readWords(wellFormed(search.text ?? '')),
    near: search.near === null ? null : wellFormed(search.near),
    nearCode: postcode?.code ?? null,
    nearOutward: postcode?.outward ?? null,
    withinMiles: search.withinMiles,
    frame: [...(kinds === '' ? [] : [kinds]), ...(isPlaceNeeded ? [`!${mark('P:?')}`] : [])],
    domain: search.domain === null ? null : expressionOfDomain(search.domain),
    termIds: search.termIds.filter(isId),
    kept: facts.map(({ kept, sure }) => (search.leaveOutUnknown ? sure : kept)),
    sure: facts.map(({ sure }) => sure),
    mostPence: search.mostPence,
  };
}

/** The postcode that `near` means; null when it is none. Letters and figures are never exchanged for somebody who types. */
export function placeAskedFor(near: string): Postcode | null {
  const read = readPostcode(near);
  return read && !read.wasRepaired ? { code: read.code, outward: read.outward } : null;
}

/** What to tell somebody whose place is not known. */
export function unknownPlace(near: string): string {
  const named = near.trim();
  return placeAskedFor(named) === null
    ? `We do not know the place “${named}”. Try a town or a postcode, or search without it.`
    : `We do not know the postcode “${named.toUpperCase()}”. Check it, or search without it.`;
}

/** How the place was understood: a postcode whole or only its area, or a name as the directory writes it. */
export function placeInWords(asked: Postcode | null, found: string): string {
  return asked === null || found === asked.code ? found : `${found} (we do not know exactly where ${asked.code} is)`;
}

/** The order of the list, in sentences that hold for what was asked. */
export function orderInWords(search: Search, place: string | null, hasAllWords: boolean): string {
  const sentences = [
    hasAllWords ? '' : 'No entry has all of your words, so these have at least one of them.',
    closestInWords(search.text !== null, factsAsked(search).length > 0),
    place === null ? '' : `Nearest to ${place} first.`,
    'Equals are shuffled every day.',
    place === null ? '' : 'Those whose distance is not known come last.',
    'Nobody can pay for a place in this list.',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function closestInWords(hasWords: boolean, hasFacts: boolean): string {
  const byWords =
    'those with your words in their name come first, then in their themes or their provider’s name, then the rest.';
  if (hasWords && hasFacts) return `Those known to fit all you asked come first. Among them, ${byWords}`;
  if (hasWords) return `T${byWords.slice(1)}`;
  return hasFacts ? 'Those known to fit all you asked come first, then the rest.' : '';
}

/** The cursors of so many results of this search, from the first that a page begins with. */
export function writePlaces(search: Search, page: PagePlace, count: number): string[] {
  const mark = markOf(search);
  return Array.from({ length: count }, (_each, index) =>
    Buffer.from(JSON.stringify([mark, page.skip + index + 1, page.turn])).toString('base64url'),
  );
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
  // A cursor outlives the day: its turn stands in it.
  const entries = Object.entries({ ...search, today: null }).sort(([one], [other]) => (one < other ? -1 : 1));
  const values = entries.map(([name, value]) => [
    name,
    Array.isArray(value) ? [...(value as unknown[])].sort() : value,
  ]);
  return exactFingerprintOf(JSON.stringify(values)).toString('base64url').slice(0, 8);
}
