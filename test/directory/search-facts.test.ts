import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letSearchWait } from '../../api/directory/directory.queries.ts';
import { refreshSearch } from '../../api/directory/refresh-search.ts';
import { ACCESS_NEEDS } from '../../api/directory/search-fact.rules.ts';
import { inTransaction } from '../../api/platform/transaction.ts';
import { makeSearchWorld, namesOf } from './search-world.ts';
import type { SearchWorld } from './search-world.ts';
import { placed, rowsOf, service } from './world.ts';

let world: SearchWorld;
let search: SearchWorld['search'];
beforeAll(async () => {
  world = await makeSearchWorld();
  search = world.search;
  await world.add('gamelan.json', GAMELAN);
}, 60_000);
afterAll(() => world.close());

const schedule = (byday: string, opens_at?: string, closes_at?: string) => ({
  freq: 'WEEKLY',
  interval: 1,
  byday,
  ...(opens_at ? { opens_at } : {}),
  ...(closes_at ? { closes_at } : {}),
});
let places = 0;
const at = (...facts: string[]) => {
  places += 1;
  const found = placed(52.4 + places / 10_000, -0.1) as { service_at_locations: { location: object }[] };
  const [first] = found.service_at_locations;
  const accessibility = facts.map((description, index) => ({ id: `${description} ${index}`, description }));
  return { service_at_locations: [{ ...first, location: { ...first?.location, accessibility } }] };
};

/** Gamelan evenings and mornings: one that fits each fact, one that does not, and one of which nothing is known. */
const GAMELAN = [
  service({
    name: 'Gamelan at night',
    minimum_age: 18,
    languages: [{ name: 'Welsh' }],
    schedules: [schedule('MO', '18:00', '21:00')],
    cost_options: [{ option: 'per visit', amount: 5 }],
    ...at('Step-free entrance', 'Hearing loop'),
  }),
  service({
    name: 'Gamelan for children',
    minimum_age: 5,
    maximum_age: 11,
    languages: [{ name: 'English' }],
    schedules: [schedule('SA', '09:00', '12:00')],
    cost_options: [{ option: 'per visit', amount: 0 }],
    ...at('Not wheelchair accessible', 'Three steps at the door'),
  }),
  service({ name: 'Gamelan of the unknown', ...at() }),
];
const [NIGHT, CHILDREN, UNKNOWN] = ['Gamelan at night', 'Gamelan for children', 'Gamelan of the unknown'];

describe('a fact that is asked for (rule R19)', () => {
  it.each<[string, Record<string, unknown>, (string | undefined)[], string]>([
    ['age', { age: 18 }, [NIGHT, UNKNOWN], 'For age 18: not known. Ask them.'],
    ['age, the last before', { age: 17 }, [UNKNOWN], 'For age 17: not known. Ask them.'],
    ['age, the first', { age: 5 }, [CHILDREN, UNKNOWN], 'For age 5: not known. Ask them.'],
    ['age, the last', { age: 11 }, [CHILDREN, UNKNOWN], 'For age 11: not known. Ask them.'],
    ['age, the first after', { age: 12 }, [UNKNOWN], 'For age 12: not known. Ask them.'],
    [
      'day',
      { days: ['MONDAY', 'TUESDAY'] },
      [NIGHT, UNKNOWN],
      'Open when you asked (Monday, Tuesday): not known. Ask them.',
    ],
    [
      'part of the day',
      { partsOfDay: ['MORNING'] },
      [CHILDREN, UNKNOWN],
      'Open when you asked (morning): not known. Ask them.',
    ],
    [
      'day and part of it',
      { days: ['MONDAY'], partsOfDay: ['MORNING'] },
      [UNKNOWN],
      'Open when you asked (morning, Monday): not known. Ask them.',
    ],
    ['language', { languages: ['welsh'] }, [NIGHT, UNKNOWN], 'In welsh: not known. Ask them.'],
    ['access', { access: ['STEP_FREE'] }, [NIGHT, UNKNOWN], 'Step-free: not known. Ask them.'],
    ['cost', { costAtMost: '4.99' }, [CHILDREN, UNKNOWN], 'At most £4.99: not known. Ask them.'],
    ['no cost', { costAtMost: '0' }, [CHILDREN, UNKNOWN], 'Free: not known. Ask them.'],
  ])(
    '%s: puts what is known to fit first and keeps what is not known, saying so',
    async (_name, asked, names, sentence) => {
      for (const near of [{}, { near: 'FM2 6LD' }]) {
        const found = await search({ text: 'gamelan', ...asked, ...near });
        expect(namesOf(found)).toEqual(names);
        expect(found.edges.map(({ unknowns }) => unknowns.map((unknown) => unknown.sentence))).toEqual(
          names.map((name) => (name === UNKNOWN ? [sentence] : [])),
        );
        expect([found.totalCount, found.knownCount]).toEqual([names.length, names.length - 1]);
      }
      const known = await search({ text: 'gamelan', ...asked, leaveOutUnknown: true });
      expect(namesOf(known)).toEqual(names.filter((name) => name !== UNKNOWN));
      expect(known.edges.every(({ unknowns }) => unknowns.length === 0)).toBe(true);
    },
  );

  it('takes a price that is just the highest', async () => {
    const found = await search({ text: 'gamelan', costAtMost: '5.00', leaveOutUnknown: true });
    expect(namesOf(found).sort()).toEqual([NIGHT, CHILDREN]);
  });

  it('says each fact that is not known, and finds a need that another fact does not deny', async () => {
    const found = await search({ text: 'gamelan', access: ['STEP_FREE', 'HEARING_LOOP', 'LIFT'] });
    expect(Object.fromEntries(found.edges.map(({ node, unknowns }) => [node.name, unknowns.length]))).toEqual({
      [NIGHT]: 1,
      [UNKNOWN]: 3,
    });
  });

  it('follows what is changed: a schedule, a fact about the place, a cost', async () => {
    const change = (changes: object) => world.add('changing.json', [{ ...CHANGING, ...changes }]);
    const finds = async (asked: object) =>
      namesOf(await search({ text: 'sousaphone', leaveOutUnknown: true, ...asked }));
    await change({});
    expect(await finds({ days: ['SUNDAY'] })).toEqual([]);
    await change({ schedules: [schedule('SU')], cost_options: [{ amount: 2 }], ...at('Ramp') });
    expect(await finds({ days: ['SUNDAY'], costAtMost: '2', access: ['STEP_FREE'] })).toEqual(['Sousaphone']);
    await change({ schedules: [schedule('MO')], cost_options: [{ amount: 3 }] });
    expect(await finds({ days: ['SUNDAY'] })).toEqual([]);
    expect(await finds({ costAtMost: '2' })).toEqual([]);
  });
});

const CHANGING = service({ name: 'Sousaphone' });

describe('what an import has placed and not yet made searchable', () => {
  const finds = async (text: string) => namesOf(await search({ text }));
  const nameAnew = (name: string, anew: string, isSearchLeft = false) =>
    inTransaction(world.system(), async (tx) => {
      if (isSearchLeft) await letSearchWait(tx);
      await tx.manager.query('update service set name = $2 where name = $1', [name, anew]);
    });
  const waiting = () => rowsOf(world, 'select service_id from service_search_due');

  it('is found once the search rows that wait are made', async () => {
    await world.add('waiting.json', [service({ name: 'Ophicleide' })]);
    await nameAnew('Ophicleide', 'Serpentine', true);
    expect([await finds('ophicleide'), await finds('serpentine')]).toEqual([['Serpentine'], []]);
    await refreshSearch(world.system());
    expect([await finds('ophicleide'), await finds('serpentine')]).toEqual([[], ['Serpentine']]);
    expect(await waiting()).toEqual([]);
  });

  it('is made searchable by whoever writes next, should the import have fallen over', async () => {
    await nameAnew('Serpentine', 'Contrabassoon', true);
    expect(await waiting()).toHaveLength(1);
    await world.add('next.json', [service({ name: 'Flugelhorn' })]);
    expect([await finds('contrabassoon'), await finds('flugelhorn')]).toEqual([['Contrabassoon'], ['Flugelhorn']]);
    expect(await waiting()).toEqual([]);
  });

  it('stands there once, however many make it searchable at the same time', async () => {
    for (const round of [1, 2, 3, 4]) {
      const [before, after] = [`Contrabassoon${round === 1 ? '' : ` ${round - 1}`}`, `Contrabassoon ${round}`];
      await nameAnew(before, after, true);
      await Promise.all([
        refreshSearch(world.system()),
        nameAnew('Flugelhorn', 'Flugelhorn'),
        refreshSearch(world.system()),
      ]);
      expect(await finds('contrabassoon')).toEqual([after]);
    }
    const twice = 'select service_id from service_search group by service_id, location_id having count(*) > 1';
    expect(await rowsOf(world, twice)).toEqual([]);
  });
});

describe('money and free places', () => {
  const OFFER = `insert into offer (id, service_id, provider_id, unit, rate_pence, source, funding, capacity_free, capacity_unit, capacity_stated_at)
    select gen_random_uuid(), id, organisation_id, $2, 1000, 'FEED', $3, $4, case when $4::integer is not null then 'PLACES' end, $5
    from service where name = $1`;
  const offer = (name: string, unit: string, funding: string[], free: number | null = null, daysAgo = 0) =>
    world.databases.system.app.query(OFFER, [
      name,
      unit,
      funding,
      free,
      free === null ? null : new Date(Date.now() - daysAgo * 86_400_000),
    ]);

  it('follow the offers, and what was said too long ago is not known', async () => {
    const [PAID, FULL, OLD, NONE] = ['Bassoon of one', 'Bassoon of two', 'Bassoon of three', 'Bassoon of four'];
    await world.add(
      'bassoons.json',
      [PAID, FULL, OLD, NONE].map((name) => service({ name })),
    );
    await offer(PAID, 'HOUR', ['DIRECT_PAYMENT'], 2, 13);
    await offer(FULL, 'HOUR', ['COUNCIL_MANAGED'], 0, 1);
    await offer(OLD, 'HOUR', [], 3, 15);
    const found = async (asked: object) => {
      const { edges } = await search({ text: 'bassoon', ...asked });
      return Object.fromEntries(edges.map(({ node, unknowns }) => [node.name, unknowns.map(({ fact }) => fact)]));
    };
    expect(await found({ hasCapacity: true })).toEqual({ [PAID]: [], [OLD]: ['CAPACITY'], [NONE]: ['CAPACITY'] });
    expect(await found({ hasCapacity: true, leaveOutUnknown: true })).toEqual({ [PAID]: [] });
    expect(await found({ funding: ['DIRECT_PAYMENT'] })).toEqual({
      [PAID]: [],
      [OLD]: ['FUNDING'],
      [NONE]: ['FUNDING'],
    });
    await offer(FULL, 'VISIT', ['DIRECT_PAYMENT'], 1, 0);
    expect(await found({ hasCapacity: true, funding: ['DIRECT_PAYMENT'], leaveOutUnknown: true })).toEqual({
      [PAID]: [],
      [FULL]: [],
    });
    expect(Object.keys(await found({ costAtMost: '10', leaveOutUnknown: true })).sort()).toEqual(
      [PAID, OLD, FULL].sort(),
    );
  });
});

describe('terms and parts of life', () => {
  const sorted = (name: string, term: { id: string; name: string; parent_id?: string }) =>
    service({ name, attributes: [{ link_type: 'topic', taxonomy_term: { ...term, taxonomy: 'Dances' } }] });

  it('finds what is sorted under a term and what stands below it, whatever came first', async () => {
    await world.add('dances.json', [
      sorted('Reel evening', { id: 'reel', name: 'Reel', parent_id: 'folk' }),
      sorted('Any folk dance', { id: 'folk', name: 'Folk', parent_id: 'all' }),
      sorted('Tango', { id: 'tango', name: 'Tango', parent_id: 'all' }),
      sorted('All the dances', { id: 'all', name: 'Dance of every kind' }),
    ]);
    const ids = new Map(
      (
        await rowsOf<{ id: string; name: string }>(
          world,
          `select id, name from taxonomy_term where taxonomy = 'Dances'`,
        )
      ).map(({ id, name }) => [name, id]),
    );
    const under = async (...names: string[]) =>
      namesOf(await search({ terms: names.map((name) => ids.get(name)) })).sort();
    expect(await under('Reel')).toEqual(['Reel evening']);
    expect(await under('Folk')).toEqual(['Any folk dance', 'Reel evening']);
    expect(await under('Reel', 'Tango')).toEqual(['Reel evening', 'Tango']);
    expect(await under('Dance of every kind')).toHaveLength(4);
    expect(namesOf(await search({ terms: ['00000000-0000-4000-8000-00000000dead'] }))).toEqual([]);
  });

  it('finds what may help with a part of life', async () => {
    // Both words together, and neither alone.
    for (const domain of ['PERSONAL_HYGIENE', 'TOILET_NEEDS', 'CLOTHING']) {
      const found = namesOf(await search({ domain }));
      expect(found).toContain('Gofal gartref: care at home in Welsh');
      expect(found).not.toContain('Hearth pendant and sensors');
    }
    expect(namesOf(await search({ domain: 'NUTRITION', near: 'FM2 6LD' }))).toContain('Thursday Table');
    expect(namesOf(await search({ domain: 'RELATIONSHIPS', text: 'gamelan' }))).toEqual([]);
  });
});

describe('facets', () => {
  interface Facets {
    kinds: { kind: string; count: number }[];
    terms: { term: { id: string; name: string }; count: number }[];
    days: { day: string; count: number }[];
    costs: { costAtMost: string; count: number }[];
    access: { need: string; count: number }[];
    languages: { language: string; count: number }[];
  }
  const FACETS = `query F($search: ServiceSearch!) { services(search: $search, first: 1) { totalCount facets {
    kinds { kind count } terms { term { id name } count } days { day count } costs { costAtMost count } access { need count } languages { language count } } } }`;
  const facets = async (wanted: object) =>
    (await world.ask<{ services: { facets: Facets; totalCount: number } }>(FACETS, { search: wanted })).services.facets;

  it('count what was found', async () => {
    const told = await facets({ text: 'gamelan' });
    expect(told).toEqual({
      kinds: [{ kind: 'UNSORTED', count: 3 }],
      terms: [],
      days: [
        { day: 'MONDAY', count: 1 },
        { day: 'SATURDAY', count: 1 },
      ],
      costs: [
        { costAtMost: '0.00', count: 1 },
        ...['5.00', '10.00', '20.00', '30.00'].map((costAtMost) => ({ costAtMost, count: 2 })),
      ],
      access: [
        { need: 'STEP_FREE', count: 1 },
        { need: 'HEARING_LOOP', count: 1 },
      ],
      languages: [
        { language: 'English', count: 1 },
        { language: 'Welsh', count: 1 },
      ],
    });
  });

  it('agree with the searches that they lead to, each on its own', async () => {
    const told = await facets({ near: 'FM2 6LD', withinMiles: 20 });
    const count = async (asked: object) =>
      (await search({ near: 'FM2 6LD', withinMiles: 20, ...asked }, { first: 1 })).knownCount;
    for (const { kind, count: counted } of told.kinds) expect(await count({ kinds: [kind] })).toBe(counted);
    for (const { day, count: counted } of told.days) expect(await count({ days: [day] })).toBe(counted);
    for (const { costAtMost, count: counted } of told.costs) expect(await count({ costAtMost })).toBe(counted);
    for (const { need, count: counted } of told.access) expect(await count({ access: [need] })).toBe(counted);
    for (const { language, count: counted } of told.languages)
      expect(await count({ languages: [language] })).toBe(counted);
    for (const { term, count: counted } of told.terms) expect(await count({ terms: [term.id] })).toBe(counted);
    expect(told.terms).toHaveLength(12);
  });

  it('know every access need that the table marks', async () => {
    const [row] = await rowsOf<{ source: string }>(
      world,
      `select prosrc as source from pg_proc where proname = 'fact_bits'`,
    );
    const marked = [...(row?.source.matchAll(/'([A-Z]+_[A-Z_]+|LIFT|PARKING)'/g) ?? [])].map(([, need]) => need);
    expect(marked.filter((need) => need !== 'COMMUNITY_GROUP')).toEqual(ACCESS_NEEDS);
  });
});

describe('a secret place', () => {
  it('is found by its postcode area alone, so that no distance tells where it is', async () => {
    await world.add('refuge.json', [service({ name: 'Xylophone refuge', ...placed(52.39, -0.12) })]);
    const nearby = async () => (await search({ text: 'xylophone', near: 'FM2 6LD' })).edges[0]?.distanceMiles;
    const before = await nearby();
    await world.databases.system.app.query(
      `update location set has_public_address = false, postcode = 'FM6' where latitude = 52.39 and longitude = -0.12`,
    );
    const [area] = await rowsOf<{ miles: number }>(
      world,
      `select round(directory.miles(near.latitude, near.longitude, area.latitude, area.longitude)::numeric, 1)::float as miles
       from postcode near, postcode area where near.code = 'FM2 6LD' and area.code = 'FM6'`,
    );
    expect(await nearby()).toBe(area?.miles);
    expect(before).not.toBe(area?.miles);
    expect(
      namesOf(await search({ text: 'xylophone', near: 'FM2 6LD', withinMiles: 1, leaveOutUnknown: true })),
    ).toEqual([]);
  });
});
