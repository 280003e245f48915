import { tmpdir } from 'node:os';
import type { Client } from 'graphql-ws';
import pg from 'pg';
import request from 'supertest';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { type Context, makeContext } from '../../api/platform/context.ts';
import { type Database, openDatabase } from '../../api/platform/database.ts';
import { readEnvironment } from '../../api/platform/environment.ts';
import { openHub } from '../../api/platform/hub.ts';
import { makeLog } from '../../api/platform/log.ts';
import { entities } from '../../api/server/entities.ts';
import { type RunningServer, startServer } from '../../api/server/http.ts';
import { makeSchema } from '../../api/server/schema.ts';
import { openSession } from '../../api/server/sign-in/sessions.ts';
import { type Make, makeFor, type Someone } from './make.ts';
import { openSocket } from './sign-in.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** What a GraphQL request was answered with. */
export interface Told {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  /** Codes of the root errors; empty when there are none. */
  readonly codes: readonly string[];
  /** The answer as it came. */
  readonly body: { readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[] };
}

/** Sends an operation over HTTP as one person. */
export type Ask = (document: string, variables?: Record<string, unknown>) => Promise<Told>;

/** A server of a test's own on a database of a test's own, with the hands to make people and things in it. */
export interface World {
  readonly url: string;
  readonly running: RunningServer;
  readonly database: TestDatabase;
  /** The app's way in, as the server has it. */
  readonly app: Database;
  readonly make: Make;
  /** A GraphQL client over HTTP for that person; null asks as a visitor. */
  as(person: Someone | null): Ask;
  /** A GraphQL socket for that person; closed with the world. */
  socketAs(person: Someone): Promise<Client>;
  /** A context for calling use cases as that person, through the app's role. */
  contextOf(person: Someone | null): Context;
  /** Runs a statement as the owner, whom no policy binds. */
  sql<Row extends object = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Starts a world; `connections` is the size of the app's pools, for tests that race. */
export async function world(options: { readonly connections?: number } = {}): Promise<World> {
  const database = await testDatabase();
  const size = options.connections ?? 10;
  const log = makeLog(readEnvironment({ LOG_LEVEL: process.env['KITH_TEST_LOG'] ?? 'silent' }));
  const [app, system] = await Promise.all([
    // A race of fifty on a busy machine waits longer for its turn than a person would.
    openDatabase({ url: database.appUrl, entities, size, waitMs: 20_000 }),
    openDatabase({ url: database.systemUrl, entities, size: 2 }),
  ]);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4, allowExitOnIdle: true });
  owner.on('error', () => undefined);
  const running = await startServer({
    environment: readEnvironment({ PORT: '0', KITH_DATA: `${tmpdir()}/kith-world` }),
    database: app,
    hub: await openHub({ url: database.systemUrl, log }),
    schema: await makeSchema(),
    log,
  });

  const sockets: Client[] = [];
  const cookies = new Map<string, Promise<string>>();
  const cookieOf = (person: Someone) => {
    const cookie = cookies.get(person.id) ?? openCookie(app, person);
    cookies.set(person.id, cookie);
    return cookie;
  };
  const contextOf = (person: Someone | null) =>
    makeContext({ viewer: { ...ANONYMOUS, personId: person?.id ?? null, name: person?.name ?? '' }, db: app, log });
  const sql: World['sql'] = async <Row extends object>(statement: string, values: unknown[] = []) =>
    (await owner.query(statement, values)).rows as Row[];

  return {
    url: running.url,
    ...{ running, database, app, contextOf, sql },
    make: makeFor({ system: makeContext({ viewer: ANONYMOUS, db: system, log }), contextOf, sql }),
    as: (person) => askerOf(running, person === null ? null : () => cookieOf(person)),
    socketAs: async (person) => {
      const socket = openSocket(running.url, { cookie: await cookieOf(person) });
      sockets.push(socket);
      return socket;
    },
    close: async () => {
      for (const socket of sockets) await socket.dispose();
      await running.close();
      await Promise.all([system.close(), owner.end()]);
      await database.drop();
    },
  };
}

/** What the field of a told answer holds, seen as a record; fails with the errors when it is not there. */
export function field(told: Told, name: string): Record<string, unknown> {
  const value = told.data?.[name];
  if (typeof value !== 'object' || value === null) throw new Error(`No ${name}: ${JSON.stringify(told.body)}`);
  return value as Record<string, unknown>;
}

/** The codes of a mutation's userErrors, in order, or of its root errors as "! CODE". */
export function codesOf(told: Told, mutation: string): string[] {
  if (told.codes.length > 0) return told.codes.map((code) => `! ${code}`);
  const errors = field(told, mutation)['userErrors'] as { code: string }[];
  return errors.map(({ code }) => code);
}

async function openCookie(app: Database, { subject }: Someone): Promise<string> {
  const id = await openSession(app.app, { subject, authenticatedAt: new Date(), assurance: null, methods: ['test'] });
  if (id === null) throw new Error(`${subject} cannot sign in.`);
  return `sid=${id}`;
}

function askerOf(running: RunningServer, cookie: (() => Promise<string>) | null): Ask {
  return async (query, variables) => {
    const asked = request(running.server).post('/graphql').set('accept', 'application/json');
    if (cookie) asked.set('cookie', await cookie());
    const { status, body } = await asked.send({ query, variables });
    const codes = ((body.errors ?? []) as { extensions?: { code?: string } }[]).map(({ extensions }) =>
      String(extensions?.code),
    );
    return { status, data: body.data, codes, body };
  };
}
