// Writes a plan as one SQL statement that answers one JSON value in the column "row".
//
// one         (select object from table where …)             a link with an order: the first of several
// many        (select json_agg(object) from (select … order by … limit …))
// connection  {"edges": [{"node", "at", edge facts}], "totalCount"}; "at" holds the sort values, of which cursors are made
// part        an object over the same row
//
// The order and the limit are applied in an inner select, so that objects and the subqueries inside them are made for the
// rows of the page only. Objects of more than 50 properties are joined as text: PostgreSQL takes 100 arguments.
import { rawColumn, shapeOf, Slot, valuesOf, withSlots } from './bind.ts';
import type { Bound, LinkPlan, Order, PagePlan, Plan, RowPlan, Statement } from './tree.ts';
import { joined, named, numbered, quoted, sql, trusted, type Sql } from './sql.ts';
import type { Column, On } from './view.ts';

type BoundOf = (link: LinkPlan) => Bound;
type Pair = readonly [key: string, value: Sql];

const mostPairs = 50;
const mostStatements = 32;
const none = trusted('');

/** The text and the values for one request; the text is written once for each shape of the arguments. */
export function statementFor(plan: Plan, bounds: readonly Bound[]): { text: string; values: unknown[] } {
  const shape = shapeOf(bounds);
  let statement = plan.statements.get(shape);
  if (!statement) {
    statement = write(plan, bounds);
    if (plan.statements.size >= mostStatements) plan.statements.clear();
    plan.statements.set(shape, statement);
  }

  const values = bounds.map(valuesOf);
  const fill = (value: unknown) => (value instanceof Slot ? values[value.link]?.[value.index] : value);
  return { text: statement.text, values: statement.template.map(fill) };
}

function write(plan: Plan, bounds: readonly Bound[]): Statement {
  const bound = new Map(plan.fixed);
  plan.varying.forEach((link, index) => {
    const values = bounds[index];
    if (values) bound.set(link, withSlots(values, index));
  });

  const boundOf = (link: LinkPlan) => {
    const found = bound.get(link);
    if (!found) throw new Error(`${link.place} was not bound`);
    return found;
  };
  const { text, values } = numbered(sql`select ${linkSql(plan.root, null, boundOf)} as "row"`);
  return { text, template: values };
}

function linkSql(plan: LinkPlan, parent: RowPlan | null, boundOf: BoundOf): Sql {
  const { link, row } = plan;
  if (link.kind === 'part') {
    const object = rowObject(row, boundOf);
    return link.present ? sql`case when ${link.present(row.alias)} then ${object} end` : object;
  }

  const bound = boundOf(plan);
  const conditions = [...onSql(link.options.on, row.alias, parent), ...(bound.where ? [sql`(${bound.where})`] : [])];
  const source = sql`${named(row.view.table ?? '')} ${row.alias} ${bound.join ?? none}`;

  if (plan.page) return pageSql(plan, plan.page, bound, source, conditions, boundOf);
  const object = rowObject(row, boundOf);
  if (link.kind === 'many') return sql`(select ${list(object)} from ${cut(row, bound, source, conditions)})`;
  if (bound.order.length > 0) return sql`(select ${object} from ${cut(row, bound, source, conditions)})`;
  return sql`(select ${object} from ${source} ${whereSql(conditions)})`;
}

function pageSql(plan: LinkPlan, page: PagePlan, bound: Bound, source: Sql, conditions: Sql[], boundOf: BoundOf): Sql {
  const { alias } = plan.row;
  const inner = (prefix: string, index: number) => named(`${prefix}_${index}`);
  const pairs: Pair[] = [];

  if (page.hasEdges) {
    const sorted = page.hasCursors
      ? bound.order.map(({ expression }, index) => [inner('sort', index), sql`(${expression})::text`] as const)
      : [];
    const facts = bound.edge.map(([, , expression], index) => [inner('edge', index), expression] as const);
    const edge: Pair[] = bound.edge.map(([property, column], index) => [
      property,
      asJson(column, sql`${alias}.${inner('edge', index)}`),
    ]);
    if (page.hasNodes) edge.push(['node', rowObject(plan.row, boundOf)]);
    if (page.hasCursors)
      edge.push([
        'at',
        sql`json_build_array(${joined(
          sorted.map(([name]) => sql`${alias}.${name}`),
          ', ',
        )})`,
      ]);
    const rows = cut(plan.row, bound, source, [...conditions, ...afterSql(bound)], [...sorted, ...facts]);
    pairs.push(['edges', sql`(select ${list(object(edge))} from ${rows})`]);
  }
  if (page.hasTotal) pairs.push(['totalCount', sql`(select count(*) from ${source} ${whereSql(conditions)})`]);
  return object(pairs);
}

/** The rows of the page under the alias of the row itself, so that what is built upon it need not know. */
function cut(
  { alias }: RowPlan,
  bound: Bound,
  source: Sql,
  conditions: Sql[],
  extra: readonly (readonly [Sql, Sql])[] = [],
): Sql {
  const columns = [sql`${alias}.*`, ...extra.map(([name, expression]) => sql`${expression} as ${name}`)];
  return sql`(select ${joined(columns, ', ')} from ${source} ${whereSql(conditions)} ${orderSql(bound.order)} limit ${bound.take}) ${alias}`;
}

function rowObject({ view, alias, columns, links }: RowPlan, boundOf: BoundOf): Sql {
  const pairs: Pair[] = [];
  if (view.typename) pairs.push(['__typename', view.typename(alias)]);
  for (const property of columns) {
    const column = view.columns.get(property);
    if (column) pairs.push([property, asJson(column, rawColumn(column, alias))]);
  }
  for (const link of links) pairs.push([link.key, linkSql(link, { view, alias, columns, links }, boundOf)]);
  return object(pairs);
}

function object(pairs: readonly Pair[]): Sql {
  if (pairs.length <= mostPairs) {
    return sql`json_build_object(${joined(
      pairs.map(([key, value]) => sql`${quoted(key)}, ${value}`),
      ', ',
    )})`;
  }
  const head = object(pairs.slice(0, mostPairs));
  const tail = object(pairs.slice(mostPairs));
  return sql`(left(${head}::text, -1) || ', ' || substr(${tail}::text, 2))::json`;
}

function list(item: Sql): Sql {
  return sql`coalesce(json_agg(${item}), '[]'::json)`;
}

function asJson({ kind }: Column, raw: Sql): Sql {
  switch (kind) {
    case 'instant':
      return sql`to_char((${raw}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    case 'time':
      return sql`left((${raw})::text, 5)`;
    case 'decimal':
      return sql`(${raw})::text`;
    default:
      return raw;
  }
}

function onSql(on: On, alias: Sql, parent: RowPlan | null): Sql[] {
  if (!parent || typeof on === 'string') return [];
  if (typeof on === 'function') return [sql`(${on(alias, parent.alias)})`];
  return Object.entries(on).map(
    ([column, parentColumn]) => sql`${alias}.${named(column)} = ${parent.alias}.${named(parentColumn)}`,
  );
}

function whereSql(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? none : sql`where ${joined(conditions, ' and ')}`;
}

function orderSql(order: readonly Order[]): Sql {
  if (order.length === 0) return none;
  return sql`order by ${joined(
    order.map(({ expression, direction }) => sql`${expression} ${trusted(direction)}`),
    ', ',
  )}`;
}

/** Rows after a position. One direction and no nulls: a row comparison, which an index answers; else it is written out. */
function afterSql({ order, after }: Bound): Sql[] {
  if (!after) return [];
  const keys = order.map((key, index) => ({ ...key, value: after[index] }));
  const direction = keys[0]?.direction;

  if (keys.every((key) => key.direction === direction && !key.nullable)) {
    const columns = joined(
      keys.map((key) => key.expression),
      ', ',
    );
    const values = joined(
      keys.map((key) => sql`${key.value}`),
      ', ',
    );
    return [sql`(${columns}) ${trusted(direction === 'asc' ? '>' : '<')} (${values})`];
  }

  const steps = keys.flatMap((key, index) => {
    const beyond = beyondSql(key);
    return beyond ? [joined([...keys.slice(0, index).map(equalSql), beyond], ' and ')] : [];
  });
  return [sql`(${joined(steps, ' or ')})`];
}

function equalSql({ expression, value }: Order & { value: unknown }): Sql {
  return value === null ? sql`${expression} is null` : sql`${expression} = ${value}`;
}

/** Ascending, nulls come last; descending, first: PostgreSQL's own order, which its indexes have. */
function beyondSql({ expression, value, direction, nullable }: Order & { value: unknown }): Sql | null {
  if (direction === 'desc') return value === null ? sql`${expression} is not null` : sql`${expression} < ${value}`;
  if (value === null) return null;
  return nullable ? sql`(${expression} > ${value} or ${expression} is null)` : sql`${expression} > ${value}`;
}
