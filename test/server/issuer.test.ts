import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { ask } from '../support/sign-in.ts';
import { signedId } from '../../api/memberships/signed-id.rules.ts';
import { BEN, type EdgeWorld, edgeWorld, LINK_SECRET } from './edge-world.ts';

const SECRET = 'a-secret-that-only-the-two-servers-know';
const WHO = '{ viewerName }';

let world: EdgeWorld;
let issuer: Server;
let address: string;
let key: CryptoKey;
let otherKey: CryptoKey;

/** An identity provider of another house, which knows one person and asks nothing. */
beforeAll(async () => {
  ({ privateKey: key } = await generateKeyPair('ES256', { extractable: true }));
  ({ privateKey: otherKey } = await generateKeyPair('ES256'));
  issuer = createServer();
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  world = await edgeWorld({
    OIDC_ISSUER: address,
    OIDC_CLIENT_ID: 'kith',
    OIDC_CLIENT_SECRET: SECRET,
    OIDC_AUDIENCE: 'our-api',
  });
  await world.sql(`update person set subject = '${address}|person-1' where id = '${BEN}'`);

  // It says on its console that it keeps all in memory, which is as meant.
  const { warn } = console;
  console.warn = () => undefined;
  const { interactionPolicy, Provider } = await import('oidc-provider');
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const provider = new Provider(address, {
    clients: [
      {
        client_id: 'kith',
        client_secret: SECRET,
        redirect_uris: [`${world.url}/sign-in/callback`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    cookies: { keys: ['key'] },
    jwks: { keys: [{ ...(await exportJWK(key)), kid: 'one', alg: 'ES256', use: 'sig' }] } as never,
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { policy, url: () => '/choose' },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: 'kith', accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  console.warn = warn;
  const answer = provider.callback();
  issuer.on('request', (request, response) => {
    if (!request.url?.startsWith('/choose')) return void answer(request, response);
    const who = /who=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'person-1';
    void provider.interactionFinished(request, response, { login: { accountId: who, amr: ['mfa'] } });
  });
});

afterAll(async () => {
  await world.end();
  issuer.closeAllConnections();
  issuer.close();
});

/** Walks the flow through both houses with one jar of cookies for each; gives the last answer. */
async function walk(
  who: string,
  change: (address: string) => string = (next) => next,
  returnTo = '/my/plan',
): Promise<{ answer: Response; cookie: string }> {
  const jars: Record<string, string[]> = { [world.url]: [], [address]: [`who=${who}`] };
  let next = `${world.url}/sign-in?return=${returnTo}`;
  for (;;) {
    const jar = jars[new URL(next).origin] ?? [];
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: jar.join('; '), accept: 'text/html' } });
    jar.push(...answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''));
    const to = answer.headers.get('location');
    const cookie = jar.find((line) => line.startsWith('sid=')) ?? '';
    if (to === null || cookie) return { answer, cookie };
    next = change(new URL(to, next).href);
  }
}

describe('another house’s identity provider', () => {
  it('signs in whom it proves, by the same code flow', async () => {
    const { answer, cookie } = await walk('person-1');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my/plan']);
    expect((await ask(world.url, WHO, { cookie })).data).toEqual({ viewerName: 'Ben <b>Canary</b>' });
    await world.sql(
      `do $$ begin if not exists (select from session where methods = '{mfa}' or authenticated_at > now() - interval '1 minute') then raise 'not kept'; end if; end $$`,
    );
  });

  it('does not let in somebody whom nobody has added here', async () => {
    const { answer, cookie } = await walk('a-stranger');
    expect([answer.status, cookie]).toEqual([403, '']);
    expect(await answer.text()).toContain('We do not know you yet');
  });

  it('lets in somebody new who comes by the link of an open invitation, under the name they were invited by', async () => {
    const [linkId, other] = ['20000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000002'];
    await world.sql(
      `insert into organisation (id, kind, name) values ('${other}', 'PROVIDER', 'Brightwater')`,
      `insert into invitation (id, link_id, organisation_id, role, about_name, invitee_name, invited_by_id, invited_by_name, invited_at, expires_at)
       values ('${linkId}', '${linkId}', '${other}', 'MEMBER', 'Brightwater', 'Noor Newby', '${BEN}', 'Ben', now(), now() + interval '14 days')`,
    );
    const wrong = await walk('newcomer', undefined, `/invited/${signedId('another', 'invitation', linkId)}`);
    expect([wrong.answer.status, wrong.cookie]).toEqual([403, '']);
    const path = `/invited/${signedId(LINK_SECRET, 'invitation', linkId)}`;
    const { answer, cookie } = await walk('newcomer', undefined, path);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    expect((await ask(world.url, WHO, { cookie })).data).toEqual({ viewerName: 'Noor Newby' });
  });

  it.each([
    ['the state is another', (next: string) => next.replace(/([?&]state=)[^&]+/, '$1another')],
    ['the code is made up', (next: string) => next.replace(/([?&]code=)[^&]+/, '$1made-up')],
    ['the issuer is another', (next: string) => next.replace(/([?&]iss=)[^&]+/, '$1https%3A%2F%2Fevil.example')],
  ])('is not believed when %s', async (_what, change) => {
    const { answer, cookie } = await walk('person-1', (next) =>
      next.includes('/sign-in/callback') ? change(next) : next,
    );
    expect([answer.status, cookie]).toEqual([400, '']);
  });

  it('says so in words when it cannot be reached', async () => {
    const lost = await edgeWorld({
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID: 'kith',
      OIDC_CLIENT_SECRET: SECRET,
    });
    const answer = await fetch(`${lost.url}/sign-in`, { headers: { accept: 'text/html' } });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('You cannot sign in just now')]);
    const byToken = await ask(lost.url, WHO, { token: 'a.b.c' });
    expect([byToken.status, byToken.errors?.[0]?.extensions['code']]).toEqual([503, 'UNAVAILABLE']);
    await lost.end();
  });

  it('takes the place of the demo people', async () => {
    expect((await fetch(`${world.url}/oidc/auth`)).status).toBe(404);
  });
});

describe('a program’s token', () => {
  interface Claims extends JWTPayload {
    readonly signedBy?: 'another';
  }

  function token({ signedBy, ...claims }: Claims): Promise<string> {
    const soon = Math.floor(Date.now() / 1_000) + 600;
    const whole = { iss: address, aud: 'our-api', sub: 'person-1', exp: soon, ...claims };
    return new SignJWT(whole).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(signedBy ? otherKey : key);
  }

  it('is known when it is wholly in order', async () => {
    expect((await ask(world.url, WHO, { token: await token({}) })).data).toEqual({ viewerName: 'Ben <b>Canary</b>' });
  });

  it.each<[string, Claims]>([
    ['another key', { signedBy: 'another' }],
    ['another audience', { aud: 'kith' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['an end that is past', { exp: 1_000 }],
    ['no end', { exp: undefined }],
    ['a beginning that is yet to come', { nbf: Math.floor(Date.now() / 1_000) + 3_600 }],
    ['nobody’s name', { sub: undefined }],
    ['a stranger’s name', { sub: 'a-stranger' }],
  ])('is refused with %s', async (_what, claims) => {
    const answer = await ask(world.url, WHO, { token: await token(claims) });
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each(['alg none', 'made up', 'signed with a published word'])('is refused when it is %s', async (kind) => {
    const [, body = ''] = (await token({})).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const secret = new TextEncoder().encode(SECRET);
    const hmac = await new SignJWT({ iss: address, aud: 'our-api', sub: 'person-1' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(secret);
    const given = kind === 'alg none' ? none : kind === 'made up' ? 'made.up.token' : hmac;
    expect((await ask(world.url, WHO, { token: given })).status).toBe(401);
  });
});
