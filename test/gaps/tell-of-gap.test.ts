import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Cast, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

const TELL = `mutation Tell($input: TellOfGapInput!) { tellOfGap(input: $input) { told { need domain area } userErrors { code message field } } }`;
const GAPS = '{ viewer { gaps(first: 100) { totalCount edges { node { need domain area peopleAtLeast } } } } }';

let here: World;
let cast: Cast;
let people: Someone[];
beforeAll(async () => {
  here = await world();
  cast = await here.make.cast();
  people = [];
  for (let place = 0; place < 12; place += 1) people.push(await here.make.person(`Teller ${place}`));
}, 60_000);
afterAll(() => here.close());

const tell = (who: Someone | null, need: string, more: object = {}) =>
  here.as(who)(TELL, { input: { need, area: 'FM3 4QT', ...more } });
const gapsOf = async (who: Someone | null) => {
  const viewer = (await here.as(who)(GAPS)).data?.['viewer'] as { gaps: { edges: { node: object }[] } | null } | null;
  return viewer?.gaps?.edges.map(({ node }) => node) ?? null;
};
const tellAll = async (tellers: readonly Someone[], need: string, more: object = {}) => {
  for (const person of tellers) expect(codesOf(await tell(person, need, more), 'tellOfGap')).toEqual([]);
};

describe('a gap (rule R62)', () => {
  it('is shown to nobody while four have told of it, and to those who commission from the fifth on', async () => {
    await tellAll(people.slice(0, 4), 'Signing choir', { domain: 'COMMUNITY' });
    expect(await gapsOf(cast.broker)).toEqual([]);
    const fifth = await tell(people[4] ?? null, 'choir, signing', { domain: 'COMMUNITY' });
    expect(field(fifth, 'tellOfGap')['told']).toEqual({ need: 'choir signing', domain: 'COMMUNITY', area: 'FM3' });
    const gap = { need: 'choir signing', domain: 'COMMUNITY', area: 'FM3', peopleAtLeast: 5 };
    expect(await gapsOf(cast.broker)).toEqual([gap]);
    expect(await gapsOf(cast.holder)).toEqual([gap]);
    for (const who of [cast.individual, cast.manager, people[0] ?? null, null]) expect(await gapsOf(who)).toBeNull();
  });

  it('is counted in steps of five, so that no count tells that somebody has just told', async () => {
    const read = async () => (await gapsOf(cast.broker))?.find((gap) => 'need' in gap && gap.need === 'sauna');
    await tellAll(people.slice(0, 9), 'sauna');
    expect(await read()).toMatchObject({ peopleAtLeast: 5 });
    await tellAll(people.slice(9, 10), 'sauna');
    expect(await read()).toMatchObject({ peopleAtLeast: 10 });
  });

  it('counts a person once, signed in or not, however often they tell', async () => {
    for (let time = 0; time < 5; time += 1) {
      await tell(people[11] ?? null, 'harp lessons');
      await tell(null, 'harp lessons');
    }
    expect(await here.sql(`select from gap_voice join gap on id = gap_id where need = 'harp lessons'`)).toHaveLength(2);
  });

  it('counts another area and another part of life apart', async () => {
    await tellAll(people.slice(0, 3), 'judo');
    await tellAll(people.slice(3, 6), 'judo', { area: 'FM6' });
    await tellAll(people.slice(6, 9), 'judo', { domain: 'COMMUNITY' });
    expect((await gapsOf(cast.broker))?.filter((gap) => 'need' in gap && gap.need === 'judo')).toEqual([]);
  });

  it('keeps nothing of who told: no id, no address, no event, and another voice at every gap', async () => {
    await tell(people[10] ?? null, 'quilting');
    await tell(people[10] ?? null, 'whittling');
    const voices = await here.sql<{ voice: Buffer }>(
      `select voice from gap_voice join gap on gap.id = gap_id where need in ('quilting', 'whittling')`,
    );
    expect(new Set(voices.map(({ voice }) => voice.toString('hex'))).size).toBe(2);
    const rows =
      await here.sql(`select row_to_json(g)::text as text from gap g union all select row_to_json(v)::text from gap_voice v
      union all select row_to_json(t)::text from gap_teller t`);
    expect(JSON.stringify(rows)).not.toContain(people[10]?.id);
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|::1/);
    expect(await here.sql(`select from event where type like '%GAP%' or actor_id = $1`, [people[10]?.id])).toEqual([]);
  });

  it('is shut to the database role of requests but for what may be shown', async () => {
    const app = here.app.app;
    for (const statement of ['select * from gap_voice', 'select * from gap_secret', 'select * from gap_teller'])
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    expect((await app.query('select id from gap')).rows).toEqual([]);
  });
});

describe('telling', () => {
  it.each([
    [{ need: ' ' }, ['NEED_REQUIRED']],
    [{ need: 'a'.repeat(101) }, ['NEED_TOO_LONG']],
    [{ area: '' }, ['AREA_REQUIRED']],
    [{ area: 'nowhere' }, ['AREA_NOT_KNOWN']],
    [{ need: '', area: '' }, ['NEED_REQUIRED', 'AREA_REQUIRED']],
  ])('refuses %j', async (input, codes) => {
    const told = await tell(null, 'x', input);
    expect(codesOf(told, 'tellOfGap')).toEqual(codes);
    expect(field(told, 'tellOfGap')['told']).toBeNull();
  });

  it('takes ten a day from one person and says so at the eleventh', async () => {
    const person = await here.make.person('Somebody who tells much');
    for (let time = 0; time < 10; time += 1)
      expect(codesOf(await tell(person, `kazoo ${'x'.repeat(time)}`), 'tellOfGap')).toEqual([]);
    expect(codesOf(await tell(person, 'kazoo'), 'tellOfGap')).toEqual(['TOLD_TOO_OFTEN']);
    expect(codesOf(await tell(people[0] ?? null, 'kazoo'), 'tellOfGap')).toEqual([]);
  });

  it('answers the same for the same key', async () => {
    const person = await here.make.person('Somebody who tells twice');
    const [one, two] = [
      await tell(person, 'oboe', { idempotencyKey: 'k' }),
      await tell(person, 'oboe', { idempotencyKey: 'k' }),
    ];
    expect(two.data).toEqual(one.data);
    expect(codesOf(await tell(person, 'tuba', { idempotencyKey: 'k' }), 'tellOfGap')).toEqual([
      '! IDEMPOTENCY_MISMATCH',
    ]);
  });

  it('counts every one of many who tell at once', async () => {
    await Promise.all(people.map((person) => tell(person, 'trampoline')));
    expect(await here.sql(`select people_at_least from gap where need = 'trampoline'`)).toEqual([
      { people_at_least: 10 },
    ]);
    expect(await here.sql(`select from gap_voice join gap on id = gap_id where need = 'trampoline'`)).toHaveLength(12);
  });

  it('takes visitors from elsewhere than this site no more than anything else', async () => {
    const answer = await request(here.running.server)
      .post('/graphql')
      .set('sec-fetch-site', 'cross-site')
      .send({ query: TELL });
    expect(answer.status).toBe(403);
  });
});

it('the list of gaps is one statement, however many there are', async () => {
  const counts: number[] = [];
  for (const first of [1, 3]) {
    await here.as(cast.broker)(GAPS);
    const statements = await statementsOf(async () => {
      await here.as(cast.broker)(
        `{ viewer { gaps(first: ${first}) { totalCount edges { node { need peopleAtLeast } } } } }`,
      );
    });
    counts.push(statements.length);
  }
  expect(counts).toEqual([1, 1]);
});
