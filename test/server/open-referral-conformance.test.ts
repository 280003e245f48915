import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFolder } from '../support/folders.ts';
import { hasSchemas, readSchemas, sharedData } from '../support/open-referral.ts';
import type { Schemas } from '../support/open-referral.ts';
import { everything, openWorld } from './open-referral-world.ts';
import type { OpenWorld } from './open-referral-world.ts';

const feeds = [
  join(projectFolder, 'seeds/fenmoor/directory.json'),
  ...[
    'oruk-v3-page1',
    'oruk-v3-page2',
    'oruk-v3-DIRTY-page1',
    'oruk-v3-DIRTY-page2',
    'oruk-v1-page1',
    'outpost-redacted',
  ].map((name) => join(sharedData, `directory/bucks2021/bucks2021-${name}.json`)),
  ...[
    '313help-hsds32-sample/services_sample.json',
    'hsds2-csv-ilao',
    'hsds-3.2.3-official-examples/csv',
    'trafford-ogl',
  ].map((name) => join(sharedData, 'directory', name)),
  join(sharedData, 'directory/bristol-oruk-v3-real/bristol-services-page1.json'),
  join(sharedData, 'directory/bristol-oruk-v3-real/bristol-service-1625ip.json'),
];

// The schemas belong to their publishers and are not part of the product; without them there is nothing to check by.
(hasSchemas ? describe : describe.skip)('everything taken in, as it is published', () => {
  let world: OpenWorld;
  let schemas: Schemas;
  beforeAll(async () => {
    world = await openWorld();
    schemas = readSchemas();
    for (const feed of feeds.filter(existsSync)) await world.take(feed);
  }, 120_000);
  afterAll(() => world.end());

  it.each([
    ['services', 'service'],
    ['organizations', 'organization'],
    ['service_at_locations', 'service_at_location'],
    ['taxonomies', 'taxonomy'],
    ['taxonomy_terms', 'taxonomy_term'],
  ])(
    'is valid in %s by Open Referral UK 3.0 and HSDS 3.1, each one and page by page',
    async (list, one) => {
      const all = await everything(world, `/${list}`, 100);
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);

      const isInHsds = !one.startsWith('taxonomy');
      const problems = all.flatMap((thing) => [
        ...schemas.uk(one)(thing),
        ...(isInHsds ? schemas.hsds(one)(thing) : []),
        ...silences(thing, `${list}/${thing.id}`),
      ]);
      expect(problems).toEqual([]);

      for (const page of ['page=1', 'page=2&perPage=20', 'page=999', 'full=false', 'full=false&page=3'])
        expect(schemas.uk(`${one}_list`)(await world.page(`/${list}?${page}`))).toEqual([]);
      for (const { id } of all.filter((_, index) => index % 9 === 0).slice(0, 12)) {
        const same = (await (await world.ask(`/${list}/${id}`)).json()) as unknown;
        expect(same).toEqual(all.find((thing) => thing.id === id));
      }
    },
    120_000,
  );

  it('would be told of what is wrong', () => {
    expect(schemas.uk('service')({ id: 'x', name: null, status: 'resting', url: 'www' })).toHaveLength(4);
    expect(schemas.hsds('service')({ id: 'x', name: null, status: 'resting', url: 'www' })).toHaveLength(4);
  });

  it('has a root that says which standard it keeps', async () => {
    const root = (await (await world.ask('/')).json()) as Record<string, unknown>;
    expect(schemas.uk('api_details')(root)).toEqual([]);
    expect(root['version']).toBe('HSDS-UK-3.0');
    const described = (await (await fetch(String(root['openapi_url']))).json()) as { paths: object };
    expect(Object.keys(described.paths)).toContain('/services/{id}');
  });
});

/** Where a document says nothing with null, "" or an empty list. */
function silences(value: unknown, path: string): string[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => silences(part, `${path}/${name}`));
}
