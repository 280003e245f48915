import { GraphQLError } from 'graphql';
import { errors } from 'jose';
import type { Pool } from 'pg';
import { ANONYMOUS, type Viewer } from '../../common/viewer.ts';
import { sessionIn } from './cookies.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { findBySubject, findSession, hashOf, useSession } from './sessions.ts';

/** What a caller has shown: nothing, a browser's session, or a program's token. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly hash: Buffer }
  | { readonly kind: 'token'; readonly subject: string; readonly expiresAt: Date };

/** Finds out who is asking; the token wins over the cookie, and a dead session is nobody. */
export interface Doorkeeper {
  /** Reads what was shown; throws UNAUTHENTICATED on a token that is not in order. */
  credentialIn(headers: { readonly authorization?: string; readonly cookie?: string }): Promise<Credential>;
  credentialOfToken(token: string): Promise<Credential>;
  /** The viewer of a request, whose session is thereby used; anonymous when nobody is signed in. */
  admit(credential: Credential): Promise<Viewer>;
  /** The viewer as of now, without use of the session; null when there is no right to be here any more. */
  recheck(credential: Credential): Promise<Viewer | null>;
}

/** Makes the doorkeeper over the pool of the app role. */
export function doorkeeper(pool: Pool, provider: IdentityProvider | null, isSecure: () => boolean): Doorkeeper {
  async function credentialOfToken(token: string): Promise<Credential> {
    if (provider === null) throw unauthenticated('Nobody can sign in here: no identity provider is set.');
    try {
      return { kind: 'token', ...(await provider.verify(token)) };
    } catch (error) {
      throw tokenRefusal(error);
    }
  }

  async function credentialIn({
    authorization,
    cookie,
  }: {
    authorization?: string;
    cookie?: string;
  }): Promise<Credential> {
    if (authorization !== undefined) {
      const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
      if (token === undefined) throw unauthenticated('Send the token as "Authorization: Bearer" and the token.');
      return credentialOfToken(token);
    }
    const id = sessionIn(cookie, isSecure());
    return id === null ? { kind: 'none' } : { kind: 'session', hash: hashOf(id) };
  }

  async function admit(credential: Credential): Promise<Viewer> {
    if (credential.kind === 'session') return (await useSession(pool, credential.hash)) ?? ANONYMOUS;
    if (credential.kind === 'none') return ANONYMOUS;
    const viewer = await findBySubject(pool, credential.subject);
    if (viewer === null) throw unauthenticated('Nobody here is known by this token.');
    return viewer;
  }

  async function recheck(credential: Credential): Promise<Viewer | null> {
    if (credential.kind === 'session') return findSession(pool, credential.hash);
    if (credential.kind === 'none' || credential.expiresAt <= new Date()) return null;
    return findBySubject(pool, credential.subject);
  }

  return { credentialIn, credentialOfToken, admit, recheck };
}

// Only what jose says of the token itself is the caller's affair; anything else is the way to the provider's keys.
function tokenRefusal(error: unknown): GraphQLError {
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
    return unauthenticated('This token is not valid here: ask the identity provider for a new one.');
  }
  return new GraphQLError('The identity provider cannot be reached just now. Try again in a moment.', {
    extensions: { code: 'UNAVAILABLE', http: { status: 503 } },
  });
}

function unauthenticated(message: string): GraphQLError {
  const headers = new Map([['www-authenticate', 'Bearer']]);
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers } } });
}
