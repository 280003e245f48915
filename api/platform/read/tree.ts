// What a plan is made of: the tree of rows and links, what one request binds to it, and the statements written for it.
import type { FieldNode, GraphQLField } from 'graphql';
import type { Sql } from './sql.ts';
import type { AnyView, Column, Kind, Link } from './view.ts';

/** A row as far as it was asked for. */
export interface RowPlan {
  readonly view: AnyView;
  readonly alias: Sql;
  readonly columns: ReadonlySet<string>;
  readonly links: readonly LinkPlan[];
}

/** Which parts of a connection were asked for. */
export interface PagePlan {
  readonly hasEdges: boolean;
  readonly hasNodes: boolean;
  readonly hasCursors: boolean;
  readonly hasTotal: boolean;
  readonly edge: ReadonlySet<string>;
}

/** A link as it was asked for: the field with its arguments, and the rows behind it. */
export interface LinkPlan {
  /** Where the answer stands on the parent's row. */
  readonly key: string;
  readonly link: Link;
  /** `Type.field`; names the list in its cursors. */
  readonly place: string;
  /** Null for a root, whose arguments come with the request. */
  readonly asked: { readonly field: GraphQLField<unknown, unknown>; readonly node: FieldNode } | null;
  readonly row: RowPlan;
  readonly page: PagePlan | null;
}

/** A planned read with the statements already written for it, by the shape of the arguments. */
export interface Plan {
  readonly root: LinkPlan;
  /** Links whose SQL or values follow the request: the root first, then those with arguments. */
  readonly varying: readonly LinkPlan[];
  readonly fixed: ReadonlyMap<LinkPlan, Bound>;
  readonly statements: Map<string, Statement>;
}

/** One sort key over a row's alias. */
export interface Order {
  readonly expression: Sql;
  readonly direction: 'asc' | 'desc';
  readonly kind: Kind;
  readonly nullable: boolean;
}

/** A link with the arguments of one request filled in. */
export interface Bound {
  readonly where: Sql | null;
  readonly join: Sql | null;
  readonly order: readonly Order[];
  readonly edge: readonly (readonly [property: string, column: Column, expression: Sql])[];
  /** Values of the sort keys after which the page begins, as text or slots; null at the beginning. */
  readonly after: readonly unknown[] | null;
  /** Rows to take: of a connection one more than asked, which tells whether there is a next page. */
  readonly take: unknown;
}

/** A written statement; its template holds constants, and slots for what each request brings. */
export interface Statement {
  readonly text: string;
  readonly template: readonly unknown[];
}
