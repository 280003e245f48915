// PLANNER. From the fields that a document asks for to a tree of rows and links; statement.ts writes that tree as one
// SQL statement, bind.ts fills in the arguments of one request.
//
// Grammar of a plan
//   Plan     = Link                      the root: one row, a list or a connection
//   Link     = one Row | many Row | connection [edges Row] [cursors] [total] | part Row
//   Row      = view, columns asked for or needed, Links under '→' + response key
//
// What is planned: a column or a link of the view. A field in `needs` brings in the columns that its own resolver reads.
// Anything else is left out and its resolver runs as usual. Types of an interface or union share one view: fields inside
// fragments on them are planned together. Where one response key then means two things (another field or other
// arguments, possible in fragments on different types or under an aliased `edges`), that link is left to its loader.
//
// Cost. A plan is made once per (operation, place in it, outcome of @include and @skip) and kept as long as the parsed
// operation lives; at most 64 places each. Making one costs about as much as validating the document. Afterwards a read
// costs the arguments' values, one look-up and one statement, whatever the depth. PostgreSQL runs one subquery per link
// and row, so the cost limit at the edge (first multiplied in) bounds the rows of a statement.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  print,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';
import { decidingVariables, fieldsNamed, selectedFields, type Asked } from './selection.ts';
import { trusted, type Sql } from './sql.ts';
import type { LinkPlan, PagePlan, Plan, RowPlan } from './tree.ts';
import type { AnyView, Link } from './view.ts';

/** Whether links are followed in the same statement, or each is left to its loader. */
export type Depth = 'whole' | 'step';

const plansByOperation = new WeakMap<OperationDefinitionNode, { deciding: string[]; plans: Map<string, Plan> }>();
const mostPlans = 64;

/** Where a link's answer stands on its parent's row; no property can have this name. */
export function linkKey(responseKey: string | number): string {
  return `→${responseKey}`;
}

/** The plan for a place in an operation, made by `make` the first time. */
export function planAt(asked: Asked, place: string, make: () => Plan): Plan {
  let known = plansByOperation.get(asked.operation);
  if (!known) {
    known = { deciding: decidingVariables(asked), plans: new Map() };
    plansByOperation.set(asked.operation, known);
  }

  const outcome = known.deciding.map((name) => (asked.variableValues[name] === true ? '1' : '0')).join('');
  const key = `${place} ${outcome}`;
  const plan = known.plans.get(key);
  if (plan) return plan;

  const made = make();
  if (known.plans.size >= mostPlans) known.plans.clear();
  known.plans.set(key, made);
  return made;
}

/** Plans rows and links for one read; aliases are counted through the whole tree. */
export class Planner {
  private aliases = 0;

  constructor(
    private readonly asked: Asked,
    private readonly depth: Depth,
  ) {}

  /** A link with what was asked for behind it; `type` is the named type of its field. */
  link(
    key: string,
    link: Link,
    place: string,
    found: { field: GraphQLField<unknown, unknown> | null; nodes: readonly FieldNode[] },
    type: GraphQLCompositeType,
    parent: Sql | null,
  ): LinkPlan {
    const [node] = found.nodes;
    const asked = found.field && node ? { field: found.field, node } : null;
    const alias = link.kind === 'part' && parent ? parent : this.alias();
    const behind =
      link.kind === 'connection'
        ? this.page(link, type, found.nodes, alias)
        : { row: this.row(link.to(), type, found.nodes, alias), page: null };
    return { key, link, place, asked, ...behind };
  }

  /** The root of a read: what the field itself asks for; its arguments come with each request. */
  root(link: Link, place: string, info: GraphQLResolveInfo): LinkPlan {
    const type = getNamedType(info.returnType);
    if (!isCompositeType(type)) throw new Error(`${place} has no fields to read`);
    return this.link('', link, place, { field: null, nodes: info.fieldNodes }, type, null);
  }

  /** A row that carries its key and one link only: what a loader reads. */
  rowWith(view: AnyView, link: (parent: Sql) => LinkPlan): RowPlan {
    const alias = this.alias();
    return { view, alias, columns: keyOf(view), links: [link(alias)] };
  }

  private row(view: AnyView, type: GraphQLCompositeType, nodes: readonly FieldNode[], alias: Sql): RowPlan {
    const columns = keyOf(view);
    if (view.personal) columns.add(view.personal.of);
    const links: LinkPlan[] = [];

    for (const [responseKey, group] of selectedFields(this.asked, type, nodes)) {
      for (const { name } of group) {
        for (const property of [name.value, ...(view.needs.get(name.value) ?? [])]) {
          if (view.columns.has(property)) columns.add(property);
        }
      }

      const name = this.depth === 'whole' ? commonName(group) : null;
      const link = name === null ? undefined : view.links.get(name);
      const field = name === null ? null : this.fieldOf(type, name);
      const target = field ? getNamedType(field.type) : null;
      if (!link || !isCompositeType(target)) continue;
      const place = `${view.type}.${name}`;
      links.push(this.link(linkKey(responseKey), link, place, { field, nodes: group }, target, alias));
    }

    return { view, alias, columns, links };
  }

  private page(link: Link, type: GraphQLCompositeType, nodes: readonly FieldNode[], alias: Sql) {
    const asked = selectedFields(this.asked, type, nodes);
    const edges = fieldsNamed(asked, 'edges');
    const pageInfo = fieldsNamed(asked, 'pageInfo');
    const edgeType = this.typeOf(type, 'edges');
    const edge = edgeType ? selectedFields(this.asked, edgeType, edges) : new Map<string, FieldNode[]>();
    const node = fieldsNamed(edge, 'node');
    const nodeType = edgeType ? this.typeOf(edgeType, 'node') : null;
    if (!nodeType) throw new Error(`${type.name} is not a connection: it has no edges { node }`);

    const names = new Set([...edge.values()].flat().map(({ name }) => name.value));
    const page: PagePlan = {
      hasEdges: edges.length > 0 || pageInfo.length > 0,
      hasNodes: node.length > 0,
      hasCursors: names.has('cursor') || pageInfo.length > 0,
      hasTotal: fieldsNamed(asked, 'totalCount').length > 0,
      edge: names,
    };
    return { row: this.row(link.to(), nodeType, node, alias), page };
  }

  private fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | null {
    const types = isAbstractType(type) ? [type, ...this.asked.schema.getPossibleTypes(type)] : [type];
    for (const each of types) {
      const field = isObjectType(each) || isInterfaceType(each) ? each.getFields()[name] : undefined;
      if (field) return field;
    }
    return null;
  }

  private typeOf(type: GraphQLCompositeType, name: string): GraphQLCompositeType | null {
    const field = this.fieldOf(type, name);
    const named = field ? getNamedType(field.type) : null;
    return isCompositeType(named) ? named : null;
  }

  private alias(): Sql {
    this.aliases += 1;
    return trusted(`t${this.aliases}`);
  }
}

/** All links of a plan, the root first. */
export function linksOf(root: LinkPlan): LinkPlan[] {
  return [root, ...root.row.links.flatMap(linksOf)];
}

function keyOf(view: AnyView): Set<string> {
  return new Set(view.columns.has(view.key) ? [view.key] : []);
}

function commonName(group: readonly FieldNode[]): string | null {
  const [first, ...others] = group;
  if (!first) return null;
  const same = others.every((node) => node.name.value === first.name.value && written(node) === written(first));
  return same ? first.name.value : null;
}

function written(node: FieldNode): string {
  return (node.arguments ?? []).map(print).sort().join(', ');
}
