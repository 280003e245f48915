import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastifyCookie } from '@fastify/cookie';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { ANONYMOUS, type Viewer } from '../common/viewer.ts';
import { welcomeNewcomer } from '../memberships/welcome-newcomer.ts';
import { type GraphQLContext, makeContext } from '../platform/context.ts';
import type { Database } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import type { Hub } from '../platform/hub.ts';
import type { Logger } from '../platform/log.ts';
import type { Looks } from '../platform/looks.ts';
import { keepLooks } from '../records/keep-looks.ts';
import { addClient } from './client-files.ts';
import { addGraphiql } from './graphiql.ts';
import { startGraphQL } from './graphql.ts';
import { addHealth } from './health.ts';
import { Limit } from './limits.ts';
import { makeMetrics, type Metrics } from './metrics.ts';
import { addOpenReferral } from './open-referral/routes.ts';
import { originsOf } from './origins.ts';
import { addProtection } from './protection.ts';
import { addSignIn } from './sign-in/code-flow.ts';
import { type Doorkeeper, doorkeeper } from './sign-in/credentials.ts';
import { addDevelopmentProvider } from './sign-in/development-provider.ts';
import { identityProvider } from './sign-in/identity-provider.ts';
import { liveSessions } from './sign-in/sessions.ts';
import { addSockets, type Sockets } from './sockets.ts';

/** What a server is made of; it owns the database and the hub from then on, and closes them. */
export interface ServerParts {
  readonly environment: Environment;
  readonly database: Database;
  readonly hub: Hub;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** Signs the links in letters; one of this process alone unless told. */
  readonly linkSecret?: string;
}

/** A server that takes requests. */
export interface RunningServer {
  /** Its address as people type it. */
  readonly url: string;
  readonly server: Server;
  /** Finishes what was begun, sends the sockets away and closes the database; gives up waiting after ten seconds. */
  close(): Promise<void>;
}

const DRAIN_MS = 10_000;
const IDLE_LOOK_MS = 50;

/** Starts the server; rejects with Node's own error when it cannot listen. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { environment, database, log } = parts;
  const metrics = makeMetrics(database.app);
  const app = makeApp(parts, metrics);
  const origins = lazily(() => originsOf(environment, app.server));
  const provider = identityProvider(environment.signIn, origins);
  const keeper = doorkeeper(database.app, provider, () => origins().isSecure);
  const looks = keepLooks(database, log);
  const contextFor = contextsOf(parts, looks, () => origins().own);

  let isDraining = false;
  await addProtection(app, { environment, origins, log });
  await app.register(fastifyCookie, { secret: environment.cookieSecret ?? randomBytes(32).toString('hex') });
  addHealth(app, { pool: database.app, metrics, isDraining: () => isDraining });
  if (provider?.isDemo) addDevelopmentProvider(app, { environment, pool: database.app, origins });
  if (!environment.isProduction) addGraphiql(app, { dataFolder: environment.dataFolder, log });
  const stopGraphQL = await addGraphQL(app, parts, { keeper, metrics, contextFor });
  const sockets = addSockets(app.server, {
    ...{ schema: parts.schema, isProduction: environment.isProduction, hub: parts.hub },
    ...{ keeper, origins, log, metrics, contextFor, newRequestId: randomUUID },
    liveSessions: (hashes) => liveSessions(database.app, hashes),
  });
  addSignIn(app, {
    ...{ pool: database.app, provider, origins, log },
    whyNot: environment.signIn.kind === 'none' ? environment.signIn.reason : '',
    ratePerMinute: Math.min(environment.ratePerMinute, 60),
    onSignOut: (hash) => sockets.endSession(hash),
    welcome: welcomeBy(contextFor),
  });
  await addOpenReferral(app, { database, log, origins });
  await addClient(app);
  await app.listen({ host: environment.host, port: environment.port });

  const drain = async () => {
    isDraining = true;
    await settled(app, sockets, stopGraphQL);
    await looks.settle();
    await Promise.allSettled([parts.hub.close(), database.close()]);
  };
  return { url: origins().own, server: app.server, close: lazily(drain) };
}

function contextsOf(parts: ServerParts, looks: Looks, home: () => string): ContextFor {
  const { database: db, hub, log, environment } = parts;
  const secret = parts.linkSecret ?? randomBytes(32).toString('hex');
  const hasMail = environment.mail !== null;
  return (viewer, requestId, signal, caller = null) => ({
    ...makeContext({ viewer, db, log, requestId, caller, looks, links: { secret, home: home(), hasMail } }),
    ...{ hub, signal },
  });
}

/** Takes in whoever came by the link of an invitation, as nobody in particular. */
function welcomeBy(contextFor: ContextFor) {
  return async (path: string, subject: string, requestId: string): Promise<boolean> => {
    const [, token] = /^\/invited\/([\w-]+)$/.exec(path) ?? [];
    return token !== undefined && welcomeNewcomer(contextFor(ANONYMOUS, requestId, NEVER), token, subject);
  };
}

const NEVER = new AbortController().signal;

function makeApp({ environment, log }: ServerParts, metrics: Metrics): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: Limit.BODY_BYTES,
    trustProxy: environment.trustProxy,
    genReqId: ({ headers }) => requestIdIn(headers['x-request-id']),
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { method, id: requestId } = request;
    metrics.requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    log.debug({ event: 'request', requestId, method, route, status: reply.statusCode, ms: reply.elapsedTime });
    done();
  });
  return app as unknown as FastifyInstance;
}

// A caller's own id is kept when it cannot do harm in a log.
function requestIdIn(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{8,64}$/.test(header) ? header : randomUUID();
}

type ContextFor = (viewer: Viewer, requestId: string, signal: AbortSignal, caller?: string | null) => GraphQLContext;

interface GraphQLWiring {
  readonly keeper: Doorkeeper;
  readonly metrics: Metrics;
  readonly contextFor: ContextFor;
}

async function addGraphQL(
  app: FastifyInstance,
  parts: ServerParts,
  wiring: GraphQLWiring,
): Promise<() => Promise<void>> {
  const { schema, environment, log } = parts;
  const { apollo, guard } = await startGraphQL({
    schema,
    isProduction: environment.isProduction,
    log,
    metrics: wiring.metrics,
  });
  const secret = environment.cookieSecret ?? randomBytes(32);
  const context = (request: FastifyRequest, reply: FastifyReply) =>
    guard(request.id, async () => {
      const { authorization, cookie } = request.headers;
      const viewer = await wiring.keeper.admit(await wiring.keeper.credentialIn({ authorization, cookie }));
      return wiring.contextFor(viewer, request.id, endOf(reply), markOf(request.ip, secret));
    });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: fastifyApolloHandler(apollo, { context }) });
  return () => apollo.stop();
}

/** A mark of an address from which nobody can tell the address without the secret. */
function markOf(address: string, secret: string | Buffer): string {
  return createHmac('sha256', secret).update(`caller ${address}`).digest('base64url').slice(0, 22);
}

function endOf(reply: FastifyReply): AbortSignal {
  const end = new AbortController();
  reply.raw.once('close', () => end.abort());
  return end.signal;
}

async function settled(app: FastifyInstance, sockets: Sockets, stopGraphQL: () => Promise<void>): Promise<void> {
  const hardStop = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  // A connection that was busy when the close began is kept alive after its answer, and would be waited for.
  const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
  try {
    await Promise.all([sockets.close(), app.close()]);
    await stopGraphQL();
  } finally {
    clearInterval(idle);
    clearTimeout(hardStop);
  }
}

/** Makes a value at the first asking and keeps it. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
