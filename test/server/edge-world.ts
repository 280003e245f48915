import { tmpdir } from 'node:os';
import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { DestinationStream } from 'pino';
import { type GraphQLContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { readEnvironment } from '../../api/platform/environment.ts';
import { openHub } from '../../api/platform/hub.ts';
import { makeLog } from '../../api/platform/log.ts';
import { type RunningServer, startServer } from '../../api/server/http.ts';
import { admin } from '../support/test-server.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

/** A server of the edge alone: a small schema of the tests' own over the real database, hub and sign-in. */
export interface EdgeWorld {
  readonly url: string;
  readonly running: RunningServer;
  readonly database: TestDatabase;
  readonly logged: string[];
  sql(...statements: string[]): Promise<void>;
  end(): Promise<void>;
}

export const AMIRA = '10000000-0000-4000-8000-000000000001';
export const BEN = '10000000-0000-4000-8000-000000000002';

/** What links in letters are signed with there. */
export const LINK_SECRET = 'the secret of the edge';

/** Starts it on any free port, with two demo people: amira and ben. */
export async function edgeWorld(variables: Record<string, string> = {}): Promise<EdgeWorld> {
  const database = await testDatabase();
  const sql = (...statements: string[]) => admin(database.ownerUrl, statements);
  await sql(
    `insert into person (id, name, preferred_name, subject, demo_note) values
      ('${AMIRA}', 'Amira Canary', 'Amira', 'amira', 'Individual'), ('${BEN}', 'Ben <b>Canary</b>', 'Ben', 'ben', 'Broker')`,
  );
  const logged: string[] = [];
  const destination: DestinationStream = { write: (line) => void logged.push(line) };
  const environment = readEnvironment({
    PORT: '0',
    LOG_LEVEL: 'info',
    KITH_DATA: `${tmpdir()}/kith-edge`,
    ...variables,
  });
  const log = makeLog(environment, destination);
  const running = await startServer({
    environment,
    database: await openDatabase({ url: database.appUrl, entities: [] }),
    hub: await openHub({ url: database.systemUrl, log }),
    schema: edgeSchema,
    log,
    linkSecret: LINK_SECRET,
  });
  const end = async () => {
    await running.close();
    await database.drop();
  };
  return { url: running.url, running, database, logged, sql, end };
}

/** Events that the tests' own subscription tells of: rung by hand, each seen through a context of its own. */
const bells = new Set<() => void>();

/** Rings every bell once. */
export function ring(): void {
  for (const bell of bells) bell();
}

/** Waits until so many subscriptions listen. */
export async function listening(count: number): Promise<void> {
  while (bells.size !== count) await new Promise((resolve) => setImmediate(resolve));
}

async function* bell(signal: AbortSignal): AsyncGenerator<{ at: number }> {
  let wake: () => void = () => undefined;
  let rung = 0;
  const mine = () => {
    rung += 1;
    wake();
  };
  bells.add(mine);
  signal.addEventListener('abort', () => wake());
  try {
    for (let at = 1; !signal.aborted;) {
      if (rung === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      rung -= 1;
      yield { at: at++ };
    }
  } finally {
    bells.delete(mine);
  }
}

const Thing: GraphQLObjectType = new GraphQLObjectType({
  name: 'Thing',
  fields: () => ({
    name: { type: GraphQLString, resolve: () => 'thing' },
    inner: { type: Thing, resolve: () => ({}) },
    list: { type: new GraphQLList(Thing), resolve: () => [{}] },
    things: {
      type: ThingConnection,
      args: { first: { type: GraphQLInt } },
      resolve: () => ({ edges: [{ node: {} }] }),
    },
  }),
});

const ThingEdge = new GraphQLObjectType({ name: 'ThingEdge', fields: { node: { type: Thing } } });
const ThingConnection = new GraphQLObjectType({
  name: 'ThingConnection',
  fields: { edges: { type: new GraphQLList(ThingEdge) }, totalCount: { type: GraphQLInt } },
});
const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: {}, BLUE: {} } });

const nameOfViewer = {
  type: GraphQLString,
  resolve: (_: unknown, __: unknown, ctx: GraphQLContext) => ctx.viewer.name,
};
const countOf = new WeakMap<GraphQLContext, number>();

const Query = new GraphQLObjectType<unknown, GraphQLContext>({
  name: 'Query',
  fields: {
    viewerName: nameOfViewer,
    thing: { type: Thing, resolve: () => ({}) },
    things: { type: ThingConnection, args: { first: { type: GraphQLInt } }, resolve: () => ({ edges: [] }) },
    echo: {
      type: GraphQLString,
      args: { words: { type: new GraphQLNonNull(GraphQLString) }, colour: { type: Colour } },
      resolve: (_, { words }) => String(words),
    },
    broken: { type: GraphQLString, resolve: () => { throw new Error('a secret of ours'); } }, // prettier-ignore
    duplicate: {
      type: GraphQLString,
      resolve: async (_, __, ctx) => {
        await ctx.db.app.query("select 'secret-of-ours'::int");
        return null;
      },
    },
    cut: {
      type: GraphQLString,
      resolve: async (_, __, ctx) => {
        await ctx.db.app.query('select pg_terminate_backend(pg_backend_pid())');
        return null;
      },
    },
    forbidden: { type: GraphQLString, resolve: () => { throw new GraphQLError('You cannot.', { extensions: { code: 'FORBIDDEN' } }); } }, // prettier-ignore
    never: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    slow: { type: GraphQLString, resolve: async (_, __, ctx) => { await ctx.db.app.query('select pg_sleep(0.4)'); return 'done'; } }, // prettier-ignore
  },
});

const Mutation = new GraphQLObjectType({
  name: 'Mutation',
  fields: { poke: { type: GraphQLString, resolve: () => 'poked' } },
});

const Rung: GraphQLObjectType<{ at: number }, GraphQLContext> = new GraphQLObjectType<{ at: number }, GraphQLContext>({
  name: 'Rung',
  fields: () => ({
    again: { type: Rung, resolve: (event) => event },
    at: { type: GraphQLInt },
    viewerName: nameOfViewer,
    timesContextUsed: { type: GraphQLInt, resolve: (_, __, ctx) => { countOf.set(ctx, (countOf.get(ctx) ?? 0) + 1); return countOf.get(ctx); } }, // prettier-ignore
    broken: { type: GraphQLString, resolve: () => { throw new Error('a secret of ours'); } }, // prettier-ignore
  }),
});

const Subscription = new GraphQLObjectType<unknown, GraphQLContext>({
  name: 'Subscription',
  fields: { rung: { type: Rung, args: { first: { type: GraphQLInt }, words: { type: GraphQLString } }, subscribe: (_, __, ctx) => bell(ctx.signal), resolve: (event: unknown) => event } }, // prettier-ignore
});

const edgeSchema = new GraphQLSchema({ query: Query, mutation: Mutation, subscription: Subscription });
