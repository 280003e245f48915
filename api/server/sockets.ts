import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Viewer } from '../common/viewer.ts';
import type { GraphQLContext } from '../platform/context.ts';
import type { Hub } from '../platform/hub.ts';
import type { Logger } from '../platform/log.ts';
import { rootCause, tellCaller } from './errors.ts';
import type { Metrics } from './metrics.ts';
import type { Origins } from './origins.ts';
import { makeSeats, type Seat, type Seats } from './seats.ts';
import type { Credential, Doorkeeper } from './sign-in/credentials.ts';
import { carry, type Wire } from './socket-wire.ts';
import { checkSubscription, runSubscription } from './subscriptions.ts';

/** What the sockets need of the edge. */
export interface SocketParts {
  readonly schema: GraphQLSchema;
  readonly isProduction: boolean;
  readonly keeper: Doorkeeper;
  readonly hub: Hub;
  readonly origins: () => Origins;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly newRequestId: () => string;
  contextFor(viewer: Viewer, requestId: string, signal: AbortSignal): GraphQLContext;
  liveSessions(hashes: readonly Buffer[]): Promise<ReadonlySet<string>>;
}

/** The sockets of one server. */
export interface Sockets {
  /** Closes at once the sockets of a session that has ended. */
  endSession(hash: Buffer): void;
  /** Takes no more, and closes all with 1001 (going away). */
  close(): Promise<void>;
}

const MAX_FRAME_BYTES = 65_536;
const MAX_SUBSCRIPTIONS = 50;
const INIT_WAIT_MS = 3_000;
const SWEEP_MS = 30_000;
const FLUSH_MS = 2_000;

/** Opens /graphql to sockets that speak graphql-transport-ws; subscriptions only, read again for each event. */
export function addSockets(http: HttpServer, parts: SocketParts): Sockets {
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  const seats = makeSeats(parts.keeper, parts.metrics);
  const onFault = (error: unknown) => parts.log.error({ event: 'socket_failed', err: rootCause(error) });
  const protocol = makeProtocol(parts, seats);
  acceptor.on('connection', (socket: WebSocket, request: IncomingMessage) =>
    carry(protocol, { socket, request }, onFault),
  );

  let isClosing = false;
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refusal = isClosing ? 503 : upgradeRefusal(request, parts.origins());
    if (refusal !== null) return refuseUpgrade(socket, refusal);
    acceptor.handleUpgrade(request, socket, head, (accepted) => acceptor.emit('connection', accepted, request));
  });

  const stopListening = parts.hub.onAccessChanged(({ personId, what }) => {
    if (what === 'RIGHTS') seats.startAgain(personId);
    else void seats.recheck(personId).catch(onFault);
  });
  const sweep = setInterval(() => void seats.sweep(parts.liveSessions).catch(onFault), SWEEP_MS).unref();
  return {
    endSession: (hash) => seats.endSession(hash),
    close: async () => {
      isClosing = true;
      stopListening();
      clearInterval(sweep);
      await goAway(acceptor);
    },
  };
}

function makeProtocol(parts: SocketParts, seats: Seats) {
  const told = (seat: Seat | undefined, error: unknown): GraphQLFormattedError => {
    const requestId = seat?.requestId ?? parts.newRequestId();
    const { formatted, isFault } = tellCaller(error, requestId);
    if (isFault) parts.log.error({ event: 'subscription_failed', requestId, err: rootCause(error) });
    return formatted;
  };

  return makeServer<Record<string, unknown> | undefined, Wire>({
    schema: parts.schema,
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: ({ extra, connectionParams }) =>
      welcome(parts, seats, extra, connectionParams).catch((error: unknown) => {
        if (error instanceof GraphQLError) return false;
        told(undefined, error);
        extra.socket.close(1_013, 'Try again later');
        return false;
      }),
    onSubscribe: ({ subscriptions }, _id, payload) => {
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) return [tooMany()];
      return checkSubscription(parts.schema, parts.isProduction, payload) as ReturnType<typeof tooMany>[];
    },
    context: ({ extra }: Context<Record<string, unknown> | undefined, Wire>) => seats.of(extra.socket),
    subscribe: (args) => {
      const seat = args.contextValue as Seat;
      return runSubscription(args, {
        metrics: parts.metrics,
        onRevoked: () => seat.socket.close(4_403, 'You are no longer signed in'),
        context: async (signal) => {
          const viewer = await parts.keeper.recheck(seat.credential);
          return viewer && parts.contextFor(viewer, seat.requestId, signal);
        },
      });
    },
    onNext: ({ extra }, _id, _payload, _args, result) =>
      result.errors && { ...result, errors: result.errors.map((error) => told(seats.of(extra.socket), error)) },
    onError: ({ extra }, _id, _payload, errors) => errors.map((error) => told(seats.of(extra.socket), error)),
  });
}

async function welcome(parts: SocketParts, seats: Seats, wire: Wire, params: unknown): Promise<boolean> {
  const credential = await shown(parts, wire.request, params);
  const viewer = await parts.keeper.admit(credential);
  return seats.take(wire.socket, { credential, viewer, requestId: parts.newRequestId() });
}

// A cookie counts only with our own Origin, which no other site can send; without an Origin only a token does.
async function shown(parts: SocketParts, request: IncomingMessage, params: unknown): Promise<Credential> {
  const token = typeof params === 'object' && params !== null && 'token' in params ? params.token : undefined;
  if (typeof token === 'string') return parts.keeper.credentialOfToken(token);
  const isOurs = request.headers.origin !== undefined && parts.origins().isOwn(request.headers.origin);
  return parts.keeper.credentialIn(isOurs ? { cookie: request.headers.cookie } : {});
}

function tooMany(): GraphQLError {
  return new GraphQLError(`At most ${MAX_SUBSCRIPTIONS} subscriptions may run on one socket.`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
  });
}

function upgradeRefusal(request: IncomingMessage, origins: Origins): number | null {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname !== '/graphql') return 404;
  const { origin } = request.headers;
  return origin !== undefined && !origins.isOwn(origin) ? 403 : null;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  const words: Record<number, string> = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' };
  socket.end(`HTTP/1.1 ${status} ${words[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function goAway(acceptor: WebSocketServer): Promise<void> {
  const clients = [...acceptor.clients];
  const gone = Promise.all(clients.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  for (const socket of clients) socket.close(1_001, 'Going away');
  const late = setTimeout(() => clients.forEach((socket) => socket.terminate()), FLUSH_MS);
  await gone;
  clearTimeout(late);
  acceptor.close();
}
