import { firstOf, markOfList, sortKeys } from './bind.ts';
import { writeCursor, type Position } from './cursor.ts';
import type { Arguments, Link } from './view.ts';

/** A connection as GraphQL clients know it; what was not asked for may be missing. */
export interface Connection<R> {
  readonly edges: readonly { readonly node: R; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

interface FoundPage {
  readonly edges?: readonly FoundEdge[];
  readonly totalCount?: number;
}

interface FoundEdge {
  readonly node: unknown;
  readonly at?: Position;
  cursor?: string;
}

/** Makes a connection of what its statement found: cuts the row too many, and writes the cursors. */
export function asConnection(found: unknown, place: string, link: Link, args: Arguments): Connection<unknown> {
  const { edges: all = [], totalCount = 0 } = (found ?? {}) as FoundPage;
  const first = firstOf(args);
  const edges = all.length > first ? all.slice(0, first) : all;

  if (edges[0]?.at) {
    const mark = markOfList(place, link, args);
    const keys = sortKeys(link, args);
    for (const edge of edges) {
      const position = edge.at ?? [];
      const gap = keys.findIndex(([, , nullable], index) => position[index] === null && nullable !== 'nullable');
      if (gap >= 0) throw new Error(`Sort key ${gap + 1} of ${place} is null: declare it nullable`);
      edge.cursor = writeCursor(mark, position);
    }
  }

  return {
    edges: edges as Connection<unknown>['edges'],
    pageInfo: {
      hasNextPage: all.length > first,
      hasPreviousPage: args['after'] !== undefined && args['after'] !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
