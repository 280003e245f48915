// Answers the same schema from rows in memory, field by field, sharing no code with the planner.
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Arguments } from '../../../api/platform/read/view.ts';
import type { Bed, Garden, Keeper, Neighbour, Planting, Remark, Rows } from './rows.ts';
import { setResolvers, typeDefs } from './world.ts';

type Compare<T> = (a: T, b: T) => number;
type Value = string | number | null;

/** The schema with plain resolvers over arrays. */
export function oracleSchema(rows: Rows): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const find = <T extends { id: string }>(table: readonly T[], id: string | null) =>
    table.find((row) => row.id === id) ?? null;
  const sorted = <T>(list: readonly T[], ...keys: Compare<T>[]) => list.toSorted(inOrder(keys));
  const bedsOf = (garden: Garden, sun?: number | null) =>
    rows.bed.filter((bed) => bed.garden_id === garden.id && (typeof sun !== 'number' || (bed.sun ?? -1) >= sun));
  const allGardens = (_: unknown, args: Arguments) => page(rows.garden, gardenOrder(args['order']), args);

  setResolvers(schema, 'Query', {
    garden: (_, { id }) => find(rows.garden, id),
    gardens: allGardens,
    near: (_, args) => {
      const difference = (garden: Garden) => Math.abs(garden.size - args['of']);
      const found = page(rows.garden, [asc(difference), asc((garden) => garden.id)], args);
      const edges = found.edges.map((edge) => ({ ...edge, difference: difference(edge.node) }));
      return { ...found, edges, order: 'nearest size first' };
    },
    keepers: (_, { ids }) =>
      sorted(
        ids ? rows.keeper.filter(({ id }) => ids.includes(id)) : rows.keeper,
        asc((k) => k.name),
      ),
    remark: (_, { id }) => find(rows.remark, id),
    here: () => ({}),
  });
  setResolvers(schema, 'Here', { gardens: allGardens });
  setResolvers(schema, 'Garden', {
    openedOn: (garden: Garden) => garden.opened_on,
    opensAt: (garden: Garden) => garden.opens_at?.slice(0, 5) ?? null,
    tendedAt: (garden: Garden) => garden.tended_at,
    rate: ({ rate }: Garden) => rate,
    label: ({ name, size }: Garden) => `${name} (${size})`,
    busyness: (garden: Garden) => (bedsOf(garden).length > 2 ? 'busy' : 'quiet'),
    address: ({ street, town }: Garden) => (street === null ? null : { street, town }),
    keeper: (garden: Garden) => find(rows.keeper, garden.keeper_id),
    largestBed: (garden: Garden) =>
      sorted(
        bedsOf(garden),
        asc((bed) => bed.sun),
        desc((bed) => bed.number),
      )[0] ?? null,
    firstPlanting: (garden: Garden) => {
      const beds = new Set(bedsOf(garden).map(({ id }) => id));
      const plantings = rows.planting.filter(({ bed_id }) => beds.has(bed_id));
      return (
        sorted(
          plantings,
          asc((p) => p.planted_at),
          asc((p) => p.id),
        )[0] ?? null
      );
    },
    beds: (garden: Garden, args) => page(bedsOf(garden, args['minimumSun']), bedOrder(args['order']), args, rows.bed),
    allBeds: (garden: Garden, args) =>
      sorted(
        bedsOf(garden, args['minimumSun']),
        asc((bed) => bed.number),
      ),
    neighbours: (garden: Garden, args) => {
      const near = rows.neighbour.filter(({ garden_id }) => garden_id === garden.id);
      const asRow = (n: Neighbour) => ({
        ...(find(rows.garden, n.other_id) as Garden),
        metres: n.metres,
        metAt: n.met_at,
      });
      const found = page(near.map(asRow), [asc((n) => n.metres), asc((n) => n.id)], args);
      return {
        ...found,
        edges: found.edges.map((edge) => ({ ...edge, metres: edge.node.metres, metAt: edge.node.metAt })),
      };
    },
    remarks: (garden: Garden) =>
      sorted(
        rows.remark.filter((r) => r.garden_id === garden.id),
        asc((r) => r.id),
      ),
  });
  setResolvers(schema, 'Keeper', {
    mentor: (keeper: Keeper) => find(rows.keeper, keeper.mentor_id),
    favourite: (keeper: Keeper) => find(rows.garden, keeper.favourite_id),
    gardens: (keeper: Keeper, args) =>
      page(
        rows.garden.filter((g) => g.keeper_id === keeper.id),
        [asc((g) => g.name), asc((g) => g.id)],
        args,
      ),
  });
  setResolvers(schema, 'Bed', {
    garden: (bed: Bed) => find(rows.garden, bed.garden_id),
    plantings: (bed: Bed, args) =>
      page(
        rows.planting.filter((p) => p.bed_id === bed.id),
        [desc((p) => p.planted_at), desc((p) => p.id)],
        args,
      ),
  });
  for (const type of ['Flower', 'Vegetable']) {
    setResolvers(schema, type, {
      plantedAt: (planting: Planting) => planting.planted_at,
      bed: (planting: Planting) => find(rows.bed, planting.bed_id),
      [type === 'Flower' ? 'giver' : 'taster']: (planting: Planting) => find(rows.keeper, planting.keeper_id),
    });
  }
  for (const type of ['Praise', 'Complaint']) {
    setResolvers(schema, type, { keeper: (remark: Remark) => find(rows.keeper, remark.keeper_id) });
  }
  return withTypes(schema);
}

function withTypes(schema: GraphQLSchema): GraphQLSchema {
  const resolveType = (type: string, name: (value: never) => string) => {
    Object.assign(schema.getType(type) as object, { resolveType: name });
  };
  resolveType('Planting', ({ petals }: Planting) => (petals === null ? 'Vegetable' : 'Flower'));
  resolveType('Remark', ({ stars }: Remark) => (stars === null ? 'Complaint' : 'Praise'));
  return schema;
}

function gardenOrder(order: string): Compare<Garden>[] {
  if (order === 'OPENED_DESC') return [desc((g) => g.opened_on), desc((g) => g.id)];
  if (order === 'SIZE') return [desc((g) => g.size), asc((g) => g.name), asc((g) => g.id)];
  return [asc((g) => g.name), asc((g) => g.id)];
}

function bedOrder(order: string): Compare<Bed>[] {
  return order === 'SUN_THEN_NUMBER'
    ? [asc((b) => b.sun), desc((b) => b.number), desc((b) => b.id)]
    : [asc((b) => b.number), asc((b) => b.id)];
}

/** A page of a list; the row of the cursor may be one of `known` that this list has not. */
function page<T extends { id: string }>(
  list: readonly T[],
  keys: Compare<T>[],
  args: Arguments,
  known: readonly T[] = list,
) {
  const all = list.toSorted(inOrder(keys));
  const after: string | null = args['after'] ?? null;
  const last = after === null ? undefined : known.find(({ id }) => id === lastOf(after));
  const rest = last ? all.filter((row) => inOrder(keys)(row, last) > 0) : all;
  const nodes = rest.slice(0, args['first'] ?? 20);
  return {
    edges: nodes.map((node) => ({ node, cursor: '' })),
    pageInfo: { hasNextPage: nodes.length < rest.length, hasPreviousPage: after !== null },
    totalCount: all.length,
  };
}

/** The id at the end of a cursor. */
function lastOf(cursor: string): unknown {
  return (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]).at(-1);
}

function inOrder<T>(keys: readonly Compare<T>[]): Compare<T> {
  return (a, b) => keys.map((key) => key(a, b)).find((result) => result !== 0) ?? 0;
}

function asc<T>(by: (row: T) => Value): Compare<T> {
  return (a, b) => compare(by(a), by(b));
}

function desc<T>(by: (row: T) => Value): Compare<T> {
  return (a, b) => compare(by(b), by(a));
}

// As PostgreSQL sorts in the C collation; null is greater than everything.
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
