// A view says, as data, how a GraphQL type is read: its table, columns and links. The planner turns it into SQL.
import type { RecordPart } from '../../common/record-part.ts';
import type { Sql } from './sql.ts';

/** How a column leaves the database: `instant` as ISO-8601 UTC with Z, `time` as HH:MM, `decimal` as text, the rest as JSON does. */
export type Kind =
  'plain' | 'uuid' | 'text' | 'integer' | 'number' | 'decimal' | 'boolean' | 'instant' | 'date' | 'time';

/** SQL over the alias of a row: ``(t) => sql`${t}.rate_pence * 2` ``. */
export type Expression = (t: Sql) => Sql;

/** A property of the row: a column's name or an expression, and its kind. */
export interface Column {
  readonly source: string | Expression;
  readonly kind: Kind;
}

/** A column as it may be written in a view; a bare name or expression is of kind `plain` (the key: `uuid`). */
export type ColumnLike = string | Expression | Column;

/** How rows are joined: one column (see `one` and `many`), child columns by parent columns, or a condition over both aliases. */
export type On = string | Readonly<Record<string, string>> | ((t: Sql, parent: Sql) => Sql);

/**
 * One sort key: a property of the view that is listed, or a column of its own. PostgreSQL's order of nulls holds (ascending:
 * last, descending: first); a key that may be null must say `nullable`, or a page after a null would lose rows.
 */
export type SortKey = readonly [by: string | Column, direction: 'asc' | 'desc', nullable?: 'nullable'];

/** The arguments of a field as GraphQL coerced them; a view's author narrows them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each field has arguments of its own, checked by GraphQL
export type Arguments = Readonly<Record<string, any>>;

/** Which rows a link reaches, in what order. */
export interface LinkOptions {
  readonly on: On;
  /** The key of the row is always added as the last sort key. */
  readonly orderBy?: readonly SortKey[] | ((args: Arguments) => readonly SortKey[]);
  /** Further condition; may follow the field's arguments. Arguments go in as parameters by themselves. */
  readonly where?: (t: Sql, args: Arguments) => Sql | null;
  /** Whole join clauses beside the table, for facts about the link: ``(t) => sql`join membership m on m.person_id = ${t}.id` ``. */
  readonly join?: Expression;
}

/** A link to the row of another view. */
export interface Link {
  readonly kind: 'one' | 'many' | 'connection' | 'part';
  readonly to: () => AnyView;
  readonly options: LinkOptions;
  /** Most rows of a plain list. */
  readonly limit: number;
  /** Facts about the link, on the edge of a connection. */
  readonly edge: Readonly<Record<string, Column>>;
  /** For a part: when it is there; null means always. */
  readonly present: Expression | null;
}

/** That a row is part of what is held about an individual: whoever is shown it has looked. */
export interface Personal {
  readonly part: RecordPart;
  /** The property that holds the individual's identifier. */
  readonly of: string;
  /** Whether rows of a list are not counted, only a row that was opened. */
  readonly isOpened?: boolean;
}

/** What an author writes down about a type; see PLANNER in plan.ts for what becomes of it. */
export interface Declaration {
  /** Absent for a view that is only ever a part of another's row. */
  readonly table?: string;
  /** The property that identifies a row; `id` unless said. */
  readonly key?: string;
  /** Properties by name, in the schema or hidden. */
  readonly columns: Readonly<Record<string, ColumnLike>>;
  /** For an interface or a union: the name of the row's object type. */
  readonly typename?: Expression;
  readonly personal?: Personal;
  /** The properties that a field with a resolver of its own needs to find on its parent. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  readonly one?: Readonly<Record<string, Link>>;
  readonly many?: Readonly<Record<string, Link>>;
  readonly connections?: Readonly<Record<string, Link>>;
  readonly parts?: Readonly<Record<string, Link>>;
}

/** What a later feature may add to an earlier type. */
export type Extension = Partial<Omit<Declaration, 'table' | 'key' | 'typename' | 'personal'>>;

/** A planned row: its properties, and its links under keys that no property can have. */
export type Row = Record<string, unknown>;

/** A declaration made ready; `R` is the type of its rows, for those who name it. */
export interface View<R = Row> {
  readonly type: string;
  readonly table: string | null;
  readonly key: string;
  readonly typename: Expression | null;
  readonly personal: Personal | null;
  readonly columns: Map<string, Column>;
  readonly needs: Map<string, readonly string[]>;
  readonly links: Map<string, Link>;
  /** Never there; carries the type of the rows. */
  readonly row?: R;
}

/** A view whose rows are of no matter what type. */
export type AnyView = View<unknown>;

/** A column with a kind: `column('reply_by', 'instant')`, or of an expression. */
export function column(source: string | Expression, kind: Kind = 'plain'): Column {
  return { source, kind };
}

/** A link to at most one row; a bare column name is this row's, joined to the other's key column `id`. */
export function one(to: () => AnyView, on: On, options: Omit<LinkOptions, 'on'> = {}): Link {
  const joinedOn = typeof on === 'string' ? { id: on } : on;
  return link('one', to, { ...options, on: joinedOn });
}

/** A plain list of at most `limit` rows; a bare column name in `on` is the other's, joined to this row's column `id`. */
export function many(to: () => AnyView, options: LinkOptions & { readonly limit: number }): Link {
  return { ...link('many', to, options), limit: options.limit };
}

/** A connection, paged forward by its sort keys; `on` as for `many`; `edge` names facts about the link itself. */
export function connection(
  to: () => AnyView,
  options: LinkOptions & { readonly edge?: Readonly<Record<string, ColumnLike>> },
): Link {
  return { ...link('connection', to, options), edge: asColumns(options.edge ?? {}) };
}

/** An object made of columns of the same row, such as an address; null when `present` says that it is not there. */
export function part(to: () => AnyView, present: Expression | null = null): Link {
  return { ...link('part', to, { on: {} }), present };
}

/** Declares how a GraphQL type is read. */
export function defineView<R = Row>(type: string, declaration: Declaration): View<R> {
  const view: View<R> = {
    type,
    table: declaration.table ?? null,
    key: declaration.key ?? 'id',
    typename: declaration.typename ?? null,
    personal: declaration.personal ?? null,
    columns: new Map(),
    needs: new Map(),
    links: new Map(),
  };
  extendView(view, declaration);
  return view;
}

/** Adds columns, needs and links to a type that an earlier feature declared; throws when a name is taken. */
export function extendView(view: AnyView, extension: Extension): void {
  for (const [property, declared] of Object.entries(extension.columns ?? {})) {
    addOnce(view, view.columns, property, asColumn(declared, property === view.key ? 'uuid' : 'plain'));
  }
  for (const [field, properties] of Object.entries(extension.needs ?? {})) {
    view.needs.set(field, [...(view.needs.get(field) ?? []), ...properties]);
  }
  for (const links of [extension.one, extension.many, extension.connections, extension.parts]) {
    for (const [field, declared] of Object.entries(links ?? {})) addOnce(view, view.links, field, declared);
  }
}

/** Makes columns of what an author may write. */
export function asColumns(declared: Readonly<Record<string, ColumnLike>>): Record<string, Column> {
  return Object.fromEntries(Object.entries(declared).map(([property, written]) => [property, asColumn(written)]));
}

function asColumn(declared: ColumnLike, kind: Kind = 'plain'): Column {
  return typeof declared === 'object' ? declared : column(declared, kind);
}

function link(kind: Link['kind'], to: () => AnyView, options: LinkOptions): Link {
  const on = typeof options.on === 'string' ? { [options.on]: 'id' } : options.on;
  return { kind, to, options: { ...options, on }, limit: 1, edge: {}, present: null };
}

function addOnce<T>(view: AnyView, entries: Map<string, T>, name: string, entry: T): void {
  if (view.columns.has(name) || view.links.has(name)) throw new Error(`${view.type}.${name} is declared twice`);
  entries.set(name, entry);
}
