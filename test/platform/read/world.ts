// A small world of gardens for the planner's own tests: its tables, its schema, its views and its rows.
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { attachViews } from '../../../api/platform/read/attach.ts';
import { later, load, read, readConnection, readMany } from '../../../api/platform/read/read.ts';
import { sql, trusted } from '../../../api/platform/read/sql.ts';
import { column, connection, defineView, extendView, many, one, part } from '../../../api/platform/read/view.ts';
import type { AnyView, Arguments, Expression, SortKey, View } from '../../../api/platform/read/view.ts';
import type { Context } from '../../../api/platform/context.ts';

export const typeDefs = /* GraphQL */ `
  type Query {
    garden(id: ID!): Garden
    gardens(first: Int = 20, after: String, order: GardenOrder = NAME): GardenConnection!
    near(first: Int = 20, after: String, of: Int!): NearConnection!
    keepers(ids: [ID!]): [Keeper!]!
    remark(id: ID!): Remark
    here: Here!
  }
  type Mutation {
    openGarden(id: ID!): OpenGardenPayload!
  }
  type OpenGardenPayload {
    garden: Garden
    sentence: String!
  }
  type Here {
    gardens(first: Int = 20, after: String, order: GardenOrder = NAME): GardenConnection!
  }
  enum GardenOrder {
    NAME
    OPENED_DESC
    SIZE
  }
  enum BedOrder {
    NUMBER
    SUN_THEN_NUMBER
  }
  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
  type Garden {
    id: ID!
    name: String!
    size: Int!
    openedOn: String
    opensAt: String
    tendedAt: String!
    rate: String!
    tags: [String!]!
    label: String!
    busyness: String!
    address: Address
    keeper: Keeper
    largestBed: Bed
    firstPlanting: Planting
    beds(first: Int = 20, after: String, minimumSun: Int, order: BedOrder = NUMBER): BedConnection!
    allBeds(minimumSun: Int): [Bed!]!
    neighbours(first: Int = 20, after: String): NeighbourConnection!
    remarks: [Remark!]!
  }
  type Address {
    street: String!
    town: String
  }
  type GardenConnection {
    edges: [GardenEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type GardenEdge {
    cursor: String!
    node: Garden!
  }
  type NearConnection {
    edges: [NearEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
    order: String!
  }
  type NearEdge {
    cursor: String!
    node: Garden!
    difference: Int!
  }
  type NeighbourConnection {
    edges: [NeighbourEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type NeighbourEdge {
    cursor: String!
    node: Garden!
    metres: Int!
    metAt: String!
  }
  type Keeper {
    id: ID!
    name: String!
    mentor: Keeper
    gardens(first: Int = 20, after: String): GardenConnection!
    favourite: Garden
  }
  type Bed {
    id: ID!
    number: Int!
    sun: Int
    garden: Garden!
    plantings(first: Int = 20, after: String): PlantingConnection!
  }
  type BedConnection {
    edges: [BedEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type BedEdge {
    cursor: String!
    node: Bed!
  }
  interface Planting {
    id: ID!
    name: String!
    plantedAt: String!
    bed: Bed!
  }
  type Flower implements Planting {
    id: ID!
    name: String!
    plantedAt: String!
    bed: Bed!
    petals: Int
    giver: Keeper
  }
  type Vegetable implements Planting {
    id: ID!
    name: String!
    plantedAt: String!
    bed: Bed!
    grams: Int
    taster: Keeper
  }
  type PlantingConnection {
    edges: [PlantingEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type PlantingEdge {
    cursor: String!
    node: Planting!
  }
  union Remark = Praise | Complaint
  type Praise {
    id: ID!
    stars: Int!
    keeper: Keeper
  }
  type Complaint {
    id: ID!
    words: String!
    keeper: Keeper
  }
`;

export const tables = `
  create table keeper (id uuid primary key, name text collate "C" not null, mentor_id uuid references keeper, favourite_id uuid);
  create table garden (id uuid primary key, name text collate "C" not null, size int not null, opened_on date, opens_at time, tended_at timestamptz not null,
    rate numeric(8, 2) not null, tags text[] not null, street text, town text, keeper_id uuid references keeper);
  create table bed (region int, id uuid unique, number int not null, sun int, garden_id uuid not null references garden, primary key (region, id));
  create table planting (id uuid primary key, name text collate "C" not null, planted_at timestamptz not null, region int, bed_id uuid not null, petals int, grams int,
    keeper_id uuid references keeper, foreign key (region, bed_id) references bed (region, id));
  create table neighbour (garden_id uuid references garden, other_id uuid references garden, metres int not null, met_at timestamptz not null);
  create table remark (id uuid primary key, garden_id uuid not null references garden, keeper_id uuid, stars int, words text);
  create index on bed (garden_id, number);
  create index on planting (bed_id);
  create schema access;
  create function access.enter(person uuid) returns jsonb language sql as 'select jsonb_build_object(''personId'', person)';
  grant usage on schema access, public to kith_app;
  grant select on all tables in schema public to kith_app;
`;

const keeperView: View = defineView('Keeper', {
  table: 'keeper',
  columns: { id: 'id', name: 'name', favouriteId: 'favourite_id' },
  needs: { favourite: ['favouriteId'] },
  one: { mentor: one(() => keeperView, 'mentor_id') },
});

const addressPart: View = defineView('Address', { columns: { street: 'street', town: 'town' } });

export const gardenOrders: Record<string, readonly SortKey[]> = {
  NAME: [['name', 'asc']],
  OPENED_DESC: [['openedOn', 'desc', 'nullable']],
  SIZE: [
    ['size', 'desc'],
    ['name', 'asc'],
  ],
};

export const bedOrders: Record<string, readonly SortKey[]> = {
  NUMBER: [['number', 'asc']],
  SUN_THEN_NUMBER: [
    ['sun', 'asc', 'nullable'],
    ['number', 'desc'],
  ],
};

const sunny = (t: Parameters<Expression>[0], args: Arguments) =>
  typeof args['minimumSun'] === 'number' ? sql`${t}.sun >= ${args['minimumSun']}` : null;

export interface GardenRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly bedCount: number;
}

export const gardenView: View<GardenRow> = defineView('Garden', {
  table: 'garden',
  columns: {
    id: 'id',
    name: 'name',
    size: column('size', 'integer'),
    openedOn: column('opened_on', 'date'),
    opensAt: column('opens_at', 'time'),
    tendedAt: column('tended_at', 'instant'),
    rate: column('rate', 'decimal'),
    tags: 'tags',
    bedCount: (t) => sql`(select count(*) from bed where bed.garden_id = ${t}.id and bed.number > ${0})`,
  },
  needs: { label: ['name', 'size'], busyness: ['bedCount'] },
  parts: {
    address: part(
      () => addressPart,
      (t) => sql`${t}.street is not null`,
    ),
  },
  one: {
    keeper: one(() => keeperView, 'keeper_id'),
    largestBed: one(
      () => bedView,
      { garden_id: 'id' },
      {
        orderBy: [
          ['sun', 'asc', 'nullable'],
          ['number', 'desc'],
        ],
      },
    ),
    firstPlanting: one(
      () => plantingView,
      (t, parent) => sql`${t}.bed_id in (select id from bed where garden_id = ${parent}.id)`,
      {
        orderBy: [['plantedAt', 'asc']],
      },
    ),
  },
  many: {
    allBeds: many(() => bedView, { on: 'garden_id', orderBy: [['number', 'asc']], where: sunny, limit: 50 }),
    remarks: many(() => remarkView, { on: 'garden_id', limit: 50 }),
  },
  connections: {
    beds: connection(() => bedView, {
      on: 'garden_id',
      orderBy: (args) => bedOrders[args['order']] ?? [],
      where: sunny,
    }),
    neighbours: connection(() => gardenView, {
      join: (t) => sql`join neighbour n on n.other_id = ${t}.id`,
      on: (_t, parent) => sql`n.garden_id = ${parent}.id`,
      orderBy: [[column(() => sql`n.metres`, 'integer'), 'asc']],
      edge: { metres: () => sql`n.metres`, metAt: column(() => sql`n.met_at`, 'instant') },
    }),
  },
});

// As a later feature would: a keeper's gardens are not known where keepers are declared.
extendView(keeperView, {
  connections: { gardens: connection(() => gardenView, { on: 'keeper_id', orderBy: [['name', 'asc']] }) },
});

const bedView: View = defineView('Bed', {
  table: 'bed',
  columns: { id: 'id', number: column('number', 'integer'), sun: column('sun', 'integer') },
  one: { garden: one(() => gardenView, 'garden_id') },
  connections: {
    plantings: connection(() => plantingView, {
      on: { region: 'region', bed_id: 'id' },
      orderBy: [['plantedAt', 'desc']],
    }),
  },
});

const plantingView: View = defineView('Planting', {
  table: 'planting',
  typename: (t) => sql`case when ${t}.petals is null then 'Vegetable' else 'Flower' end`,
  columns: { id: 'id', name: 'name', plantedAt: column('planted_at', 'instant'), petals: 'petals', grams: 'grams' },
  one: {
    bed: one(() => bedView, { region: 'region', id: 'bed_id' }),
    giver: one(() => keeperView, 'keeper_id'),
    taster: one(() => keeperView, 'keeper_id'),
  },
});

const remarkView: View = defineView('Remark', {
  table: 'remark',
  typename: (t) => sql`case when ${t}.stars is null then 'Complaint' else 'Praise' end`,
  columns: { id: 'id', stars: 'stars', words: 'words' },
  one: { keeper: one(() => keeperView, 'keeper_id') },
});

export const views: readonly AnyView[] = [keeperView, gardenView, bedView, plantingView, remarkView];

/** The schema with the planner's resolvers, and the few of its own that the views leave. */
export function plannedSchema(): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const gardens = (_: unknown, args: Arguments, ctx: Context, info: Parameters<typeof read>[2]) =>
    readConnection(ctx, gardenView, info, { args, orderBy: gardenOrders[args['order']] ?? [] });

  setResolvers(schema, 'Query', {
    garden: (_, { id }, ctx, info) => read(ctx, gardenView, info, { id }),
    gardens,
    near: async (_, args, ctx, info) => ({
      ...(await readConnection(ctx, gardenView, info, {
        args,
        join: (t) => sql`join lateral (select abs(${t}.size - ${args['of']}) as difference) d on true`,
        where: () => sql`d.difference < ${100}`,
        orderBy: [[column(() => trusted('d.difference'), 'integer'), 'asc']],
        edge: { difference: () => trusted('d.difference') },
      })),
      order: 'nearest size first',
    }),
    keepers: (_, { ids }, ctx, info) =>
      readMany(ctx, keeperView, info, { where: ids ? { ids } : undefined, orderBy: [['name', 'asc']], limit: 10 }),
    remark: (_, { id }, ctx, info) => read(ctx, remarkView, info, (t) => sql`${t}.id::text = ${id}`),
    here: () => ({}),
  });
  setResolvers(schema, 'Here', { gardens });
  setResolvers(schema, 'Mutation', {
    openGarden: (_, { id }) => ({ garden: later(gardenView, { id }), sentence: 'Open.' }),
  });
  setResolvers(schema, 'Garden', {
    label: ({ name, size }) => `${name} (${size})`,
    busyness: ({ bedCount }) => (bedCount > 2 ? 'busy' : 'quiet'),
  });
  setResolvers(schema, 'Keeper', {
    favourite: ({ favouriteId }, _, ctx, info) => (favouriteId ? load(ctx, gardenView, info, favouriteId) : null),
  });

  attachViews(schema, views);
  return schema;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- resolvers of a schema made from text are not typed
export type Resolvers = Record<string, (parent: any, args: Arguments, ctx: Context, info: any) => unknown>;

/** Gives fields of a type their resolvers. */
export function setResolvers(schema: GraphQLSchema, type: string, resolvers: Resolvers): void {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (!field) throw new Error(`No field ${type}.${name}`);
    field.resolve = resolve;
  }
}
