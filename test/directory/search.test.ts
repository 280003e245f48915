import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeSearchWorld, namesOf } from './search-world.ts';
import type { Found, SearchWorld } from './search-world.ts';
import { placed, service } from './world.ts';

let world: SearchWorld;
let search: SearchWorld['search'];
let ask: SearchWorld['ask'];
beforeAll(async () => {
  world = await makeSearchWorld();
  ({ search, ask } = world);
}, 60_000);
afterAll(() => world.close());

describe('near a place', () => {
  it('puts the nearest first and says so, providers and groups mixed', async () => {
    const found = await search({ text: 'lunch', near: 'fm2 6ld' });
    expect(found.place).toBe('FM2 6LD');
    expect(found.edges.find(({ node }) => node.name === 'Thursday Table')?.distanceMiles).toBe(0.6);
    const distances = found.edges.map(({ distanceMiles }) => distanceMiles ?? 0);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(new Set(found.edges.map(({ node }) => node.kind))).toEqual(new Set(['COMMUNITY_GROUP', 'PROVIDER']));
    expect(found.order).toMatch(/Nearest to FM2 6LD first.*Nobody can pay/);
  });

  it('takes an outward code, and the area of a postcode that is not known exactly', async () => {
    expect((await search({ near: 'FM6' })).place).toBe('FM6');
    expect((await search({ near: 'FM6 9ZZ' })).place).toBe('FM6 (we do not know exactly where FM6 9ZZ is)');
  });

  it('says what to do when the place is not known', async () => {
    for (const [near, sentence] of [
      ['zz9 9zz', 'We do not know the postcode “ZZ9 9ZZ”. Check it, or search without it.'],
      ['the moon', 'We do not know the place “the moon”. Try a town or a postcode, or search without it.'],
    ] as const) {
      const found = await search({ text: 'lunch', near });
      expect([found.edges, found.place, found.totalCount]).toEqual([[], null, 0]);
      expect(found.placeProblem).toBe(sentence);
    }
  });

  it('keeps to the distance, and counts only what lies within it', async () => {
    const found = await search({ near: 'FM2 6LD', withinMiles: 1 }, { first: 100 });
    expect(found.edges.every(({ distanceMiles }) => distanceMiles !== null && distanceMiles <= 1)).toBe(true);
    expect(found.totalCount).toBe(found.edges.length);
    expect((await search({ near: 'FM2 6LD', withinMiles: 500 }, { first: 1 })).totalCount).toBe(60);
  });

  it('never hides what has no known place, but puts it last', async () => {
    await importDirectory(
      world.system(),
      await world.file('unplaced.json', [service({ name: 'Telephone zither lessons' })]),
    );
    await importDirectory(
      world.system(),
      await world.file('far.json', [service({ name: 'Far zither lessons', ...placed(55, -3) })]),
    );
    expect(namesOf(await search({ text: 'zither', near: 'FM2 6LD' }))).toEqual([
      'Far zither lessons',
      'Telephone zither lessons',
    ]);
    const within = await search({ text: 'zither', near: 'FM2 6LD', withinMiles: 400 });
    expect(namesOf(within)).toEqual(['Far zither lessons', 'Telephone zither lessons']);
    expect(within.edges.map(({ unknowns }) => unknowns.map(({ sentence }) => sentence))).toEqual([
      [],
      ['Distance: not known. Ask them.'],
    ]);
    const known = { text: 'zither', near: 'FM2 6LD', withinMiles: 400, leaveOutUnknown: true };
    expect(namesOf(await search(known))).toEqual(['Far zither lessons']);
    expect((await search(known)).totalCount).toBe(1);
  });
});

describe('by words and kind', () => {
  it('finds words in names before words in descriptions', async () => {
    const found = await search({ text: 'thursday table' });
    expect(namesOf(found)[0]).toBe('Thursday Table');
    expect(found.order).toMatch(/^Those with your words in their name come first/);
  });

  it('falls back on any of the words, and says so', async () => {
    const found = await search({ text: 'football knitting' });
    expect(namesOf(found)).toEqual(expect.arrayContaining(['All Together Football', 'Stitch and Talk afternoons']));
    expect(found.order).toMatch(/^No entry has all of your words/);
  });

  it('finds Welsh with or without its accents, by language too', async () => {
    expect(namesOf(await search({ text: 'Gymraeg' }))).toContain('Caffi a sgwrs');
    expect(namesOf(await search({ text: 'gofal gârtref' }))).toContain('Gofal gartref: care at home in Welsh');
    expect(namesOf(await search({ text: 'Welsh' }))).toHaveLength(3);
  });

  it('keeps to the kinds asked for, UNSORTED among them', async () => {
    expect((await search({ kinds: ['COMMUNITY_GROUP'] })).totalCount).toBe(23);
    expect((await search({ kinds: ['COMMUNITY_GROUP', 'ADVICE'] })).totalCount).toBe(28);
    expect(namesOf(await search({ kinds: ['UNSORTED'], text: 'zither' }))).toHaveLength(2);
    expect((await search({ text: 'zither' })).totalCount).toBe(2);
  });

  it('finds nothing for a gap, without an error', async () => {
    const found = await search({ text: 'signing choir' });
    expect([found.edges, found.totalCount, found.pageInfo]).toEqual([[], 0, { hasNextPage: false, endCursor: null }]);
  });

  it.each(["'; drop table service; --", '" & | ! ( <->', '!!!', 'the', '\0 \ud800', 'a'.repeat(200)])(
    'survives %j',
    async (text) => {
      expect((await search({ text })).edges).toBeDefined();
    },
  );

  it('leaves out what is inactive, and finds it again when it runs again', async () => {
    const entry = service({ name: 'Ukulele circle', status: 'inactive' });
    await importDirectory(world.system(), await world.file('status.json', [entry]));
    expect(namesOf(await search({ text: 'ukulele' }))).toEqual([]);
    await importDirectory(world.system(), await world.file('status.json', [{ ...entry, status: 'active' }]));
    expect(namesOf(await search({ text: 'ukulele' }))).toEqual(['Ukulele circle']);
  });
});

describe('paging', () => {
  it('gives every service once over all pages', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found: Found = await search({ near: 'FM1' }, { first: 17, after });
      seen.push(...found.edges.map(({ node }) => node.id));
      expect(found.edges.at(-1)?.cursor).toBe(found.pageInfo.endCursor);
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await search({ near: 'FM1' })).totalCount);
  });

  it('shuffles equals afresh every day, the same all day', async () => {
    const first = namesOf(await search({ kinds: ['PROVIDER'] }));
    expect(namesOf(await search({ kinds: ['PROVIDER'] }))).toEqual(first);
    expect([...first].sort()).not.toEqual(first);
  });

  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{}, { after: 'nonsense' }],
    [{}, { first: 0 }],
    [{}, { first: 101 }],
    [{ withinMiles: 0, near: 'FM1' }, {}],
    [{ text: 'a'.repeat(201) }, {}],
  ])('refuses %j with %j', async (wanted, page) => {
    await expect(search(wanted, page)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('refuses a cursor of another search', async () => {
    const { pageInfo } = await search({ near: 'FM1' }, { first: 1 });
    await expect(search({ near: 'FM2' }, { after: pageInfo.endCursor })).rejects.toThrow('BAD_USER_INPUT');
  });
});

const WHOLE = `query Whole($first: Int) { services(search: { near: "FM2 6LD" }, first: $first) { edges { distanceMiles node {
  name kind description status website email phone minimumAge maximumAge feesDescription couldStart assuredOn languages
  organisation { name kind services(first: 3) { edges { node { name } } totalCount } }
  locations { name type latitude longitude address { lines city county postcode country } accessibility { description details } }
  schedules { days opensAt closesAt description summary } costOptions { option amount { amount currency } description summary }
  accessibility { description } terms { name taxonomy } offers { unit rate { amount } minimumMinutes couldStartOn isCurrent service { name } } } } } }`;

describe('reading what was found', () => {
  it('takes two statements, however many services and however much is asked about each', async () => {
    const pool = world.databases.app.app;
    const query = pool.query.bind(pool);
    let statements = 0;
    pool.query = ((...args: Parameters<typeof query>) => {
      statements += 1;
      return query(...args);
    }) as typeof pool.query;
    const counts: number[] = [];
    for (const first of [2, 50]) {
      statements = 0;
      const { services } = await ask<{ services: Found }>(WHOLE, { first });
      expect(services.edges).toHaveLength(first);
      counts.push(statements);
    }
    pool.query = query;
    expect(counts).toEqual([2, 2]);
  });

  it('tells a whole service', async () => {
    const found = await search({ text: 'Brightwater Day Link' });
    const id = found.edges.find(({ node }) => node.name === 'Brightwater Day Link')?.node.id;
    const { service: told } = await ask<{ service: Record<string, unknown> }>(
      `query One($id: ID!) { service(id: $id) { name kind couldStart minimumAge languages schedules { summary days opensAt } costOptions { summary amount { amount } }
        offers { unit rate { amount currency } minimumMinutes isCurrent } organisation { name } locations { address { postcode } } } }`,
      { id },
    );
    expect(told).toEqual({
      name: 'Brightwater Day Link',
      kind: 'PROVIDER',
      couldStart: 'Within two weeks',
      minimumAge: 18,
      languages: ['English'],
      schedules: [
        {
          summary: 'Mondays to Saturdays, 9am to 6pm',
          days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'],
          opensAt: '09:00',
        },
      ],
      costOptions: [{ summary: '£21.60 an hour', amount: { amount: '21.60' } }],
      offers: [{ unit: 'HOUR', rate: { amount: '21.60', currency: 'GBP' }, minimumMinutes: 120, isCurrent: true }],
      organisation: { name: 'Brightwater Day Link' },
      locations: [{ address: { postcode: 'FM5 2RG' } }],
    });
  });

  it('answers null for a service that is not there', async () => {
    expect(await ask('{ service(id: "none") { name } }')).toEqual({ service: null });
  });
});
