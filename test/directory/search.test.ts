import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { registerPostcodes } from '../../api/directory/register-postcodes.ts';
import { ServiceSearchResolver } from '../../api/directory/service-search.resolver.ts';
import {
  CostOptionResolver,
  OrganisationServicesResolver,
  ScheduleResolver,
  ServiceResolver,
} from '../../api/directory/service.resolver.ts';
import {
  accessFactView,
  costOptionView,
  scheduleView,
  serviceLocationView,
  serviceView,
  taxonomyTermView,
} from '../../api/directory/service.view.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { CapacityResolver, OfferResolver, ServiceOffersResolver } from '../../api/offers/offer.resolver.ts';
import { capacityView, offerRateView, offerView, priceRangeView } from '../../api/offers/offer.view.ts';
import { OrganisationResolver } from '../../api/organisations/organisation.resolver.ts';
import { organisationView } from '../../api/organisations/organisation.view.ts';
import { attachViews } from '../../api/platform/read/attach.ts';
import { MoneyResolver } from '../../api/server/money.resolver.ts';
import { projectFolder } from '../support/folders.ts';
import { makeDirectoryWorld, placed, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

interface Found {
  readonly edges: { cursor: string; distanceMiles: number | null; node: { id: string; name: string; kind: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
  readonly order: string;
  readonly place: string | null;
  readonly placeProblem: string | null;
}

const SEARCH = `query Search($search: ServiceSearch!, $first: Int, $after: String) {
  services(search: $search, first: $first, after: $after) {
    edges { cursor distanceMiles node { id name kind } } pageInfo { hasNextPage endCursor } totalCount order place placeProblem } }`;

let world: DirectoryWorld;
let schema: GraphQLSchema;

beforeAll(async () => {
  world = await makeDirectoryWorld();
  await importDirectory(world.system(), join(projectFolder, 'seeds/fenmoor/directory.json'));
  const postcodes = await readFile(join(projectFolder, 'seeds/fenmoor/postcodes.json'), 'utf8');
  await registerPostcodes(world.system(), JSON.parse(postcodes));
  schema = await buildSchema({
    resolvers: [
      ServiceResolver,
      ServiceSearchResolver,
      ScheduleResolver,
      CostOptionResolver,
      OrganisationServicesResolver,
      OfferResolver,
      CapacityResolver,
      ServiceOffersResolver,
      OrganisationResolver,
      MoneyResolver,
    ],
    validate: false,
  });
  attachViews(schema, [
    organisationView,
    serviceView,
    serviceLocationView,
    accessFactView,
    scheduleView,
    costOptionView,
    taxonomyTermView,
    offerRateView,
    capacityView,
    priceRangeView,
    offerView,
  ]);
});
afterAll(() => world.close());

async function ask<T>(source: string, variableValues: Record<string, unknown> = {}): Promise<T> {
  const result = await graphql({ schema, source, variableValues, contextValue: world.stranger() });
  if (result.errors)
    throw new Error(result.errors.map((error) => `${error.extensions['code']}: ${error.message}`).join('\n'), {
      cause: result.errors[0]?.originalError,
    });
  return result.data as T;
}

async function search(wanted: Record<string, unknown>, page: Record<string, unknown> = {}): Promise<Found> {
  return (await ask<{ services: Found }>(SEARCH, { search: wanted, ...page })).services;
}

const namesOf = (found: Found) => found.edges.map(({ node }) => node.name);

describe('near a place', () => {
  it('puts the nearest first and says so, providers and groups mixed', async () => {
    const found = await search({ text: 'lunch', near: 'fm2 6ld' });
    expect(found.place).toBe('FM2 6LD');
    expect(found.edges.find(({ node }) => node.name === 'Thursday Table')?.distanceMiles).toBe(0.6);
    const distances = found.edges.map(({ distanceMiles }) => distanceMiles ?? 0);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(new Set(found.edges.map(({ node }) => node.kind))).toEqual(new Set(['COMMUNITY_GROUP', 'PROVIDER']));
    expect(found.order).toMatch(/^Nearest to FM2 6LD first.*Nobody can pay/);
  });

  it('takes an outward code, and the area of a postcode that is not known exactly', async () => {
    expect((await search({ near: 'FM6' })).place).toBe('FM6');
    expect((await search({ near: 'FM6 9ZZ' })).place).toBe('FM6 (we do not know exactly where FM6 9ZZ is)');
  });

  it('says what to do when the place is not known', async () => {
    for (const near of ['ZZ9 9ZZ', 'the moon']) {
      const found = await search({ text: 'lunch', near });
      expect([found.edges, found.place, found.totalCount]).toEqual([[], null, 0]);
      expect(found.placeProblem).toBe(
        `We do not know the postcode “${near.toUpperCase()}”. Check it, or search without it.`,
      );
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
    expect(namesOf(await search({ text: 'zither', near: 'FM2 6LD', withinMiles: 400 }))).toEqual([
      'Far zither lessons',
    ]);
  });
});

describe('by words and kind', () => {
  it('finds words in names before words in descriptions', async () => {
    const found = await search({ text: 'thursday table' });
    expect(namesOf(found)[0]).toBe('Thursday Table');
    expect(found.order).toMatch(/^Closest to your words first/);
  });

  it('falls back on any of the words, and says so', async () => {
    const found = await search({ text: 'football knitting' });
    expect(namesOf(found)).toEqual(expect.arrayContaining(['All Together Football', 'Stitch and Talk afternoons']));
    expect(found.order).toMatch(/^No entry has all of your words/);
  });

  it('finds Welsh with or without its accents, by language too', async () => {
    expect(namesOf(await search({ text: 'Gymraeg' }))).toEqual(['Caffi a sgwrs']);
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
