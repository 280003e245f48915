import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider, ResourceServer } from 'oidc-provider';
import type { Pool } from 'pg';
import type { Environment } from '../../platform/environment.ts';
import type { Origins } from '../origins.ts';
import { Demo } from './identity-provider.ts';
import { escapeHtml, plainPage } from './page.ts';
import { demoPeople, type DemoPerson } from './sessions.ts';

/** What the embedded provider needs of the edge. */
export interface DevelopmentProviderParts {
  readonly environment: Pick<Environment, 'isProduction'>;
  readonly pool: Pool;
  readonly origins: () => Origins;
}

const MOUNT = '/oidc';
const FORM_BYTES = 2_000;

/** Mounts the identity provider of the demonstration, whose people need no password; refuses to exist in production. */
export function addDevelopmentProvider(app: FastifyInstance, parts: DevelopmentProviderParts): void {
  if (parts.environment.isProduction) {
    throw new Error('The sign-in of the demo people does not run in production: set OIDC_ISSUER.');
  }
  let made: Promise<Provider> | null = null;
  const provider = () => (made ??= makeQuietly(parts));

  app.register((scope, _options, done) => {
    // The provider reads bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    scope.get(`${MOUNT}/interaction/:uid`, async (request, reply) =>
      showPeople(parts, await provider(), request, reply),
    );
    scope.post(`${MOUNT}/interaction/:uid`, async (request, reply) =>
      choosePerson(parts, await provider(), request, reply),
    );
    scope.all(`${MOUNT}/*`, async (request, reply) => pass((await provider()).callback(), request, reply));
    done();
  });
}

/** Makes it without the warnings on its own console: that it keeps all in memory is as meant. */
async function makeQuietly(parts: DevelopmentProviderParts): Promise<Provider> {
  /* eslint-disable no-console -- it is the console that is kept quiet */
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await makeProvider(parts);
  } finally {
    console.warn = warn;
  }
  /* eslint-enable no-console */
}

async function makeProvider({ pool, origins }: DevelopmentProviderParts): Promise<Provider> {
  const { Provider, interactionPolicy } = await import('oidc-provider');
  const { own } = origins();
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') };
  const api = apiServer();
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const provider = new Provider(own + MOUNT, {
    ...configuration(own, api),
    jwks: { keys: [key] } as Configuration['jwks'],
    interactions: { policy, url: (_ctx, { uid }) => `${MOUNT}/interaction/${uid}` },
  });
  provider.registerGrantType(Demo.GRANT, (ctx) => grantToProgram(provider, pool, api, ctx), ['person']);
  return provider;
}

function clients(own: string): ClientMetadata[] {
  const shared = { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' } as const;
  const browser: ClientMetadata = {
    ...shared,
    client_id: Demo.CLIENT,
    redirect_uris: [`${own}/sign-in/callback`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    require_auth_time: true,
  };
  const program: ClientMetadata = {
    ...shared,
    client_id: Demo.PROGRAM,
    redirect_uris: [],
    grant_types: [Demo.GRANT],
    response_types: [],
  };
  return [browser, program];
}

function configuration(own: string, api: ResourceServer): Configuration {
  return {
    clients: clients(own),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: { enabled: true, defaultResource: () => [], getResourceServerInfo: () => api },
    },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    loadExistingGrant: async (ctx) => {
      const { Grant } = ctx.oidc.provider;
      const grant = new Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError: (ctx, { error }) => {
      ctx.type = 'html';
      ctx.body = plainPage(
        'You are not signed in',
        `<p>The demonstration's sign-in answered: ${escapeHtml(error)}.</p><p><a href="/sign-in">Start again</a></p>`,
      );
    },
    ttl: {
      AccessToken: 3_600,
      AuthorizationCode: 60,
      Grant: 3_600,
      IdToken: 3_600,
      Interaction: 3_600,
      Session: 3_600,
    },
  };
}

function apiServer(): ResourceServer {
  return {
    scope: '',
    audience: Demo.AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: 3_600,
    jwt: { sign: { alg: 'ES256' } },
  };
}

/** A program names a demo person and gets that person's token: as open as the page itself, and open only where it is. */
async function grantToProgram(
  provider: Provider,
  pool: Pool,
  api: ResourceServer,
  ctx: KoaContextWithOIDC,
): Promise<void> {
  const { errors } = await import('oidc-provider');
  const subject = String(ctx.oidc.params?.['person'] ?? '');
  const { client } = ctx.oidc;
  if (client === undefined || !isAmong(await demoPeople(pool), subject)) {
    throw new errors.InvalidGrant(`Nobody in the demonstration is called by that subject.`);
  }
  const token = new provider.AccessToken({ accountId: subject, client, gty: 'demo_person', scope: undefined } as never);
  token.resourceServer = new provider.ResourceServer(Demo.AUDIENCE, api);
  ctx.body = { access_token: await token.save(), expires_in: token.expiration, token_type: token.tokenType };
}

async function showPeople(
  parts: DevelopmentProviderParts,
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
  if (details === null) return reply.redirect('/sign-in');
  const people = await demoPeople(parts.pool);
  const hint = details.params['login_hint'];
  if (typeof hint === 'string' && isAmong(people, hint)) return finish(provider, request, reply, hint);
  return reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(peoplePage(details.uid, people));
}

async function choosePerson(
  parts: DevelopmentProviderParts,
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const subject = new URLSearchParams(await readForm(request.raw)).get('person') ?? '';
  const isKnown = isAmong(await demoPeople(parts.pool), subject);
  const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
  if (!isKnown || details === null) return reply.redirect('/sign-in', 303);
  return finish(provider, request, reply, subject);
}

async function finish(provider: Provider, request: FastifyRequest, reply: FastifyReply, accountId: string) {
  const result = { login: { accountId, amr: ['demo'], remember: false } };
  const address = await provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false });
  return reply.redirect(address, 303);
}

function peoplePage(uid: string, people: readonly DemoPerson[]): string {
  const rows = people.map(
    ({ subject, name, note }) =>
      `<li><button name="person" value="${escapeHtml(subject)}"><strong>${escapeHtml(name)}</strong>${escapeHtml(note)}</button></li>`,
  );
  const list = `<form method="post" action="${MOUNT}/interaction/${escapeHtml(uid)}"><ul>${rows.join('\n')}</ul></form>`;
  const none = '<p>There are no demo people yet. Fill the database first: <code>npm run kith -- seed</code></p>';
  const intro =
    '<p>These people are invented, and need no password. A real installation asks its own identity provider.</p>';
  return plainPage('Choose who to be', intro + (people.length === 0 ? none : list));
}

function isAmong(people: readonly DemoPerson[], subject: string): boolean {
  return people.some((person) => person.subject === subject);
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > FORM_BYTES) return '';
  }
  return text;
}

type Callback = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function pass(callback: Callback, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.hijack();
  // The provider works out its own path from what is left of the address.
  const raw = Object.assign(request.raw, { originalUrl: request.raw.url });
  raw.url = raw.url?.slice(MOUNT.length) ?? '/';
  await callback(raw, reply.raw);
}
