import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { OrganisationKind } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { column } from '../platform/read/view.ts';
import { findServices } from './find-services.ts';
import type { FoundServices } from './find-services.ts';
import { orderInWords, placeAskedFor, placeInWords, unknownPlace, writePlace } from './service-search.rules.ts';
import type { Search } from './service-search.rules.ts';
import { serviceView } from './service.view.ts';

/** What a client may ask for. */
export interface SearchAsked {
  readonly text?: string | null;
  readonly near?: string | null;
  readonly withinMiles?: number | null;
  readonly kinds?: readonly OrganisationKind[] | null;
}

/** Answers a search with two statements: one finds the page, one reads all that was asked about the services on it. */
export async function searchServices(
  ctx: Context,
  info: GraphQLResolveInfo,
  asked: SearchAsked,
  { first, after }: { readonly first: number; readonly after: string | null },
) {
  const search: Search = {
    text: asked.text?.trim() || null,
    near: asked.near?.trim() || null,
    withinMiles: asked.withinMiles ?? null,
    kinds: asked.kinds ?? [],
  };
  const withTotal = isAskedFor(info, 'totalCount');
  const found = await findServices(ctx, search, { first, after: after ?? null, withTotal });
  const edges = found.ids.length > 0 && isAskedFor(info, 'edges') ? await readFound(ctx, info, found) : [];
  const cursors = found.ids.map((_id, index) =>
    writePlace(search, { ...found.page, skip: found.page.skip + index + 1 }),
  );

  return {
    edges: edges.map((edge, index) => ({ ...edge, cursor: cursors[index] })),
    pageInfo: { hasNextPage: found.hasMore, endCursor: cursors.at(-1) ?? null },
    totalCount: found.total ?? 0,
    ...wordsOf(search, found),
  };
}

/** Reads the services that were found, in the order in which they were found. */
async function readFound(ctx: Context, info: GraphQLResolveInfo, found: FoundServices) {
  const { edges } = await readConnection(ctx, serviceView, info, {
    args: { first: found.ids.length },
    join: (t) =>
      sql`join unnest(${found.ids}::uuid[], ${found.distances}::double precision[]) with ordinality as hit (id, miles, place)
        on hit.id = ${t}.id`,
    orderBy: [[column(() => sql`hit.place`, 'integer'), 'asc']],
    edge: { distanceMiles: column(() => sql`round(hit.miles::numeric, 1)::double precision`, 'number') },
  });
  return edges;
}

function wordsOf(search: Search, found: FoundServices) {
  const asked = search.near === null ? null : placeAskedFor(search.near);
  const place = asked && found.place !== null ? placeInWords(asked, found.place) : null;
  return {
    order: orderInWords(search, found.place, found.hasAllWords),
    place,
    placeProblem: search.near !== null && place === null ? unknownPlace(search.near) : null,
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
