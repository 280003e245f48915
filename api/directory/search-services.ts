import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { dayAt, type Weekday } from '../common/calendar.ts';
import { penceOf } from '../common/money.ts';
import type { OutcomeDomain } from '../common/outcome-domain.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { column } from '../platform/read/view.ts';
import { findServices } from './find-services.ts';
import type { FoundServices } from './find-services.ts';
import { DISTANCE_NOT_KNOWN, factsAsked } from './search-fact.rules.ts';
import type { AccessNeed, DayPart } from './search-fact.rules.ts';
import { facetsOf } from './search-facets.rules.ts';
import { readingInWords } from './search-words.rules.ts';
import { orderInWords, placeAskedFor, placeInWords, unknownPlace, writePlaces } from './service-search.rules.ts';
import type { Search } from './service-search.rules.ts';
import { serviceView } from './service.view.ts';

/** What a client may ask for. */
export interface SearchAsked {
  readonly text?: string | null;
  readonly near?: string | null;
  readonly withinMiles?: number | null;
  readonly kinds?: readonly OrganisationKind[] | null;
  readonly domain?: OutcomeDomain | null;
  readonly terms?: readonly string[] | null;
  readonly age?: number | null;
  readonly days?: readonly Weekday[] | null;
  readonly partsOfDay?: readonly DayPart[] | null;
  readonly languages?: readonly string[] | null;
  readonly access?: readonly AccessNeed[] | null;
  readonly costAtMost?: string | null;
  readonly funding?: readonly string[] | null;
  readonly hasCapacity?: boolean | null;
  readonly leaveOutUnknown?: boolean | null;
}

/** Answers a search with two statements: one finds and counts, one reads all that was asked about the services on the page. */
export async function searchServices(
  ctx: Context,
  info: GraphQLResolveInfo,
  asked: SearchAsked,
  { first, after }: { readonly first: number; readonly after: string | null },
) {
  const search = searchOf(asked, dayAt(ctx.now()));
  const found = await findServices(ctx, search, {
    first,
    after: after ?? null,
    withTotal: isAskedFor(info, 'totalCount') || isAskedFor(info, 'knownCount'),
    withFacets: isAskedFor(info, 'facets'),
  });
  const edges = found.ids.length > 0 && isAskedFor(info, 'edges') ? await readFound(ctx, info, search, found) : [];
  const cursors = writePlaces(search, found.page, found.ids.length);

  return {
    edges: edges.map((edge, index) => ({ ...edge, cursor: cursors[index] })),
    pageInfo: { hasNextPage: found.hasMore, endCursor: cursors.at(-1) ?? null },
    totalCount: found.counts?.total ?? 0,
    knownCount: found.counts?.sure ?? 0,
    facets: facetsOf(found.counts ?? {}),
    ...wordsOf(search, found),
  };
}

function searchOf(asked: SearchAsked, today: string): Search {
  return {
    text: asked.text?.trim() || null,
    near: asked.near?.trim() || null,
    withinMiles: asked.withinMiles ?? null,
    kinds: asked.kinds ?? [],
    domain: asked.domain ?? null,
    termIds: asked.terms ?? [],
    age: asked.age ?? null,
    days: asked.days ?? [],
    partsOfDay: asked.partsOfDay ?? [],
    languages: asked.languages ?? [],
    access: asked.access ?? [],
    mostPence: asked.costAtMost ? penceOf(asked.costAtMost) : null,
    funding: asked.funding ?? [],
    hasCapacity: asked.hasCapacity ?? false,
    today,
    leaveOutUnknown: asked.leaveOutUnknown ?? false,
  };
}

/** Reads the services that were found, in the order in which they were found. */
async function readFound(ctx: Context, info: GraphQLResolveInfo, search: Search, found: FoundServices) {
  const unknowns = unknownsOf(search, found).map((list) => JSON.stringify(list));
  const { edges } = await readConnection(ctx, serviceView, info, {
    args: { first: found.ids.length },
    join: (t) =>
      sql`join unnest(${found.ids}::uuid[], ${found.distances}::double precision[], ${unknowns}::json[])
        with ordinality as hit (id, miles, unknowns, place) on hit.id = ${t}.id`,
    orderBy: [[column(() => sql`hit.place`, 'integer'), 'asc']],
    edge: {
      distanceMiles: column(() => sql`round(hit.miles::numeric, 1)::double precision`, 'number'),
      unknowns: column(() => sql`hit.unknowns`),
    },
  });
  return edges;
}

/** For each service found, what was asked and is not known. */
function unknownsOf(search: Search, found: FoundServices) {
  const facts = factsAsked(search);
  return found.ids.map((_id, index) => {
    const numbers = (found.unknowns?.[index] ?? '').split(',').filter((number) => number !== '');
    const missing = numbers.flatMap((number) => facts[Number(number) - 1] ?? []);
    const isUnplaced = search.near !== null && search.withinMiles !== null && found.distances[index] === null;
    return [...missing.map(({ fact, sentence }) => ({ fact, sentence })), ...(isUnplaced ? [DISTANCE_NOT_KNOWN] : [])];
  });
}

function wordsOf(search: Search, found: FoundServices) {
  const asked = search.near === null ? null : placeAskedFor(search.near);
  const place = found.place === null ? null : placeInWords(asked, found.place);
  return {
    order: orderInWords(search, found.place, found.hasAllWords),
    place,
    placeProblem: search.near !== null && place === null ? unknownPlace(search.near) : null,
    readAs: found.reading === null ? null : readingInWords(found.reading),
  };
}

/** Whether a field of the result is in the operation at all; what a condition leaves out may be fetched in vain, never missed. */
function isAskedFor(info: GraphQLResolveInfo, name: string): boolean {
  const has = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === 'Field') return selection.name.value === name;
      if (selection.kind === 'InlineFragment') return has(selection.selectionSet);
      return has(info.fragments[selection.name.value]?.selectionSet);
    });
  return info.fieldNodes.some((node) => has(node.selectionSet));
}
