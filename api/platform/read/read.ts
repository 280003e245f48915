// What resolvers call. Each of these reads sends one SQL statement for everything that views cover below the field; see
// plan.ts for the grammar and the cost.
//
// Limits. `first` is 20 unless told, and from 1 to 100; a plain list has the limit that its author states. A row belongs
// to the field it was read for: to hand it on to another field, hand on its key.
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { isOfKind } from './cursor.ts';
import { loadRow } from './loaders.ts';
import { asConnection, type Connection } from './page.ts';
import { planAt, Planner } from './plan.ts';
import { depthOf, keyIn, placeOf, planned, run } from './run.ts';
import {
  asColumns,
  type Arguments,
  type ColumnLike,
  type Expression,
  type Link,
  type LinkOptions,
  type View,
} from './view.ts';

/** Which row: that of a key, or the one that fulfils a condition. */
export type Where = { readonly id: string } | Expression;

/** Which rows, in what order; the key ends every order. */
export interface ListRequest extends Pick<LinkOptions, 'join' | 'orderBy'> {
  readonly where?: { readonly ids: readonly string[] } | Expression;
}

/** A connection's rows, its arguments `first` and `after`, and facts about each edge. */
export interface ConnectionRequest extends ListRequest {
  readonly args: Arguments;
  readonly edge?: Readonly<Record<string, ColumnLike>>;
}

/** Reads one row as the field asks for it; null when it is absent, hidden, or the id cannot be one. */
export async function read<R>(ctx: Context, view: View<R>, info: GraphQLResolveInfo, where: Where): Promise<R | null> {
  const kind = view.columns.get(view.key)?.kind ?? 'plain';
  if (typeof where !== 'function' && !isOfKind(where.id, kind)) return null;
  const condition = typeof where === 'function' ? where : { ids: [where.id] };
  const row = await readRoot(ctx, info, root('one', view, { where: condition }, 1), {});
  return row as R | null;
}

/** Reads a plain list of at most `limit` rows as the field asks for them. */
export async function readMany<R>(
  ctx: Context,
  view: View<R>,
  info: GraphQLResolveInfo,
  request: ListRequest & { readonly limit: number },
): Promise<R[]> {
  const rows = await readRoot(ctx, info, root('many', view, request, request.limit), {});
  return rows as R[];
}

/** Reads a connection; BAD_USER_INPUT for a bad `first` or a cursor of another list. */
export async function readConnection<R>(
  ctx: Context,
  view: View<R>,
  info: GraphQLResolveInfo,
  request: ConnectionRequest,
): Promise<Connection<R>> {
  const link = { ...root('connection', view, request, 1), edge: asColumns(request.edge ?? {}) };
  const found = await readRoot(ctx, info, link, request.args);
  return asConnection(found, listName(info), link, request.args) as Connection<R>;
}

/** Reads one row by its key together with all others asked for at the same place: for a field that finds keys in its own way. */
export async function load<R>(ctx: Context, view: View<R>, info: GraphQLResolveInfo, key: string): Promise<R | null> {
  return (await loadRow(ctx, view, key, info)) as R | null;
}

/**
 * A property of a payload that reads itself when the field is asked for, by the selection under that field's own alias:
 * `{ agreement: later(agreementView, { id }), userErrors }`. GraphQL's default resolver calls it.
 */
export function later<R>(
  view: View<R>,
  where: Where,
): (args: unknown, ctx: Context, info: GraphQLResolveInfo) => Promise<R | null> {
  return (_args, ctx, info) => read(ctx, view, info, where);
}

async function readRoot(ctx: Context, info: GraphQLResolveInfo, link: Link, args: Arguments): Promise<unknown> {
  const depth = depthOf(ctx);
  const view = link.to();
  const place = `${link.kind} ${view.type} ${depth} ${placeOf(info)}`;
  const plan = planAt(info, place, () => planned(new Planner(info, depth).root(link, listName(info), info)));
  return run(ctx, plan, link, args, info.variableValues);
}

function root<R>(kind: Link['kind'], view: View<R>, { where, join, orderBy }: ListRequest, limit: number): Link {
  const condition = typeof where === 'object' ? (t: Parameters<Expression>[0]) => keyIn(view, t, where.ids) : where;
  return { kind, to: () => view, options: { on: {}, where: condition, join, orderBy }, limit, edge: {}, present: null };
}

function listName(info: GraphQLResolveInfo): string {
  return `${info.parentType.name}.${info.fieldName}`;
}
