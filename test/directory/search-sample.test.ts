import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeSearchWorld, type SearchWorld } from './search-world.ts';
import { rowsOf } from './world.ts';

interface Facets {
  readonly isEstimate: boolean;
  readonly kinds: readonly { kind: string; count: number }[];
  readonly languages: readonly { language: string; count: number }[];
}

const FACETS = `query F($search: ServiceSearch!) { services(search: $search, first: 1) { totalCount facets {
  isEstimate kinds { kind count } languages { language count } } } }`;

let world: SearchWorld;
beforeAll(async () => {
  world = await makeSearchWorld();
}, 60_000);
afterAll(() => world.close());

/** Adds so many services of one name, every second of them in Welsh. */
const add = (count: number) =>
  rowsOf(
    world,
    `insert into service (id, organisation_id, name, status, languages)
     select gen_random_uuid(), (select id from organisation where is_listed order by id limit 1), 'Gamelan', 'ACTIVE',
            case when number % 2 = 0 then '{Welsh}'::text[] else '{English}' end
     from generate_series(1, $1) as number`,
    [count],
  );
const count = async () => {
  type Answer = { services: { totalCount: number; facets: Facets } };
  return (await world.ask<Answer>(FACETS, { search: { text: 'gamelan' } })).services;
};

it('counts each of 3,000, and beyond that a fair sample of about a thousand', async () => {
  await add(3_000);
  const all = await count();
  expect([all.totalCount, all.facets.isEstimate]).toEqual([3_000, false]);
  expect(all.facets.languages.map((facet) => facet.count)).toEqual([1_500, 1_500]);

  await add(1);
  expect((await count()).facets.isEstimate).toBe(true);
  await add(2_999);
  const many = await count();
  expect([many.totalCount, many.facets.isEstimate]).toEqual([6_000, true]);
  // All are of one kind, so that any sample tells it; of the languages chance decides, within five deviations.
  expect(many.facets.kinds.map((facet) => facet.count)).toEqual([6_000]);
  for (const { count: about } of many.facets.languages) expect(Math.abs(about - 3_000)).toBeLessThan(600);
}, 60_000);

it('tells a sample to its first two figures, and a whole count as it is', async () => {
  const told = await rowsOf<{ told: number }>(
    world,
    'select directory.told(number, scale) as told from (values (1234::numeric, 1), (1234, 1.5), (7, 1.5), (1, 1.2)) as t (number, scale)',
    [],
  );
  expect(told.map((row) => row.told)).toEqual([1_234, 1_900, 11, 1]);
});
