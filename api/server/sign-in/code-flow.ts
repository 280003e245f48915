import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from 'openid-client';
import type { Pool } from 'pg';
import type { Logger } from '../../platform/log.ts';
import { refusal } from '../errors.ts';
import type { Origins } from '../origins.ts';
import { sessionCookieName, sessionCookieOptions, sessionIn } from './cookies.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { escapeHtml, PLAIN_STYLE, plainPage } from './page.ts';
import { closeSession, hashOf, openSession, type Proof } from './sessions.ts';

/** What sign-in needs of the edge. */
export interface SignInParts {
  readonly pool: Pool;
  readonly provider: IdentityProvider | null;
  readonly origins: () => Origins;
  readonly log: Logger;
  /** Why nobody can sign in, when there is no provider. */
  readonly whyNot: string;
  /** At most so many sign-ins a minute from one address. */
  readonly ratePerMinute: number;
  /** Takes in somebody new who came by this path; false when the path lets nobody in. */
  welcome(path: string, subject: string, requestId: string): Promise<boolean>;
  /** Told when a session has ended here, before the answer goes out. */
  onSignOut(hash: Buffer): void;
}

const TRIP_COOKIE = 'sign_in';

/** What a browser carries to the identity provider and back, signed so that nobody can hand it another's. */
interface Trip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** Adds the routes of signing in and out: OpenID Connect's code flow with PKCE, whatever the provider. */
export function addSignIn(app: FastifyInstance, parts: SignInParts): void {
  const limits = { config: { rateLimit: parts.ratePerMinute > 0 && { max: parts.ratePerMinute, timeWindow: 60_000 } } };
  app.get('/sign-in', limits, (request, reply) => leave(parts, request, reply));
  app.get('/sign-in/callback', limits, (request, reply) => comeBack(parts, request, reply));
  app.get('/sign-in/style.css', (_request, reply) => reply.type('text/css').send(PLAIN_STYLE));
  app.post('/sign-out', (request, reply) => signOut(parts, request, reply));
}

async function leave(parts: SignInParts, request: FastifyRequest, reply: FastifyReply) {
  const { provider } = parts;
  if (provider === null) return tell(reply, 503, 'You cannot sign in yet', parts.whyNot);
  // The cookie of the trip must be set where the provider sends the browser back to.
  const { own, isOwn } = parts.origins();
  const asked = `${request.protocol}://${request.host}`;
  if (asked !== own && isOwn(asked)) return reply.redirect(own + request.url);

  const query = request.query as Partial<Record<string, unknown>>;
  const configuration = await provider.configuration().catch((error: unknown) => {
    parts.log.error({ event: 'identity_provider_unreachable', requestId: request.id, err: error });
    return null;
  });
  if (configuration === null) {
    return tell(
      reply,
      503,
      'You cannot sign in just now',
      'The service that proves who you are does not answer. Try again in a few minutes.',
    );
  }
  const hints = provider.isDemo
    ? { prompt: 'login', ...(typeof query['person'] === 'string' && { login_hint: query['person'] }) }
    : {};
  const { trip, address } = await planTrip(configuration, own, ownPath(query['return']), hints);
  reply.setCookie(TRIP_COOKIE, JSON.stringify(trip), tripOptions(parts));
  return reply.redirect(address.href);
}

async function planTrip(configuration: Configuration, own: string, returnTo: string, hints: Record<string, string>) {
  const openid = await import('openid-client');
  const trip: Trip = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
    returnTo,
  };
  const address = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: `${own}/sign-in/callback`,
    scope: 'openid',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    ...hints,
  });
  return { trip, address };
}

async function comeBack(parts: SignInParts, request: FastifyRequest, reply: FastifyReply) {
  const trip = tripIn(request);
  reply.clearCookie(TRIP_COOKIE, { path: '/sign-in' });
  if (parts.provider === null || trip === null) {
    return tell(reply, 400, 'Please sign in again', 'This sign-in was started too long ago, or in another browser.');
  }
  const proof = await prove(parts, parts.provider, trip, request);
  if (proof === null) {
    return tell(reply, 400, 'You are not signed in', 'The sign-in was not finished, so nothing has changed.');
  }
  const known = await openSession(parts.pool, proof);
  const isNew = known === null && (await parts.welcome(trip.returnTo, proof.subject, request.id));
  const id = isNew ? await openSession(parts.pool, proof) : known;
  if (id === null) {
    return tell(
      reply,
      403,
      'We do not know you yet',
      'You proved who you are, but nobody has added you here. Ask whoever invited you.',
    );
  }
  const { isSecure } = parts.origins();
  const before = sessionIn(request.headers.cookie, isSecure);
  if (before !== null) await endSession(parts, hashOf(before));
  reply.setCookie(sessionCookieName(isSecure), id, sessionCookieOptions(isSecure));
  return reply.redirect(trip.returnTo, 303);
}

async function prove(
  parts: SignInParts,
  provider: IdentityProvider,
  trip: Trip,
  request: FastifyRequest,
): Promise<Proof | null> {
  const { authorizationCodeGrant } = await import('openid-client');
  try {
    const address = new URL(request.url, parts.origins().own);
    const tokens = await authorizationCodeGrant(await provider.configuration(), address, {
      pkceCodeVerifier: trip.verifier,
      expectedState: trip.state,
      expectedNonce: trip.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) return null;
    const { auth_time: at, acr, vot, amr } = claims;
    return {
      subject: provider.subjectOf(claims),
      authenticatedAt: typeof at === 'number' ? new Date(at * 1_000) : new Date(),
      assurance: typeof acr === 'string' ? acr : typeof vot === 'string' ? vot : null,
      methods: Array.isArray(amr) ? amr.map(String) : [],
    };
  } catch (error) {
    parts.log.warn({ event: 'sign_in_refused', requestId: request.id, err: error });
    return null;
  }
}

async function signOut(parts: SignInParts, request: FastifyRequest, reply: FastifyReply) {
  const { isSecure } = parts.origins();
  const id = sessionIn(request.headers.cookie, isSecure);
  if (id !== null) await endSession(parts, hashOf(id));
  reply.clearCookie(sessionCookieName(isSecure), sessionCookieOptions(isSecure));
  if (request.headers.accept?.includes('json')) return reply.code(204).send();
  return reply.redirect('/', 303);
}

async function endSession(parts: SignInParts, hash: Buffer): Promise<void> {
  await closeSession(parts.pool, hash);
  parts.onSignOut(hash);
}

function tripIn(request: FastifyRequest): Trip | null {
  const cookie = request.cookies[TRIP_COOKIE];
  const unsigned = cookie === undefined ? null : request.unsignCookie(cookie);
  // Only what this server signed gets so far, so its form is known.
  return unsigned?.valid ? (JSON.parse(unsigned.value) as Trip) : null;
}

function tripOptions(parts: SignInParts) {
  const { isSecure } = parts.origins();
  return { path: '/sign-in', httpOnly: true, sameSite: 'lax', secure: isSecure, signed: true, maxAge: 600 } as const;
}

/** A path of ours to go back to; anything that could lead elsewhere becomes the front page. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(path) && path.length <= 500 ? path : '/';
}

function tell(reply: FastifyReply, status: number, title: string, sentence: string) {
  if (reply.request.headers.accept?.startsWith('application/json')) {
    return reply.code(status).send(refusal(status === 503 ? 'UNAVAILABLE' : 'UNAUTHENTICATED', sentence));
  }
  const body = `<p>${escapeHtml(sentence)}</p>\n<p><a href="/sign-in">Try again</a> or <a href="/">go to the front page</a>.</p>`;
  return reply.code(status).type('text/html; charset=utf-8').send(plainPage(title, body));
}
