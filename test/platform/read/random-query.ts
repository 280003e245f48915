// Writes random valid queries over a schema: nesting, arguments, aliases, fragments, @include and @skip, __typename.
import {
  getNamedType,
  GraphQLObjectType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLUnionType,
} from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType;

/** Values that arguments are taken from, by `Type.field` and argument; `after` by the order it belongs to. */
export interface Pool {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

/** A number from 0 to `below` - 1, chosen by the test. */
export type Choose = (below: number) => number;

const maybe = ['@include(if: $yes)', '@include(if: $no)', '@skip(if: $yes)', '@skip(if: $no)', '@include(if: true)'];

/** A query with its fragments; it declares the variables of `queryVariables`. */
export function randomQuery(schema: GraphQLSchema, pool: Pool, choose: Choose): string {
  const writer = new Writer(schema, pool, choose);
  const body = writer.selection(schema.getQueryType() as GraphQLObjectType, 4);
  return [`query Random($yes: Boolean!, $no: Boolean!, $few: Int, $sun: Int) ${body}`, ...writer.fragments].join('\n');
}

/** Values of the variables of every random query. */
export const queryVariables = { yes: true, no: false, few: 2, sun: 10 };

class Writer {
  readonly fragments: string[] = [];
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pool: Pool,
    private readonly choose: Choose,
  ) {}

  /** `depth` counts links: the levels inside a connection are free. */
  selection(type: Composite, depth: number): string {
    const count = 1 + this.choose(isPlumbing(type) ? 2 : 3);
    const items = Array.from({ length: count }, () => this.item(type, depth));
    if (isAbstractType(type) && this.choose(2))
      items.push(...this.schema.getPossibleTypes(type).map((each) => this.inline(each, depth)));
    return `{ ${items.join(' ')} }`;
  }

  private item(type: Composite, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const able = fields.filter((field) => isLeafType(getNamedType(field.type)) || depth > 0 || isPlumbing(type));
    const way = fields.find(({ name }) => name === 'edges' || name === 'node');
    const roll = this.choose(12);
    if (way && roll > 3) return this.field(type, way, depth);
    if (roll === 0 || able.length === 0) return `${this.alias()}__typename${this.directive()}`;
    if (roll === 1) return this.inline(this.conditionFor(type), depth);
    if (roll === 2) return this.spread(this.conditionFor(type), depth);
    return this.field(type, able[this.choose(able.length)] as GraphQLField<unknown, unknown>, depth);
  }

  private field(type: Composite, field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    // The oracle has no cursors of its own; under a fixed name they are left out of the comparison with it.
    const alias = /cursor/i.test(field.name) ? '' : this.alias(field.args.length > 0);
    const left = isPlumbing(type) ? depth : depth - 1;
    const inner = isLeafType(named) ? '' : ` ${this.selection(named as Composite, left)}`;
    return `${alias}${field.name}${this.arguments(type, field)}${this.directive()}${inner}`;
  }

  private arguments(type: Composite, field: GraphQLField<unknown, unknown>): string {
    const order = field.args.find(({ name }) => name === 'order');
    const orders = isEnumType(order?.type) ? order.type.getValues().map(({ name }) => name) : [''];
    const chosen = orders[this.choose(orders.length)] ?? '';
    const given = field.args.flatMap((argument) => this.argument(type, field, argument, chosen));
    return given.length ? `(${given.join(', ')})` : '';
  }

  private argument(
    type: Composite,
    field: GraphQLField<unknown, unknown>,
    { name }: GraphQLArgument,
    order: string,
  ): string[] {
    const place = `${type.name}.${field.name}`;
    if (name === 'order') return [`order: ${order}`];
    if (name === 'of') return [`of: ${this.choose(4)}`];
    if (name === 'id') return [`id: "${this.oneOf(this.pool.ids[place] ?? [])}"`];
    if (this.choose(3) === 0) return [];
    if (name === 'ids') return [`ids: ["${this.oneOf(this.pool.ids[place] ?? [])}"]`];
    if (name === 'first') return [this.choose(3) ? `first: ${1 + this.choose(4)}` : 'first: $few'];
    if (name === 'minimumSun') return [this.choose(2) ? 'minimumSun: $sun' : `minimumSun: ${this.choose(3) * 10}`];
    const cursors = this.pool.cursors[`${place} ${order}`.trim()] ?? [];
    return cursors.length ? [`after: "${this.oneOf(cursors)}"`] : [];
  }

  private inline(type: GraphQLNamedType, depth: number): string {
    return `... on ${type.name}${this.directive()} ${this.selection(type as Composite, depth)}`;
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const name = `F${(this.names += 1)}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${this.selection(type as Composite, depth)}`);
    return `...${name}${this.directive()}`;
  }

  private conditionFor(type: Composite): GraphQLNamedType {
    const wider = isObjectType(type) ? type.getInterfaces() : this.schema.getPossibleTypes(type);
    return [type, ...wider][this.choose(1 + wider.length)] ?? type;
  }

  /** Few keys are shared: most queries that use one key for two things are not valid, and only the valid ones are asked. */
  private alias(isVaried = false): string {
    if (this.choose(25) === 0) return `${['x', 'y'][this.choose(2)]}: `;
    return isVaried || this.choose(3) === 0 ? `a${(this.names += 1)}: ` : '';
  }

  private directive(): string {
    return this.choose(5) ? '' : ` ${maybe[this.choose(maybe.length)]}`;
  }

  private oneOf(values: readonly string[]): string {
    return values[this.choose(values.length)] ?? '';
  }
}

function isPlumbing({ name }: GraphQLNamedType): boolean {
  return /(Connection|Edge|PageInfo)$/.test(name);
}
