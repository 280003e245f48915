import { dayAt, daysInclusive } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { badInput } from '../platform/problems.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import { wellFormed } from './text.rules.ts';
import { placeAskedFor, problemOfSearch, readPlace } from './service-search.rules.ts';
import type { PagePlace, Search } from './service-search.rules.ts';

/** One page of what was found, nearest or closest first. */
export interface FoundServices {
  readonly ids: readonly string[];
  /** Miles to each; null when not known or no place was asked for. */
  readonly distances: readonly (number | null)[];
  readonly hasMore: boolean;
  /** At most 10,000; null when not asked for. */
  readonly total: number | null;
  readonly hasAllWords: boolean;
  /** The postcode or outward code that was found; null when none was asked for or it is not known. */
  readonly place: string | null;
  readonly page: PagePlace;
}

const STATEMENT = `select ids, distances, has_more as "hasMore", total, has_all_words as "hasAllWords", place
  from directory.find_services($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Finds one page of services in one statement; throws BAD_USER_INPUT for what only a program could ask. */
export async function findServices(
  ctx: Context,
  search: Search,
  page: { readonly first: number; readonly after: string | null; readonly withTotal: boolean },
): Promise<FoundServices> {
  const problem = problemOfSearch(search);
  if (problem) throw badInput(problem);
  if (page.first < 1 || page.first > 100) throw badInput('`first` must be a whole number from 1 to 100.');

  const place = page.after === null ? { skip: 0, turn: turnOf(ctx) } : readPlace(search, page.after);
  if (place === null) throw badInput('The cursor `after` does not belong to this search.');
  const near = search.near === null ? null : placeAskedFor(search.near);
  if (search.near !== null && near === null) return nothing(place);

  const [found] = await inReadTransaction<Omit<FoundServices, 'page'>>(ctx, {
    name: 'find_services',
    text: STATEMENT,
    values: [
      search.text === null ? null : wellFormed(search.text),
      near?.code ?? null,
      near?.outward ?? null,
      search.withinMiles,
      search.kinds.length > 0 ? search.kinds : null,
      place.turn,
      place.skip,
      page.first,
      page.withTotal,
    ],
  });
  return found ? { ...found, page: place } : nothing(place);
}

/** The shuffle of today: every turn is another order among equals. */
function turnOf(ctx: Context): number {
  return daysInclusive('2026-01-01', dayAt(ctx.now()));
}

function nothing(page: PagePlace): FoundServices {
  return { ids: [], distances: [], hasMore: false, total: 0, hasAllWords: true, place: null, page };
}
