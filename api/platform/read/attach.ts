import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../context.ts';
import { asConnection } from './page.ts';
import { linkKey } from './plan.ts';
import { loadLink } from './loaders.ts';
import type { AnyView, Link, Row } from './view.ts';

/**
 * Puts a resolver on every field that a view's link covers, in the place of any other, and lets plain rows stand for the
 * types that have a view. Call once, when the schema is built; throws a sentence for a view that does not fit the schema.
 */
export function attachViews(schema: GraphQLSchema, views: readonly AnyView[]): void {
  for (const view of views) {
    checkProperties(view);
    const types = typesOf(schema, view);
    serveTypes(schema, view, types);
    for (const [name, link] of view.links) attachLink(schema, view, types, name, link);
  }
}

/** Fields of viewed types that nothing would answer: no column, no link, no resolver. For a test; `Type.field` each. */
export function uncoveredFields(schema: GraphQLSchema, views: readonly AnyView[]): string[] {
  return views.flatMap((view) =>
    typesOf(schema, view).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !field.resolve && !view.columns.has(field.name))
        .map((field) => `${type.name}.${field.name}`),
    ),
  );
}

function typesOf(schema: GraphQLSchema, view: AnyView): readonly GraphQLObjectType[] {
  const type = schema.getType(view.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  if (isObjectType(type)) return [type];
  throw new Error(`The view ${view.type} has no type of that name in the schema`);
}

function serveTypes(schema: GraphQLSchema, view: AnyView, types: readonly GraphQLObjectType[]): void {
  const type = schema.getType(view.type);
  if (isAbstractType(type)) {
    if (!view.typename) throw new Error(`The view ${view.type} needs a typename: its type is abstract`);
    const otherwise = type.resolveType;
    type.resolveType = (value, ...rest) => {
      const name = isRow(value) ? value['__typename'] : undefined;
      return typeof name === 'string' ? name : otherwise?.(value, ...rest);
    };
  }
  // A schema made of classes asks whether the value is of the class; a planned row is a plain object.
  for (const each of types) each.isTypeOf = undefined;
}

function attachLink(
  schema: GraphQLSchema,
  view: AnyView,
  types: readonly GraphQLObjectType[],
  name: string,
  link: Link,
): void {
  const fields = types.flatMap((type) => type.getFields()[name] ?? []);
  if (fields.length === 0) throw new Error(`${view.type}.${name} is a link, but the schema has no such field`);

  for (const field of fields) {
    const end = link.kind === 'connection' ? nodeTypeOf(field.type) : field.type;
    const reached = end ? getNamedType(end) : null;
    if (!reached || !isServedBy(schema, reached.name, link.to())) {
      throw new Error(`${view.type}.${name} leads to ${link.to().type} in its view, but not in the schema`);
    }
    field.resolve = resolverOf(view, name, link);
  }
}

function resolverOf(view: AnyView, name: string, link: Link): GraphQLFieldResolver<Row, Context> {
  const place = `${view.type}.${name}`;
  const finish = (found: unknown, args: Row) => {
    if (link.kind === 'connection') return asConnection(found, place, link, args);
    return found ?? (link.kind === 'many' ? [] : null);
  };

  return (parent, args: Row, ctx, info) => {
    const found = parent[linkKey(info.path.key)];
    if (found !== undefined) return finish(found, args);

    const own = parent[name];
    if (own !== undefined) return typeof own === 'function' ? own.call(parent, args, ctx, info) : own;

    const key = parent[view.key];
    if (key === undefined || key === null)
      throw new Error(`${place} was reached from a parent without its ${view.key}`);
    return loadLink(ctx, view, link, String(key), info).then((loaded) => finish(loaded, args));
  };
}

function checkProperties(view: AnyView): void {
  const known = (property: string) => view.columns.has(property);
  for (const [field, properties] of view.needs) {
    const unknown = properties.find((property) => !known(property));
    if (unknown !== undefined)
      throw new Error(`${view.type}.${field} needs ${unknown}, which is no property of its view`);
  }
  if (view.links.size > 0 && !known(view.key))
    throw new Error(`The view ${view.type} has links, so it needs the property ${view.key}`);

  for (const [name, link] of view.links) {
    const target = link.to();
    const isPart = link.kind === 'part';
    if (isPart && target.links.size > 0) throw new Error(`${view.type}.${name} is a part, and a part has columns only`);
    if (!isPart && target.table === null)
      throw new Error(`${view.type}.${name} leads to ${target.type}, which has no table`);
    if (link.kind === 'connection' && !target.columns.has(target.key))
      throw new Error(`${target.type} needs a key to be paged`);
    const { orderBy } = link.options;
    const keys = typeof orderBy === 'function' ? [] : (orderBy ?? []);
    const unsorted = keys.find(([by]) => typeof by === 'string' && !target.columns.has(by));
    if (unsorted)
      throw new Error(`${view.type}.${name} is sorted by ${String(unsorted[0])}, which ${target.type} has not`);
  }
}

function nodeTypeOf(connection: GraphQLOutputType): GraphQLOutputType | null {
  const edges = fieldType(connection, 'edges');
  return edges ? fieldType(edges, 'node') : null;
}

function fieldType(type: GraphQLOutputType, name: string): GraphQLOutputType | null {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? (named.getFields()[name]?.type ?? null) : null;
}

function isServedBy(schema: GraphQLSchema, name: string, view: AnyView): boolean {
  if (name === view.type) return true;
  const [type, viewed] = [schema.getType(name), schema.getType(view.type)];
  return isCompositeType(type) && isObjectType(type) && isAbstractType(viewed) && schema.isSubType(viewed, type);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
