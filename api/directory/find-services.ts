import { dayAt, daysInclusive } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { badInput } from '../platform/problems.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import type { Counts } from './search-facets.rules.ts';
import { problemOfSearch, readPlace, searchForDatabase } from './service-search.rules.ts';
import type { PagePlace, Search } from './service-search.rules.ts';

/** One page of what was found, closest to what was asked first. */
export interface FoundServices {
  readonly ids: readonly string[];
  /** Miles to each; null when not known or no place was asked for. */
  readonly distances: readonly (number | null)[];
  /** Of each, the numbers from 1 of the facts asked for that are not known, with commas; null when no fact was asked for. */
  readonly unknowns: readonly string[] | null;
  readonly hasMore: boolean;
  /** Null when not asked for. */
  readonly counts: Counts | null;
  readonly hasAllWords: boolean;
  /** The words as they were read, when one of them is in no entry; else null. */
  readonly reading: readonly string[] | null;
  /** The place that was found; null when none was asked for or it is not known. */
  readonly place: string | null;
  readonly page: PagePlace;
}

/** Which page, and what is counted with it. */
export interface PageAsked {
  readonly first: number;
  readonly after: string | null;
  readonly withTotal: boolean;
  readonly withFacets: boolean;
}

const STATEMENT = `select ids, distances, unknowns, has_more as "hasMore", counts, has_all_words as "hasAllWords", reading, place
  from directory.find_services($1, $2, $3, $4, $5, $6)`;

/** Finds one page of services in one statement; throws BAD_USER_INPUT for what only a program could ask. */
export async function findServices(ctx: Context, search: Search, page: PageAsked): Promise<FoundServices> {
  const problem = problemOfSearch(search);
  if (problem) throw badInput(problem);
  if (page.first < 1 || page.first > 100) throw badInput('`first` must be a whole number from 1 to 100.');

  const place = page.after === null ? { skip: 0, turn: turnOf(ctx) } : readPlace(search, page.after);
  if (place === null) throw badInput('The cursor `after` does not belong to this search.');

  const [found] = await inReadTransaction<Omit<FoundServices, 'page'>>(ctx, {
    name: 'find_services',
    text: STATEMENT,
    values: [
      JSON.stringify(searchForDatabase(search)),
      place.turn,
      place.skip,
      page.first,
      page.withTotal,
      page.withFacets,
    ],
  });
  if (!found) throw new Error('The search gave no row.');
  return { ...found, page: place };
}

/** The shuffle of today: every turn is another order among equals. */
function turnOf(ctx: Context): number {
  return daysInclusive('2026-01-01', dayAt(ctx.now()));
}
