import type { WebSocket } from 'ws';
import type { Viewer } from '../common/viewer.ts';
import type { Metrics } from './metrics.ts';
import type { Credential, Doorkeeper } from './sign-in/credentials.ts';

/** Whose an open socket is. */
export interface Seat {
  readonly socket: WebSocket;
  readonly credential: Credential;
  readonly personId: string;
  readonly requestId: string;
}

/** Who sits at the open sockets; closes those whose right to be here has ended. */
export interface Seats {
  /** Gives a seat, or closes the socket: 4401 for nobody, 4429 for one socket too many. Answers whether it has one. */
  take(socket: WebSocket, who: { credential: Credential; viewer: Viewer; requestId: string }): boolean;
  of(socket: WebSocket): Seat | undefined;
  endSession(hash: Buffer): void;
  /** Looks again whether a person's sockets may stay. */
  recheck(personId: string): Promise<void>;
  /** Closes a person's sockets with 4205, since what they may see has changed: the client comes back and reads all afresh. */
  startAgain(personId: string): void;
  /** Looks at every socket: sessions that were left idle or grew old, and tokens that ran out. */
  sweep(liveSessions: (hashes: readonly Buffer[]) => Promise<ReadonlySet<string>>): Promise<void>;
}

const MAX_SOCKETS = 10;

/** Makes the seats of one server. */
export function makeSeats(keeper: Doorkeeper, metrics: Metrics): Seats {
  const seats = new Map<WebSocket, Seat>();
  const byPerson = new Map<string, Set<Seat>>();

  function sit(seat: Seat): void {
    const { socket, personId } = seat;
    const others = byPerson.get(personId) ?? new Set();
    byPerson.set(personId, others.add(seat));
    seats.set(socket, seat);
    metrics.sockets.inc();
    socket.once('close', () => {
      seats.delete(socket);
      others.delete(seat);
      if (others.size === 0) byPerson.delete(personId);
      metrics.sockets.dec();
    });
  }

  return {
    take: (socket, { credential, viewer: { personId }, requestId }) => {
      if (personId === null) return refuse(socket, 4_401, 'Sign in first');
      if ((byPerson.get(personId)?.size ?? 0) >= MAX_SOCKETS) return refuse(socket, 4_429, 'Too many connections');
      if (socket.readyState !== socket.OPEN) return false;
      sit({ socket, credential, personId, requestId });
      return true;
    },
    of: (socket) => seats.get(socket),
    endSession: (hash) => [...seats.values()].filter((seat) => isOfSession(seat, hash)).forEach(dismiss),
    recheck: async (personId) => {
      const concerned = [...(byPerson.get(personId) ?? [])];
      await Promise.all(
        concerned.map(async (seat) => {
          if ((await keeper.recheck(seat.credential)) === null) dismiss(seat);
        }),
      );
    },
    startAgain: (personId) => {
      for (const { socket } of byPerson.get(personId) ?? []) socket.close(4_205, 'What you may see has changed');
    },
    sweep: (liveSessions) => sweep([...seats.values()], liveSessions),
  };
}

async function sweep(seats: readonly Seat[], liveSessions: Parameters<Seats['sweep']>[0]): Promise<void> {
  const hashes = seats.flatMap(({ credential }) => (credential.kind === 'session' ? [credential.hash] : []));
  const live = hashes.length === 0 ? new Set<string>() : await liveSessions(hashes);
  for (const seat of seats) if (isOver(seat.credential, live)) dismiss(seat);
}

function isOfSession({ credential }: Seat, hash: Buffer): boolean {
  return credential.kind === 'session' && credential.hash.equals(hash);
}

function refuse(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason);
  return false;
}

function dismiss(seat: Seat): void {
  seat.socket.close(4_403, 'You are no longer signed in');
}

function isOver(credential: Credential, live: ReadonlySet<string>): boolean {
  if (credential.kind === 'session') return !live.has(credential.hash.toString('hex'));
  return credential.kind === 'none' || credential.expiresAt <= new Date();
}
