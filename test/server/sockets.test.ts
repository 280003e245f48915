import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { openSocket, signIn, tokenFor } from '../support/sign-in.ts';
import { AMIRA, BEN, type EdgeWorld, edgeWorld, listening, ring } from './edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => {
  world = await edgeWorld();
});
afterAll(() => world.end());

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A socket spoken to by hand: what it says next, and how it closes. */
function rawSocket(headers: Record<string, string> = {}, protocol = 'graphql-transport-ws') {
  const socket = new WebSocket(`${world.url.replace(/^http/, 'ws')}/graphql`, protocol, { headers });
  const said: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message;
    const next = waiting.shift();
    if (next) next(message);
    else said.push(message);
  });
  socket.on('error', () => undefined);
  return {
    socket,
    opened: once(socket, 'open'),
    closed: new Promise<number>((resolve) => socket.once('close', (code) => resolve(code))),
    say: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () => {
      const message = said.shift();
      return message ? Promise.resolve(message) : new Promise<Message>((resolve) => waiting.push(resolve));
    },
  };
}

async function acknowledged(cookie: string) {
  const raw = rawSocket({ cookie, origin: world.url });
  await raw.opened;
  raw.say({ type: 'connection_init' });
  expect((await raw.next()).type).toBe('connection_ack');
  return raw;
}

const subscribe = (id: string, query: string, variables?: unknown) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});

describe('subscriptions', () => {
  it.each(['cookie', 'token'])('tell of each event through a context of its own, by %s', async (kind) => {
    const who =
      kind === 'cookie' ? { cookie: await signIn(world.url, 'amira') } : { token: await tokenFor(world.url, 'amira') };
    const client = openSocket(world.url, who);
    const events = client.iterate({ query: 'subscription { rung { at viewerName timesContextUsed } }' });
    const first = events.next();
    await listening(1);
    ring();
    expect((await first).value).toEqual({ data: { rung: { at: 1, viewerName: 'Amira Canary', timesContextUsed: 1 } } });

    await world.sql(`update person set name = 'Amira Changed' where id = '${AMIRA}'`);
    ring();
    expect((await events.next()).value).toEqual({
      data: { rung: { at: 2, viewerName: 'Amira Changed', timesContextUsed: 1 } },
    });
    await world.sql(`update person set name = 'Amira Canary' where id = '${AMIRA}'`);
    await client.dispose();
    await listening(0);
  });

  it('end when the client completes them, though no event comes', async () => {
    const raw = await acknowledged(await signIn(world.url, 'amira'));
    raw.say(subscribe('1', 'subscription { rung { at } }'));
    await listening(1);
    raw.say({ id: '1', type: 'complete' });
    await listening(0);
    raw.socket.close();
  });

  it('mask errors as HTTP does', async () => {
    const raw = await acknowledged(await signIn(world.url, 'amira'));
    raw.say(subscribe('1', 'subscription { rung { broken } }'));
    await listening(1);
    ring();
    expect(await raw.next()).toMatchObject({
      type: 'next',
      payload: {
        data: { rung: { broken: null } },
        errors: [{ message: expect.stringContaining('Quote'), extensions: { code: 'INTERNAL' } }],
      },
    });
    raw.socket.close();
    await listening(0);
  });

  it.each([
    ['a query', '{ viewerName }', 'SUBSCRIPTIONS_ONLY'],
    ['a mutation', 'mutation { poke }', 'SUBSCRIPTIONS_ONLY'],
    ['what does not parse', '{', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { rung { no } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too many tokens', `subscription { rung { ${'at '.repeat(1_000)} } }`, 'TOO_MANY_TOKENS'],
    [
      'too many aliases',
      `subscription { rung { ${Array.from({ length: 16 }, (_, at) => `a${at}: at`).join(' ')} } }`,
      'TOO_MANY_ALIASES',
    ],
    ['too much', `subscription { rung(first: 6000) { again { at } } }`, 'QUERY_TOO_COSTLY'],
  ])('refuse %s', async (_what, query, code) => {
    const raw = await acknowledged(await signIn(world.url, 'amira'));
    raw.say(subscribe('1', query));
    expect(await raw.next()).toMatchObject({ type: 'error', id: '1', payload: [{ extensions: { code } }] });
    raw.socket.close();
  });

  it('refuse a variable of the wrong type as the caller’s mistake', async () => {
    const raw = await acknowledged(await signIn(world.url, 'amira'));
    raw.say(subscribe('1', 'subscription ($words: String) { rung(words: $words) { at } }', { words: 7 }));
    expect(await raw.next()).toMatchObject({
      type: 'next',
      payload: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    raw.socket.close();
  });

  it('are at most fifty on a socket', async () => {
    const raw = await acknowledged(await signIn(world.url, 'amira'));
    for (let at = 1; at <= 51; at += 1) raw.say(subscribe(String(at), 'subscription { rung { at } }'));
    expect(await raw.next()).toMatchObject({
      type: 'error',
      id: '51',
      payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
    });
    raw.socket.close();
    await listening(0);
  });
});

describe('a socket is closed', () => {
  it('at once when its session signs out, and no other is', async () => {
    const [mine, other] = [await signIn(world.url, 'amira'), await signIn(world.url, 'amira')];
    const [raw, kept] = [await acknowledged(mine), await acknowledged(other)];
    await fetch(`${world.url}/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie: mine } });
    expect(await raw.closed).toBe(4_403);
    kept.say({ type: 'ping' });
    expect((await kept.next()).type).toBe('pong');
    kept.socket.close();
  });

  it('when another process ends the session', async () => {
    const raw = await acknowledged(await signIn(world.url, 'ben'));
    await world.sql(`delete from session where person_id = '${BEN}'`, `select pg_notify('kith_access', '${BEN}')`);
    expect(await raw.closed).toBe(4_403);
  });

  it('at the next event when nobody told that the session is over', async () => {
    const raw = await acknowledged(await signIn(world.url, 'ben'));
    raw.say(subscribe('1', 'subscription { rung { at } }'));
    await listening(1);
    await world.sql(`delete from session where person_id = '${BEN}'`);
    ring();
    expect(await raw.closed).toBe(4_403);
    await listening(0);
  });

  it.each([
    ['a made-up token', { payload: { token: 'made.up.token' } }, 4_403],
    ['nobody', {}, 4_401],
  ])('for %s', async (_what, more, expected) => {
    const raw = rawSocket();
    await raw.opened;
    raw.say({ type: 'connection_init', ...more });
    expect(await raw.closed).toBe(expected);
  });

  it('when it shows a cookie without our Origin', async () => {
    const raw = rawSocket({ cookie: await signIn(world.url, 'amira') });
    await raw.opened;
    raw.say({ type: 'connection_init' });
    expect(await raw.closed).toBe(4_401);
  });

  it.each(['http://evil.example', 'null', 'http://localhost'])('never opened for the Origin %s', async (origin) => {
    const raw = rawSocket({ cookie: await signIn(world.url, 'amira'), origin });
    await expect(raw.opened).rejects.toThrow('403');
  });

  it.each([
    ['says nothing', [], 4_408],
    ['begins twice', [{ type: 'connection_init' }, { type: 'connection_init' }], 4_429],
    ['subscribes before it begins', [subscribe('1', 'subscription { rung { at } }')], 4_401],
    ['talks nonsense', ['nonsense'], 4_400],
    ['uses an unknown word', [{ type: 'shout' }], 4_400],
    ['sends a frame of five megabytes', ['x'.repeat(5_000_000)], 1_009],
  ])('when it %s', async (_what, messages, expected) => {
    const raw = rawSocket({ cookie: await signIn(world.url, 'amira'), origin: world.url });
    await raw.opened;
    for (const message of messages) raw.say(message);
    expect(await raw.closed).toBe(expected);
  });

  it('when it subscribes twice by one name', async () => {
    const raw = await acknowledged(await signIn(world.url, 'amira'));
    raw.say(subscribe('1', 'subscription { rung { at } }'));
    raw.say(subscribe('1', 'subscription { rung { at } }'));
    expect(await raw.closed).toBe(4_409);
    await listening(0);
  });

  it('when it speaks another protocol', async () => {
    const raw = rawSocket({ origin: world.url }, 'graphql-ws');
    await expect(raw.opened).rejects.toThrow('subprotocol');
  });

  it('when it is the eleventh of one person', async () => {
    await world.sql(
      "insert into person (id, name, preferred_name, subject, demo_note) values (gen_random_uuid(), 'Cara', 'Cara', 'cara', 'Many sockets')",
    );
    const cookie = await signIn(world.url, 'cara');
    const open = await Promise.all(Array.from({ length: 10 }, () => acknowledged(cookie)));
    const raw = rawSocket({ cookie, origin: world.url });
    await raw.opened;
    raw.say({ type: 'connection_init' });
    expect(await raw.closed).toBe(4_429);
    for (const { socket } of open) socket.close();
  });
});
