import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Viewer } from '../../common/viewer.ts';

/** What an identity provider has told of somebody who just proved who they are. */
export interface Proof {
  readonly subject: string;
  readonly authenticatedAt: Date;
  readonly assurance: string | null;
  readonly methods: readonly string[];
}

/** One of the people of the demonstration. */
export interface DemoPerson {
  readonly subject: string;
  readonly name: string;
  readonly note: string;
}

/** Opens a session and gives the cookie's value; null when nobody here has that subject. */
export async function openSession(pool: Pool, proof: Proof): Promise<string | null> {
  const id = randomBytes(32).toString('base64url');
  const { subject, authenticatedAt, assurance, methods } = proof;
  const { rows } = await pool.query<{ person: string | null }>({
    name: 'open_session',
    text: 'select access.open_session($1, $2, $3, $4, $5) as person',
    values: [hashOf(id), subject, authenticatedAt, assurance, methods],
  });
  return rows[0]?.person ? id : null;
}

/** What the table keeps of a cookie's value, so that reading the table lets nobody in. */
export function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}

/** The viewer of a living session, marked as used now; null when the session is over. */
export function useSession(pool: Pool, hash: Buffer): Promise<Viewer | null> {
  return viewer(pool, 'use_session', hash);
}

/** The viewer of a living session, without marking it: a push is no use by the person. */
export function findSession(pool: Pool, hash: Buffer): Promise<Viewer | null> {
  return viewer(pool, 'find_session', hash);
}

/** The viewer whom a verified token names; null when nobody here has that subject. */
export function findBySubject(pool: Pool, subject: string): Promise<Viewer | null> {
  return viewer(pool, 'viewer_by_subject', subject);
}

/** Ends a session; doing so twice does no harm. */
export async function closeSession(pool: Pool, hash: Buffer): Promise<void> {
  await pool.query({ name: 'close_session', text: 'select access.close_session($1)', values: [hash] });
}

/** Those of the given sessions that still live, as hexadecimal hashes. */
export async function liveSessions(pool: Pool, hashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ hash: Buffer }>({
    name: 'live_sessions',
    text: 'select live.hash from access.live_sessions($1) as live (hash)',
    values: [hashes],
  });
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}

/** The people of the demonstration, as the development sign-in page lists them. */
export async function demoPeople(pool: Pool): Promise<DemoPerson[]> {
  const { rows } = await pool.query<DemoPerson>('select subject, name, note from access.demo_people()');
  return rows;
}

type Finder = 'use_session' | 'find_session' | 'viewer_by_subject';

async function viewer(pool: Pool, finder: Finder, key: Buffer | string): Promise<Viewer | null> {
  const { rows } = await pool.query<{ viewer: Viewer | null }>({
    name: finder,
    text: `select access.${finder}($1) as viewer`,
    values: [key],
  });
  return rows[0]?.viewer ?? null;
}
