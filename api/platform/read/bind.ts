// The arguments of one request, made into what a statement needs of them: conditions, order, position and number of rows.
import { getArgumentValues } from 'graphql';
import { badInput } from '../problems.ts';
import { markOf, readCursor, type Position } from './cursor.ts';
import { named, sql, trusted, withValues, type Sql } from './sql.ts';
import type { Bound, LinkPlan, Order, Plan } from './tree.ts';
import type { AnyView, Arguments, Column, Link, SortKey } from './view.ts';

/** Stands in a written statement for a value that each request brings. */
export class Slot {
  constructor(
    readonly link: number,
    readonly index: number,
  ) {}
}

const defaultFirst = 20;
const mostFirst = 100;

/** How many edges are asked for; 20 unless told, and BAD_USER_INPUT outside 1 to 100. */
export function firstOf(args: Arguments): number {
  const first: unknown = args['first'] ?? defaultFirst;
  if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= mostFirst) return first;
  throw badInput(`\`first\` must be a whole number from 1 to ${mostFirst}.`);
}

const fixedMarks = new WeakMap<Link, string>();

/** The mark in the cursors of a list in its present order. */
export function markOfList(place: string, link: Link, args: Arguments): string {
  const known = fixedMarks.get(link);
  if (known !== undefined) return known;

  const keys = sortKeys(link, args);
  const words = keys.map(([by, ...rest]) => [
    typeof by === 'string' ? by : rawColumn(by, trusted('t')).strings.join('?'),
    ...rest,
  ]);
  const mark = markOf(JSON.stringify([place, words]));
  if (typeof link.options.orderBy !== 'function') fixedMarks.set(link, mark);
  return mark;
}

/** Binds every link of a plan whose SQL or values follow the request; `root` carries the request's own conditions. */
export function bindAll(
  plan: Plan,
  root: Link,
  rootArgs: Arguments,
  variables: Readonly<Record<string, unknown>>,
): Bound[] {
  return plan.varying.map((link) => {
    if (!link.asked) return bindLink(link, root, rootArgs);
    return bindLink(link, link.link, getArgumentValues(link.asked.field, link.asked.node, variables));
  });
}

/** Fills the arguments in; throws BAD_USER_INPUT for a bad `first` or cursor. */
export function bindLink(plan: LinkPlan, link: Link, args: Arguments): Bound {
  const { alias, view } = plan.row;
  const isPaged = link.kind === 'connection';
  const order = link.kind === 'part' ? [] : ordersOf(link, args, view, alias);
  return {
    where: link.options.where?.(alias, args) ?? null,
    join: link.options.join?.(alias) ?? null,
    order,
    edge: Object.entries(link.edge)
      .filter(([property]) => plan.page?.edge.has(property))
      .map(([property, column]) => [property, column, rawColumn(column, alias)] as const),
    after: isPaged ? positionOf(plan.place, link, args, order) : null,
    take: isPaged ? firstOf(args) + 1 : link.limit,
  };
}

/** What of a bound link shows in the statement's text: two requests of one shape share a statement. */
export function shapeOf(bounds: readonly Bound[]): string {
  const text = (piece: Sql | null) => piece?.strings.join('?') ?? '';
  return JSON.stringify(
    bounds.map(({ where, join, order, edge, after }) => [
      text(where),
      text(join),
      order.map(({ expression, direction, nullable }) => [text(expression), direction, nullable]),
      edge.map(([property, , expression]) => [property, text(expression)]),
      after?.map((value) => value === null) ?? 0,
    ]),
  );
}

/** The values of a bound link, in the order of its slots. */
export function valuesOf(bound: Bound): unknown[] {
  const pieces = [
    bound.where,
    bound.join,
    ...bound.order.map((order) => order.expression),
    ...bound.edge.map((edge) => edge[2]),
  ];
  const inPieces = pieces.flatMap((piece) => piece?.values ?? []);
  return [...inPieces, ...(bound.after?.filter((value) => value !== null) ?? []), bound.take];
}

/** The same bound link with a slot in the place of each value. */
export function withSlots(bound: Bound, link: number): Bound {
  let index = 0;
  const slot = () => new Slot(link, index++);
  const emptied = (piece: Sql) => withValues(piece, slot);
  return {
    where: bound.where && emptied(bound.where),
    join: bound.join && emptied(bound.join),
    order: bound.order.map((order) => ({ ...order, expression: emptied(order.expression) })),
    edge: bound.edge.map(([property, column, expression]) => [property, column, emptied(expression)] as const),
    after: bound.after?.map((value) => (value === null ? null : slot())) ?? null,
    take: slot(),
  };
}

/** The bare SQL of a column, as it is compared and sorted. */
export function rawColumn(column: Column, alias: Sql): Sql {
  return typeof column.source === 'string' ? sql`${alias}.${named(column.source)}` : column.source(alias);
}

function ordersOf(link: Link, args: Arguments, view: AnyView, alias: Sql): Order[] {
  const keys = sortKeys(link, args);
  const orders = keys.map(([by, direction, nullable]) => {
    const column = typeof by === 'string' ? view.columns.get(by) : by;
    if (!column) throw new Error(`${view.type} has no property ${String(by)} to sort by`);
    return { expression: rawColumn(column, alias), direction, kind: column.kind, nullable: nullable === 'nullable' };
  });

  // The key ends every order, in the direction of the one before, so that one index on (sort key, key) serves both ways.
  const key = view.columns.get(view.key);
  const isOrdered = keys.length > 0 || link.kind !== 'one';
  if (key && isOrdered && !keys.some(([by]) => by === view.key)) {
    const direction = orders.at(-1)?.direction ?? 'asc';
    orders.push({ expression: rawColumn(key, alias), direction, kind: key.kind, nullable: false });
  }
  return orders;
}

/** The sort keys of a list for these arguments, without the key of the row that ends them. */
export function sortKeys(link: Link, args: Arguments): readonly SortKey[] {
  const { orderBy } = link.options;
  return typeof orderBy === 'function' ? orderBy(args) : (orderBy ?? []);
}

function positionOf(place: string, link: Link, args: Arguments, order: readonly Order[]): Position | null {
  const after: unknown = args['after'];
  if (after === undefined || after === null) return null;
  return readCursor(String(after), markOfList(place, link, args), order);
}
