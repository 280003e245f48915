import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { ask, signIn } from '../support/sign-in.ts';
import { type EdgeWorld, edgeWorld } from './edge-world.ts';

describe('health', () => {
  let world: EdgeWorld;
  beforeAll(async () => {
    world = await edgeWorld();
  });
  afterAll(() => world.end());

  it('lives and is ready', async () => {
    expect(await (await fetch(`${world.url}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${world.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('is not ready while a migration waits', async () => {
    await world.sql('create table kept as select * from migration', 'delete from migration');
    const ready = await fetch(`${world.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not ready', reason: 'The database is not at the newest migration.' },
    ]);
    await world.sql('insert into migration select * from kept', 'drop table kept');
  });

  it('counts requests, operations, sockets and connections, and nobody’s words', async () => {
    await ask(world.url, 'query CanaryName { viewerName }');
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    for (const name of [
      'kith_operation_seconds',
      'kith_request_seconds',
      'kith_sockets',
      'kith_subscriptions',
      'kith_pool_connections',
    ]) {
      expect(metrics).toContain(name);
    }
    expect(metrics).not.toContain('Canary');
  });

  it('sends the headers that keep a page to itself', async () => {
    const { headers } = await fetch(`${world.url}/sign-in/callback`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|https?:/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('answers an unknown address as JSON to programs', async () => {
    const answer = await fetch(`${world.url}/nothing/here`);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });
});

describe('stopping', () => {
  it('finishes what was begun, sends sockets away with 1001 and takes no more', async () => {
    const world = await edgeWorld();
    const cookie = await signIn(world.url, 'amira');
    const socket = new WebSocket(`${world.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie, origin: world.url },
    });
    const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
    await new Promise((resolve) => socket.once('open', resolve));

    const slow = ask(world.url, '{ slow }', { cookie });
    const { promise: isAsked, resolve } = deferred();
    const probe = async () => {
      for (;;) {
        const metrics = await (await fetch(`${world.url}/metrics`)).text();
        if (/kith_pool_connections\{state="busy"\} [1-9]/.test(metrics)) return resolve();
      }
    };
    await Promise.all([probe(), isAsked]);
    const stopped = world.end();
    expect(await closed).toBe(1_001);
    expect((await slow).data).toEqual({ slow: 'done' });
    await stopped;
    await expect(fetch(`${world.url}/healthz`)).rejects.toThrow();
  });
});

describe('in production', () => {
  const issuer = {
    OIDC_ISSUER: 'https://login.invalid',
    OIDC_CLIENT_ID: 'kith',
    OIDC_CLIENT_SECRET: 'x'.repeat(32),
    COOKIE_SECRET: 'y'.repeat(32),
  };

  it('has no introspection, no GraphiQL and no demo people, and limits the rate', async () => {
    const world = await edgeWorld({
      NODE_ENV: 'production',
      ...issuer,
      PUBLIC_URL: 'https://kith.example',
      RATE_PER_MINUTE: '5',
    });
    const { running } = world;
    const address = running.server.address();
    const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
    expect(running.url).toBe('https://kith.example');

    const asked = await ask(url, '{ __schema { types { name } } }');
    expect([asked.status, asked.errors?.[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    for (const path of ['/graphiql', '/oidc/auth', '/oidc/token']) expect((await fetch(url + path)).status).toBe(404);
    const last = await ask(url, '{ viewerName }');
    expect(last.headers.get('strict-transport-security')).toContain('max-age');

    const tooMany = await ask(url, '{ viewerName }');
    expect([tooMany.status, tooMany.errors?.[0]?.extensions]).toEqual([
      429,
      { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
    ]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await world.end();
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
