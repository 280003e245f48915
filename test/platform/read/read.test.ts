import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execute, parse } from 'graphql';
import type { Context } from '../../../api/platform/context.ts';
import { readStepByStep } from '../../../api/platform/read/run.ts';
import { id, makeRows, openWorld } from './rows.ts';
import { plannedSchema, setResolvers } from './world.ts';

const schema = plannedSchema();
let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld(makeRows(12));
});
afterAll(() => world.close());

async function ask(
  query: string,
  variableValues: Record<string, unknown> = {},
  ctx: Context & { sent: string[] } = world.context(),
) {
  const document = parse(query);
  const { data, errors } = await execute({ schema, document, contextValue: ctx, variableValues });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, sent: ctx.sent };
}

const nine = id(2, 9);

describe('the form of values', () => {
  it.each([
    ['openedOn', '2011-02-15', 1],
    ['openedOn', null, 0],
    ['opensAt', '01:30', 1],
    ['tendedAt', '2026-01-02T12:30:00.001Z', 1],
    ['rate', '1.50', 1],
    ['tags', ['tag "0"'], 1],
    ['tags', [], 0],
    ['size', 3, 1],
    ['label', 'Garden b (3)', 1],
    ['busyness', 'busy', 4],
    ['address { street town }', { street: '1 High Street', town: 'Fenmoor' }, 1],
    ['address { town }', null, 2],
    ['__typename', 'Garden', 1],
  ])('gives %s as %j', async (field, expected, garden) => {
    const { data, errors } = await ask(`{ garden(id: "${id(2, garden)}") { value: ${field} } }`);
    expect(errors).toBeUndefined();
    expect(data.garden.value).toEqual(expected);
  });
});

describe('one read is one statement', () => {
  it.each([
    ['links inside links', `garden(id: "${nine}") { keeper { mentor { name } } allBeds { garden { name } } }`],
    [
      'connections three deep',
      'gardens { edges { node { beds { edges { node { plantings { totalCount edges { cursor node { name } } } } } } } } }',
    ],
    [
      'one field twice with different arguments',
      `garden(id: "${nine}") { few: beds(first: 1) { totalCount } sunny: beds(minimumSun: 10) { totalCount } }`,
    ],
    [
      'fragments on the types of an interface',
      `garden(id: "${nine}") { firstPlanting { name ... on Flower { giver { name } } ...V } } } fragment V on Vegetable { taster { name }`,
    ],
    [
      'a union',
      `garden(id: "${id(2, 2)}") { remarks { __typename ... on Praise { stars } ... on Complaint { words keeper { name } } } }`,
    ],
    ['what a later feature added', `keepers { gardens(first: 2) { edges { node { name } } } }`],
    ['a root that is no table', 'here { gardens(first: 3) { edges { node { keeper { name } } } } }'],
    [
      'facts about the link on its edge',
      `garden(id: "${id(2, 3)}") { neighbours { edges { metres metAt node { name } } } }`,
    ],
    [
      'more than fifty properties',
      `garden(id: "${nine}") { ${Array.from({ length: 70 }, (_, n) => `b${n}: beds(first: 1) { totalCount }`).join(' ')} }`,
    ],
  ])('with %s', async (_, selection) => {
    const { data, errors, sent } = await ask(`{ ${selection} }`);
    expect(errors).toBeUndefined();
    expect(sent).toHaveLength(1);

    const stepping = world.context();
    readStepByStep(stepping);
    expect((await ask(`{ ${selection} }`, {}, stepping)).data).toEqual(data);
  });

  it.each([3, 12])('whatever the number of rows: %d gardens', async (gardens) => {
    const { sent, data } = await ask(
      `query ($n: Int) { gardens(first: $n) { edges { node { keeper { name } beds { edges { node { plantings { totalCount } } } } } } } }`,
      { n: gardens },
    );
    expect(data.gardens.edges).toHaveLength(gardens);
    expect(sent).toHaveLength(1);
  });

  it.each([3, 12])('and each link one more where it is not followed: %d gardens', async (gardens) => {
    const ctx = world.context();
    readStepByStep(ctx);
    const { sent } = await ask(
      `query ($n: Int) { gardens(first: $n) { edges { node { keeper { mentor { name } } allBeds { number } } } } }`,
      { n: gardens },
      ctx,
    );
    expect(sent).toHaveLength(4);
  });

  it('and one more for all rows of a field that finds its keys itself', async () => {
    const { data, sent } = await ask('{ keepers { name favourite { name keeper { name } } } }');
    expect(sent).toHaveLength(2);
    expect(data.keepers.filter(({ favourite }: { favourite: unknown }) => favourite)).toHaveLength(2);
  });

  it('and none for an id that cannot be one', async () => {
    const { data, sent } = await ask('{ garden(id: "nonsense") { name } }');
    expect(data).toEqual({ garden: null });
    expect(sent).toEqual([]);
  });

  it('with the same text for other values of the arguments', async () => {
    const query =
      'query ($n: Int, $sun: Int) { gardens(first: $n) { edges { node { allBeds(minimumSun: $sun) { id } } } } }';
    const [a, b, c] = await Promise.all([
      ask(query, { n: 2, sun: 10 }),
      ask(query, { n: 9, sun: 20 }),
      ask(query, { n: 2 }),
    ]);
    expect(a.sent).toEqual(b.sent);
    expect(c.sent).not.toEqual(a.sent);
  });

  it('for a signed-in viewer too', async () => {
    const { sent: _, ...ctx } = world.context();
    const viewer = { ...ctx.viewer, personId: id(9, 1) };
    const query = '{ gardens(first: 2) { totalCount edges { node { name keeper { name } } } } }';
    const contextValue = { ...ctx, viewer, db: world.database };
    const { data, errors } = await execute({ schema, document: parse(query), contextValue });
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual((await ask(query)).data);
  });
});

describe('the payload of a mutation', () => {
  it('reads its object under each alias, and only when it is asked for', async () => {
    const { data, sent } = await ask(
      `mutation { openGarden(id: "${nine}") { sentence a: garden { list: beds(first: 1) { edges { node { number } } } } b: garden { list: beds(first: 2) { edges { node { number } } } } } }`,
    );
    expect(data.openGarden.a.list.edges).toHaveLength(1);
    expect(data.openGarden.b.list.edges).toHaveLength(2);
    expect(sent).toHaveLength(2);
    expect((await ask(`mutation { openGarden(id: "${nine}") { sentence } }`)).sent).toEqual([]);
  });
});

describe('include and skip', () => {
  it.each([true, false])('decide what is read: %s', async (wanted) => {
    const query = `query ($w: Boolean!) { garden(id: "${nine}") { id keeper @include(if: $w) { name } ... @skip(if: $w) { beds { totalCount } } } }`;
    const { data, sent } = await ask(query, { w: wanted });
    expect(Object.keys(data.garden)).toEqual(wanted ? ['id', 'keeper'] : ['id', 'beds']);
    expect(sent[0]?.includes('from "keeper"')).toBe(wanted);
  });
});

describe('paging', () => {
  it.each(['NAME', 'OPENED_DESC', 'SIZE'])('by %s meets every garden once, in order', async (order) => {
    const query =
      'query ($first: Int, $after: String, $order: GardenOrder) { gardens(first: $first, after: $after, order: $order) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }';
    const ids = (data: { gardens: { edges: { node: { id: string } }[] } }) =>
      data.gardens.edges.map(({ node }) => node.id);
    const all = ids((await ask(query, { first: 100, order })).data);
    const met: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data, errors } = await ask(query, { first: 5, after, order });
      expect(errors).toBeUndefined();
      met.push(...ids(data));
      ({ endCursor: after, hasNextPage: more } = data.gardens.pageInfo);
    }
    expect(met).toEqual(all);
    expect(new Set(met).size).toBe(12);
  });

  const bedCursor = async () =>
    (await ask(`{ garden(id: "${nine}") { beds { pageInfo { endCursor } } } }`)).data.garden.beds.pageInfo
      .endCursor as string;
  const forged = (edit: (parts: unknown[]) => unknown) => async () =>
    Buffer.from(JSON.stringify(edit(JSON.parse(Buffer.from(await bedCursor(), 'base64url').toString())))).toString(
      'base64url',
    );

  it.each<[string, string | (() => Promise<string>)]>([
    ['first: 0', 'first: 0'],
    ['first: 101', 'first: 101'],
    ['first: -1', 'first: -1'],
    ['text that is no cursor', 'after: "cursor"'],
    ['an empty cursor', 'after: ""'],
    ['another order', async () => `order: SUN_THEN_NUMBER, after: "${await bedCursor()}"`],
    [
      'another list',
      async () => `after: "${(await ask('{ gardens { edges { cursor } } }')).data.gardens.edges[0].cursor}"`,
    ],
    ['a value too few', async () => `after: "${await forged((parts) => parts.slice(0, -1))()}"`],
    ['a value of another kind', async () => `after: "${await forged(([mark, , key]) => [mark, 'x', key])()}"`],
    [
      'a number that is too large',
      async () => `after: "${await forged(([mark, , key]) => [mark, '9'.repeat(15), key])()}"`,
    ],
    ['no list of values', async () => `after: "${await forged(() => ({}))()}"`],
    ['a null where none can be', async () => `after: "${await forged(([mark, , key]) => [mark, null, key])()}"`],
  ])('refuses %s', async (_, given) => {
    const args = typeof given === 'string' ? given : await given();
    const { errors } = await ask(`{ garden(id: "${nine}") { beds(${args}) { edges { cursor } } } }`);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('finds a page after a null, and counts only when asked', async () => {
    const query =
      'query ($after: String) { gardens(first: 2, order: OPENED_DESC, after: $after) { edges { cursor node { openedOn } } } }';
    const first = await ask(query);
    expect(first.data.gardens.edges.map(({ node }: { node: { openedOn: unknown } }) => node.openedOn)).toEqual([
      null,
      null,
    ]);
    const second = await ask(query, { after: first.data.gardens.edges[1].cursor });
    expect(second.errors).toBeUndefined();
    expect(second.data.gardens.edges[1].cursor).not.toBe(first.data.gardens.edges[1].cursor);
    expect(second.sent[0]).not.toContain('count(*)');
  });
});

describe('a parent that was made by hand', () => {
  it('has its links loaded by its key', async () => {
    const made = plannedSchema();
    setResolvers(made, 'Query', { garden: () => ({ id: nine, name: 'By hand' }) });
    const ctx = world.context();
    const { data, errors } = await execute({
      schema: made,
      document: parse('{ garden(id: 1) { name keeper { name } beds(first: 1) { totalCount } } }'),
      contextValue: ctx,
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ garden: { name: 'By hand', keeper: { name: 'Keeper A' }, beds: { totalCount: 4 } } });
    expect(ctx.sent).toHaveLength(2);
  });
});

describe('a name chosen by the client', () => {
  it('keeps apart fields that share it on two types of an interface', async () => {
    const { data, errors, sent } = await ask(
      '{ gardens { edges { node { firstPlanting { ... on Flower { who: giver { name } } ... on Vegetable { who: taster { name } } } } } } }',
    );
    expect(errors).toBeUndefined();
    const found = data.gardens.edges.flatMap(
      ({ node }: { node: { firstPlanting: unknown } }) => node.firstPlanting ?? [],
    );
    expect(found.length).toBeGreaterThan(2);
    expect(found.every((planting: object) => 'who' in planting)).toBe(true);
    // Not planned, since the key means two things: one batch for each type.
    expect(sent).toHaveLength(3);
  });

  it('keeps apart the arguments below two aliases of one list of edges', async () => {
    const { data, errors } = await ask(
      '{ gardens(first: 12) { a: edges { node { beds(first: 1) { edges { cursor } } } } b: edges { node { beds(first: 4) { edges { cursor } } } } } }',
    );
    expect(errors).toBeUndefined();
    const counts = (edges: { node: { beds: { edges: unknown[] } } }[]) =>
      edges.map(({ node }) => node.beds.edges.length);
    expect(Math.max(...counts(data.gardens.a))).toBe(1);
    expect(Math.max(...counts(data.gardens.b))).toBe(4);
  });
});
