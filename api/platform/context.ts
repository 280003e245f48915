import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { Temporal } from '../common/calendar.ts';
import type { Viewer } from '../common/viewer.ts';
import type { Database } from './database.ts';
import type { Hub } from './hub.ts';
import { type Looks, NO_LOOKS } from './looks.ts';

/** What the links in letters are made with. */
export interface Links {
  /** Key that signs them. */
  readonly secret: string;
  /** Address that people type, without a slash at the end. */
  readonly home: string;
  /** Whether there is a mail server to send letters through. */
  readonly hasMail: boolean;
}

// Of this process alone: links made with it are not known to another.
const OWN_LINKS: Links = { secret: randomBytes(32).toString('hex'), home: 'http://localhost:4000', hasMail: false };

/** What every use case is given: who asks, where the data is, what time it is, how to name and to log. */
export interface Context {
  readonly viewer: Viewer;
  readonly db: Database;
  readonly now: () => Temporal.Instant;
  /** An identifier that sorts by time. */
  readonly newId: () => string;
  /** A random identifier, for people and needs: it tells nothing of when they came. */
  readonly newOpaqueId: () => string;
  readonly log: Logger;
  readonly requestId: string;
  /** Mark that tells one caller's address from another's and not the address itself; null for jobs and sockets. */
  readonly caller: string | null;
  readonly links: Links;
  /** Takes note of who looked at what is held about somebody. */
  readonly looks: Looks;
  /** What this request has loaded so far; never shared with another. */
  readonly cache: Map<unknown, unknown>;
}

/** What a resolver is given beyond a use case: the live feed, and the end of the request or subscription. */
export interface GraphQLContext extends Context {
  readonly hub: Hub;
  readonly signal: AbortSignal;
}

/** Makes a context for one request, one job or one delivery of an event. */
export function makeContext(
  parts: Pick<Context, 'viewer' | 'db' | 'log'> &
    Partial<Pick<Context, 'now' | 'requestId' | 'caller' | 'links' | 'looks'>>,
): Context {
  return {
    now: () => Temporal.Now.instant(),
    requestId: randomUUID(),
    caller: null,
    links: OWN_LINKS,
    looks: NO_LOOKS,
    ...parts,
    newId: () => v7(),
    newOpaqueId: () => randomUUID(),
    cache: new Map(),
  };
}
