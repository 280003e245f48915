import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cast, MadeIndividual, Someone } from '../support/make.ts';
import { actsIn } from '../support/agreement-acts.ts';
import { statementsOf } from '../support/statements.ts';
import { type World, world } from '../support/world.ts';

let here: World;
let cast: Cast;
beforeAll(async () => {
  here = await world();
  cast = await here.make.cast();
  await actsIn(here).proposed(cast);
});
afterAll(() => here.close());

interface Seen {
  readonly viewerName: string;
  readonly part: string;
  readonly actedAs: string;
  readonly role: string | null;
  readonly purpose: string;
  readonly times: number;
  readonly organisation: { readonly name: string } | null;
}

const PAGE = `query P($id: ID!) { individual(id: $id) { alias circle { relation } budget { total { amount } }
  outcomes { edges { node { statement } } } agreements { edges { node { reference } } } } }`;
const LOOKS = `query R($id: ID!, $first: Int, $after: String) { individual(id: $id) { record { parts { part count }
  looks(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node {
    viewerName part actedAs role purpose times organisation { name } } } } } } }`;

const record = async (who: Someone | null, of: MadeIndividual, more: Record<string, unknown> = {}) =>
  (
    (await here.as(who)(LOOKS, { id: of.id, first: 100, ...more })).data?.['individual'] as {
      record: {
        parts: { part: string; count: number }[];
        looks: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Seen }[] };
      } | null;
    } | null
  )?.record ?? null;
const looksOf = async (who: Someone, of: MadeIndividual) =>
  (await record(who, of))?.looks.edges.map(({ node }) => node) ?? [];
const open = (who: Someone, of: MadeIndividual) => here.as(who)(PAGE, { id: of.id });

/** An individual of the same authority with somebody close who sees all. */
async function another(level: 'VIEW' | 'COMMIT' = 'VIEW', maySee?: ('PLAN' | 'BUDGET')[]) {
  const individual = await here.make.individual(cast.authority);
  const niece = await here.make.circleMember(individual, level, maySee, 'Nia Niece');
  return { individual, niece };
}

describe('who looked (R61)', () => {
  it('says who opened which parts, for whom and what for, to the person at once', async () => {
    await open(cast.broker, cast.individual);
    const seen = (await looksOf(cast.individual, cast.individual)).filter((look) => look.viewerName === 'Ben Broker');
    expect(seen.map(({ part }) => part).sort()).toEqual(
      expect.arrayContaining(['AGREEMENTS', 'BUDGET', 'IDENTITY', 'OUTCOMES']),
    );
    expect(seen.every(({ actedAs, role }) => actedAs === 'AUTHORITY' && role === 'BROKER')).toBe(true);
    expect(seen[0]).toMatchObject({
      organisation: { name: 'Fenmoor Council' },
      purpose: 'To plan and arrange the support',
    });
  });

  it('notes somebody of the circle, and a provider who reads an agreement', async () => {
    const { individual, niece } = await another();
    await open(niece, individual);
    const nieces = await looksOf(individual, individual);
    expect(nieces.find(({ part }) => part === 'CIRCLE')).toMatchObject({
      ...{ viewerName: 'Nia Niece', actedAs: 'CIRCLE', role: 'niece', organisation: null },
      purpose: 'To help, as the person asked them to',
    });

    await here.as(cast.manager)('{ viewer { agreements { edges { node { reference } } } } }');
    const providers = (await looksOf(cast.individual, cast.individual)).filter(({ actedAs }) => actedAs === 'PROVIDER');
    expect(providers.map(({ part }) => part)).toContain('AGREEMENTS');
    expect(providers[0]?.organisation).toEqual({ name: cast.provider.name });
  });

  it('notes nothing of the person’s own looks, of a refused one, or of a name in a list', async () => {
    const { individual, niece } = await another('VIEW', ['BUDGET']);
    await open(individual, individual);
    await open(cast.manager, individual);
    await here.as(niece)('query O($id: ID!) { individual(id: $id) { outcomes { edges { node { id } } } } }', {
      id: individual.id,
    });
    await here.as(cast.broker)('{ viewer { individuals(first: 100) { edges { node { alias } } } } }');
    const looks = await looksOf(individual, individual);
    expect(looks.map(({ viewerName, part }) => [viewerName, part])).toEqual([['Nia Niece', 'IDENTITY']]);
  });

  it('notes whom a list shows more of than the name, and not the one beyond the page', async () => {
    const authority = await here.make.authority('Saltmarsh Council');
    const broker = await here.make.broker(authority, 'Bea Broker');
    const people: MadeIndividual[] = [];
    for (const alias of ['A', 'B', 'C']) people.push(await here.make.individual(authority, 'Somebody', alias));
    const holder = await here.make.budgetHolder(authority);
    for (const each of people) await here.make.budget(holder, each);
    await here.as(broker)('{ viewer { individuals(first: 2) { edges { node { budget { total { amount } } } } } } }');
    const counts = await Promise.all(people.map(async (each) => (await looksOf(each, each)).length));
    expect(counts).toEqual([1, 1, 0]);
  });

  it('counts looks of one person at one part within a quarter of an hour as one', async () => {
    const { individual, niece } = await another();
    for (let time = 0; time < 3; time += 1) await open(niece, individual);
    const circle = (await looksOf(individual, individual)).filter(({ part }) => part === 'CIRCLE');
    const times = circle.reduce((all, look) => all + look.times, 0);
    expect([times, circle.length <= 2]).toEqual([3, true]);
  });

  it('leaves the opening of a person’s page one statement', async () => {
    const { individual, niece } = await another();
    await open(niece, individual);
    await looksOf(individual, individual);
    const statements = await statementsOf(() => open(niece, individual));
    expect(statements.filter((text) => !text.includes('record_looks'))).toHaveLength(1);
  });

  it('is read by the person, and by whoever shares all with them and may bind them; by nobody else', async () => {
    const { individual, niece } = await another('COMMIT');
    const son = await here.make.circleMember(individual, 'COMMIT', ['PLAN', 'BUDGET']);
    await open(cast.broker, individual);
    expect(await looksOf(individual, individual)).not.toEqual([]);
    expect((await looksOf(niece, individual)).length).toBeGreaterThan(0);
    expect((await record(cast.broker, individual))?.looks).toMatchObject({ totalCount: 0, edges: [] });
    for (const who of [son, cast.manager, null]) expect(await record(who, individual)).toBeNull();
    expect(await record(individual, { ...individual, id: 'no-id' })).toBeNull();
  });

  it('is written by one function alone: no request can add, change or remove a look', async () => {
    const app = here.app.app;
    for (const statement of ['delete from look', 'update look set times = 1', 'insert into look default values'])
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    expect((await app.query('select id from look')).rows).toEqual([]);
  });

  it('pages the list in one statement, however many there are', async () => {
    const { individual } = await another();
    const count = async () => (await statementsOf(() => record(individual, individual, { first: 2 }))).length;
    for (const place of [1, 2])
      await open(await here.make.circleMember(individual, 'VIEW', undefined, `N${place}`), individual);
    await record(individual, individual);
    const few = await count();
    for (const place of [3, 4, 5])
      await open(await here.make.circleMember(individual, 'VIEW', undefined, `N${place}`), individual);
    await record(individual, individual);
    // One for the person, one for the record.
    expect([few, await count()]).toEqual([2, 2]);

    const first = await record(individual, individual, { first: 4 });
    const second = await record(individual, individual, { first: 4, after: first?.looks.pageInfo.endCursor });
    expect(second?.looks.edges).toHaveLength(4);
  });
});

it('a record counts what is held, part by part', async () => {
  const parts = (await record(cast.individual, cast.individual))?.parts ?? [];
  const counts = Object.fromEntries(parts.map(({ part, count }) => [part, count]));
  expect(counts).toMatchObject({ IDENTITY: 1, OUTCOMES: 1, CHOICES: 1, AGREEMENTS: 1, BUDGET: 1, CIRCLE: 0 });
  expect(counts['HISTORY']).toBeGreaterThan(0);
});
