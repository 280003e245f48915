// A facet tells how many of the services found have a fact, so that a reader knows before narrowing what is left.
// The table of search counts: all that was found, or a fair sample when that is much, and then it says “about”.
// Bits and rows of the count → kinds, days, costs, needs, themes, languages.

import { WEEKDAYS } from '../common/calendar.ts';
import { decimalOf } from '../common/money.ts';
import { OrganisationKind } from '../common/viewer.ts';
import { ACCESS_NEEDS } from './search-fact.rules.ts';

const KINDS = Object.keys(OrganisationKind) as readonly OrganisationKind[];

/** What was counted with a page. */
export interface Counts {
  /** At most 10,000. */
  readonly total: number;
  /** Of them, those that are known to fit all that was asked. */
  readonly sure: number;
  /** Whether a sample was counted; absent unless facets were asked for. */
  readonly isEstimate?: boolean;
  /** Services by the bits of the search table; the three lists are absent unless facets were asked for. */
  readonly bits?: Readonly<Record<string, number>>;
  readonly terms?: readonly { id: string; name: string; taxonomy: string | null; count: number }[];
  readonly languages?: readonly { language: string; count: number }[];
}

/** Costs that a reader may set as the highest, in pence; 0 is free. */
export const COST_STEPS = [0, 500, 1000, 2000, 3000] as const;

const FIRST_DAY = 5;
const FIRST_COST = 12;
const FIRST_NEED = 20;

/** The counts as the API tells them, each list without what nothing has. */
export function facetsOf(counts: Pick<Counts, 'bits' | 'terms' | 'languages' | 'isEstimate'>) {
  const bits = counts.bits ?? {};
  const listOf = <T>(values: readonly T[], first: number) =>
    values.map((value, index) => ({ value, count: bits[String(first + index)] ?? 0 })).filter(({ count }) => count > 0);
  return {
    isEstimate: counts.isEstimate ?? false,
    kinds: listOf(KINDS, 0).map(({ value, count }) => ({ kind: value, count })),
    days: listOf(WEEKDAYS, FIRST_DAY).map(({ value, count }) => ({ day: value, count })),
    costs: listOf(COST_STEPS, FIRST_COST).map(({ value, count }) => ({ costAtMost: decimalOf(value), count })),
    access: listOf(ACCESS_NEEDS, FIRST_NEED).map(({ value, count }) => ({ need: value, count })),
    terms: (counts.terms ?? []).map(({ count, ...term }) => ({ term, count })),
    languages: (counts.languages ?? []).map(({ language, count }) => ({ language: capitalised(language), count })),
  };
}

function capitalised(language: string): string {
  return language.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
