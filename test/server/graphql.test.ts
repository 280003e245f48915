import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../support/sign-in.ts';
import { type EdgeWorld, edgeWorld } from './edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => {
  world = await edgeWorld();
});
afterAll(() => world.end());

const code = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.[0]?.extensions['code'];

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${world.url}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('GraphQL over HTTP', () => {
  it.each(['application/json', 'application/graphql-response+json'])('answers in %s when asked', async (type) => {
    const answer = await post('{"query":"{ viewerName }"}', { accept: type });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(new RegExp(`^${type.replace('+', '\\+')}`));
    expect(await answer.json()).toEqual({ data: { viewerName: '' } });
  });

  it('answers 406 when nothing that we speak is accepted', async () => {
    expect((await post('{"query":"{ viewerName }"}', { accept: 'text/html' })).status).toBe(406);
  });

  it.each([
    ['a document that does not parse', '{', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ viewerNam }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of the wrong type', 'query ($words: String!) { echo(words: $words) }', 400, 'BAD_USER_INPUT'],
    [
      'two operations and no name',
      'query A { viewerName } query B { viewerName }',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a subscription', 'subscription { rung { at } }', 400, 'BAD_REQUEST'],
  ])('refuses %s', async (_what, query, status, expected) => {
    const answer = await ask(world.url, query, { variables: { words: 4 } });
    expect([answer.status, code(answer)]).toEqual([status, expected]);
  });

  it('answers part of the data with 200 and the error', async () => {
    const answer = await ask(world.url, '{ viewerName forbidden }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ viewerName: '', forbidden: null });
    expect(answer.errors).toEqual([
      expect.objectContaining({ message: 'You cannot.', path: ['forbidden'], extensions: { code: 'FORBIDDEN' } }),
    ]);
  });

  it('does not help to guess the schema', async () => {
    const answer = await ask(world.url, '{ viewerNam thing { nam } }');
    expect(JSON.stringify(answer.errors)).not.toContain('Did you mean');
  });

  it('takes a query by GET when the caller shows that it is no page of another site', async () => {
    const address = `${world.url}/graphql?query=${encodeURIComponent('{ viewerName }')}`;
    expect((await fetch(address)).status).toBe(400);
    expect((await fetch(address, { headers: { 'apollo-require-preflight': 'yes' } })).status).toBe(200);
    const mutation = `${world.url}/graphql?query=${encodeURIComponent('mutation { poke }')}`;
    expect((await fetch(mutation, { headers: { 'apollo-require-preflight': 'yes' } })).status).toBe(405);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a neighbouring name', { origin: 'http://localhost.evil.example' }, 403],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 400],
  ])('refuses what comes from %s', async (_what, headers, status) => {
    expect((await post('{"query":"mutation { poke }"}', headers as Record<string, string>)).status).toBe(status);
  });

  it('takes its own pages and programs', async () => {
    for (const headers of [{ origin: world.url }, { 'sec-fetch-site': 'same-origin' }, {}]) {
      expect((await post('{"query":"mutation { poke }"}', headers as Record<string, string>)).status).toBe(200);
    }
  });

  it.each([
    ['bad JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['JSON that is no object', '"text"', 400, 'BAD_REQUEST'],
    ['a list of operations', '[{"query":"{ viewerName }"},{"query":"{ viewerName }"}]', 400, 'BAD_REQUEST'],
    ['no query', '{}', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['a body that is too large', JSON.stringify({ query: ' '.repeat(102_400) }), 413, 'BODY_TOO_LARGE'],
    ['a body of ten megabytes', 'x'.repeat(10_000_000), 413, 'BODY_TOO_LARGE'],
    [
      'JSON nested 20,000 deep',
      '{"query":"{ viewerName }","variables":' + '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000) + '}',
      413,
      'BODY_TOO_LARGE',
    ],
    [
      'an unknown operation name',
      '{"query":"query A { viewerName }","operationName":"B"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('refuses %s, as JSON', async (_what, body, status, expected) => {
    const answer = await post(body);
    const told = (await answer.json()) as { errors: { message: string; extensions: Record<string, unknown> }[] };
    expect([answer.status, code(told)]).toEqual([status, expected]);
    expect((await post('{"query":"{ viewerName }"}')).status).toBe(200);
  });
});

describe('limits', () => {
  const nested = (depth: number) => `{ thing ${'{ inner '.repeat(depth - 1)}{ name }${' }'.repeat(depth - 1)} }`;
  const doubling = (n: number) =>
    `{ thing { ...f0 } } ${Array.from({ length: n }, (_, at) => `fragment f${at} on Thing { ...f${at + 1} ...f${at + 1} }`).join(' ')} fragment f${n} on Thing { name }`;

  it.each([
    ['12 objects deep', nested(12), 200, undefined],
    ['13 objects deep', nested(13), 400, 'QUERY_TOO_DEEP'],
    ['15 aliases', `{ ${Array.from({ length: 15 }, (_, at) => `a${at}: viewerName`).join(' ')} }`, 200, undefined],
    [
      '16 aliases',
      `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: viewerName`).join(' ')} }`,
      400,
      'TOO_MANY_ALIASES',
    ],
    [
      '16 aliases in a fragment',
      `{ thing { ...f } } fragment f on Thing { ${Array.from({ length: 16 }, (_, at) => `a${at}: name`).join(' ')} }`,
      400,
      'TOO_MANY_ALIASES',
    ],
    [
      '11 directives',
      `{ ${Array.from({ length: 11 }, () => 'viewerName @include(if: true)').join(' ')} }`,
      400,
      'TOO_MANY_DIRECTIVES',
    ],
    ['more than 1,000 tokens', `{ ${'viewerName '.repeat(1_000)} }`, 400, 'TOO_MANY_TOKENS'],
    ['fragments that double 18 times', doubling(18), 400, 'QUERY_TOO_LARGE'],
    ['fragments that double 60 times', doubling(60), 400, 'QUERY_TOO_LARGE'],
    [
      'fragments in a circle',
      '{ thing { ...a } } fragment a on Thing { ...b } fragment b on Thing { ...a }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a page of a page of a page',
      '{ things(first: 100) { edges { node { things(first: 100) { edges { node { name } } } } } } }',
      400,
      'QUERY_TOO_COSTLY',
    ],
    [
      'pages of the default length',
      '{ things { edges { node { things { edges { node { name } } } } } } }',
      200,
      undefined,
    ],
    [
      'pages of the default length, thrice',
      '{ things { edges { node { things { edges { node { things { edges { node { name } } } } } } } } } }',
      400,
      'QUERY_TOO_COSTLY',
    ],
  ])('%s', async (_what, query, status, expected) => {
    const startedAt = performance.now();
    const answer = await ask(world.url, query);
    expect([answer.status, code(answer)]).toEqual([status, expected]);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('counts what a variable asks for', async () => {
    const query =
      'query ($first: Int) { things(first: $first) { edges { node { things(first: $first) { edges { node { name } } } } } } }';
    expect(code(await ask(world.url, query, { variables: { first: 100 } }))).toBe('QUERY_TOO_COSTLY');
    // What it cost for one page says nothing of another.
    expect(code(await ask(world.url, query, { variables: { first: 2 } }))).toBeUndefined();
    expect(code(await ask(world.url, query, { variables: { first: 100 } }))).toBe('QUERY_TOO_COSTLY');
    expect(code(await ask(world.url, query, { variables: { first: 5 } }))).toBeUndefined();
    expect(code(await ask(world.url, query, { variables: { first: null } }))).toBeUndefined();
    expect(code(await ask(world.url, query, { variables: { first: -1_000_000 } }))).toBeUndefined();
    const withDefault = query.replace('$first: Int', '$first: Int = 100');
    expect(code(await ask(world.url, withDefault))).toBe('QUERY_TOO_COSTLY');
  });

  it('tells at most five validation errors', async () => {
    const answer = await ask(world.url, `{ ${Array.from({ length: 50 }, (_, at) => `no${at}`).join(' ')} }`);
    expect(answer.errors?.length).toBeLessThanOrEqual(6);
  });

  it('lets GraphiQL read the schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await ask(world.url, getIntrospectionQuery())).errors).toBeUndefined();
  });
});

describe('errors', () => {
  it.each(['broken', 'duplicate', 'never'])('masks what is ours alone: %s', async (field) => {
    const answer = await ask(world.url, `{ ${field} }`, { headers: { 'x-request-id': `quote-me-${field}` } });
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: `Something went wrong on our side. Quote quote-me-${field}.`,
        extensions: { code: 'INTERNAL', requestId: `quote-me-${field}` },
      }),
    ]);
    expect(answer.headers.get('x-request-id')).toBe(`quote-me-${field}`);
    const lines = world.logged.filter(
      (line) => line.includes(`quote-me-${field}`) && line.includes('operation_failed'),
    );
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      operationType: 'query',
      err: { stack: expect.anything() },
    });
  });

  it('tells when the database is gone, and serves again when it is back', async () => {
    const answer = await ask(world.url, '{ cut }');
    expect(code(answer)).toBe('UNAVAILABLE');
    expect((await ask(world.url, '{ viewerName }')).data).toEqual({ viewerName: '' });
  });

  it('logs no words of callers, no cookie, and no row of the database', async () => {
    await ask(world.url, 'query ($words: String!) { echo(words: $words) broken duplicate }', {
      variables: { words: 'canary-in-a-variable' },
      cookie: 'sid=canary-in-a-cookie',
      headers: { 'x-canary': 'canary-in-a-header' },
    });
    await post('{"query": "canary-in-bad-json');
    const log = world.logged.join('\n');
    expect(log).not.toMatch(/canary|Canary|secret-of-ours/);
    expect(log).toContain('operation_failed');
  });

  it('does not take a request id that could harm a log', async () => {
    const answer = await ask(world.url, '{ viewerName }', { headers: { 'x-request-id': '"} {"a":1' } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
