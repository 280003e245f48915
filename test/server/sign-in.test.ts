import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownPath } from '../../api/server/sign-in/code-flow.ts';
import { ask, signIn, tokenFor } from '../support/sign-in.ts';
import { AMIRA, type EdgeWorld, edgeWorld } from './edge-world.ts';

const WHO = '{ viewerName }';

let world: EdgeWorld;
beforeAll(async () => {
  world = await edgeWorld();
});
afterAll(() => world.end());

describe('signing in', () => {
  it('lists the demo people, safely written, and lets one press sign in', async () => {
    const jar: string[] = [];
    let address = `${world.url}/sign-in`;
    let answer = await fetch(address, { redirect: 'manual' });
    while (answer.status >= 300 && answer.status < 400) {
      jar.push(...answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''));
      address = new URL(answer.headers.get('location') ?? '', address).href;
      answer = await fetch(address, { redirect: 'manual', headers: { cookie: jar.join('; ') } });
    }
    const page = await answer.text();
    expect(page).toContain('Amira Canary');
    expect(page).toContain('Ben &#60;b&#62;Canary&#60;/b&#62;');
    expect(page).not.toMatch(/<script|password"/);

    const pressed = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: jar.join('; '), origin: world.url },
      body: new URLSearchParams({ person: 'ben' }),
    });
    expect(pressed.status).toBe(303);
    expect(pressed.headers.get('location')).toContain('/oidc/auth/');
  });

  it('gives a session that the next request is known by', async () => {
    const cookie = await signIn(world.url, 'amira');
    expect((await ask(world.url, WHO, { cookie })).data).toEqual({ viewerName: 'Amira Canary' });
    expect((await ask(world.url, WHO)).data).toEqual({ viewerName: '' });
  });

  it('keeps only the hash of the cookie', async () => {
    const cookie = await signIn(world.url, 'amira');
    const id = cookie.slice('sid='.length);
    await world.sql(
      `do $$ begin if exists (select from session where encode(id_hash, 'escape') like '%${id}%') then raise 'kept'; end if; end $$`,
    );
    expect(id).toMatch(/^[\w-]{43}$/);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const first = await fetch(`${world.url}/sign-in`, { redirect: 'manual' });
    expect(first.headers.getSetCookie()[0]).toMatch(/^sign_in=.*Path=\/sign-in; HttpOnly; SameSite=Lax$/);
    expect(first.headers.get('location')).toMatch(/code_challenge_method=S256/);
    expect(first.headers.get('location')).toMatch(/state=.*nonce=|nonce=.*state=/);
  });

  it('goes to its own address first, so that the cookie is set where the flow ends', async () => {
    const answer = await fetch(`${world.url.replace('localhost', '127.0.0.1')}/sign-in`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${world.url}/sign-in`);
  });

  it.each(['', '?code=made-up', '?code=made-up&state=made-up', '?error=access_denied'])(
    'refuses a callback that it did not ask for: %s',
    async (query) => {
      const started = await fetch(`${world.url}/sign-in`, { redirect: 'manual' });
      const cookie = started.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      for (const headers of [{ cookie: '' }, { cookie }, { cookie: `${cookie}x` }]) {
        const answer = await fetch(`${world.url}/sign-in/callback${query}`, { redirect: 'manual', headers });
        expect(answer.status).toBe(400);
        expect(answer.headers.getSetCookie().join()).not.toContain('sid=');
      }
    },
  );

  it.each([
    ['/my/plan?x=1', '/my/plan?x=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\nb', '/'],
    [undefined, '/'],
    [['/a'], '/'],
  ])('comes back only to a path of its own: %j', (given, path) => {
    expect(ownPath(given)).toBe(path);
  });
});

describe('a session ends', () => {
  it('by signing out, at once', async () => {
    const cookie = await signIn(world.url, 'amira');
    const answer = await fetch(`${world.url}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: world.url },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().join()).toMatch(/sid=;.*Expires=Thu, 01 Jan 1970/);
    expect((await ask(world.url, WHO, { cookie })).data).toEqual({ viewerName: '' });
  });

  it('not when another site asks', async () => {
    const cookie = await signIn(world.url, 'amira');
    const answer = await fetch(`${world.url}/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect((await ask(world.url, WHO, { cookie })).data).toEqual({ viewerName: 'Amira Canary' });
  });

  it.each([
    ['after thirty minutes without use', "seen_at = now() - interval '31 minutes'"],
    ['after twelve hours', "created_at = now() - interval '13 hours', expires_at = now() - interval '1 second'"],
  ])('%s', async (_when, change) => {
    const cookie = await signIn(world.url, 'amira');
    await world.sql(`update session set ${change} where person_id = '${AMIRA}'`);
    expect((await ask(world.url, WHO, { cookie })).data).toEqual({ viewerName: '' });
  });
});

describe('a program', () => {
  it('is known by its token', async () => {
    const token = await tokenFor(world.url, 'ben');
    expect((await ask(world.url, WHO, { token })).data).toEqual({ viewerName: 'Ben <b>Canary</b>' });
  });

  it('gets no token for somebody who is not of the demonstration', async () => {
    await expect(tokenFor(world.url, 'nobody')).rejects.toThrow('invalid_grant');
  });

  it('is refused with a token that is not in order', async () => {
    const answer = await ask(world.url, WHO, { token: 'made.up.token' });
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});
