import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { addMonths } from '../../api/directory/freshness.rules.ts';
import { reportStaleness } from '../../api/directory/report-staleness.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { entities } from '../../api/server/entities.ts';
import { type Organisation, type Someone, TODAY } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let authority: Organisation;
let editor: Someone;
let group: Organisation;
const ages = { fresh: -3, due: -3, stale: -6, hidden: -12 };

beforeAll(async () => {
  here = await world();
  authority = await here.make.authority('Fenmoor Council');
  editor = await here.make.member(authority, 'EDITOR');
  group = await here.make.organisation('COMMUNITY_GROUP', 'Wool Circle');
  for (const [name, months] of Object.entries(ages)) await entry(name, addMonths(TODAY, months));
  // Both sides of the first bound: a day later and it would not be due yet.
  await here.sql(`update service set assured_on = assured_on + 3 where name = 'fresh'`);
});
afterAll(() => here.close());

const entry = async (name: string, checkedOn: string, status = 'ACTIVE') => {
  const id = await here.make.service(group, name);
  await here.sql('update service set assured_on = $2, status = $3 where id = $1', [id, checkedOn, status]);
};
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly edges: readonly {
    readonly node: { readonly name: string; readonly freshness: { readonly state: string } };
  }[];
}
const QUERY = `query Stale($states: [FreshnessState!], $first: Int, $after: String) {
  viewer { directoryDesk { freshnessPolicies { freshMonths isDefault authority { name } }
    stale(states: $states, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
      edges { node { name freshness { state assuredBy } letters(first: 1) { totalCount } assurances(first: 1) { totalCount } } } } } } }`;
const stale = async (variables: Record<string, unknown> = {}, who: Someone = editor) => {
  const told = field(await here.as(who)(QUERY, variables), 'viewer') as { directoryDesk: { stale: Page } | null };
  return told.directoryDesk?.stale;
};
const names = (page: Page | undefined) => page?.edges.map(({ node }) => node.name);

describe('the list of entries that wait for a check', () => {
  it('holds what is due, stale or hidden, the longest unchecked first, and tells the state as the entry itself does', async () => {
    await entry('ended', addMonths(TODAY, -20), 'DEFUNCT');
    const page = await stale();
    expect(names(page)).toEqual(['hidden', 'stale', 'due']);
    expect(page?.edges.map(({ node }) => node.freshness.state)).toEqual(['HIDDEN_FROM_CHOOSING', 'STALE', 'DUE']);
  });

  it.each([
    ['FRESH', 'fresh'],
    ['DUE', 'due'],
    ['STALE', 'stale'],
    ['HIDDEN_FROM_CHOOSING', 'hidden'],
  ])('shows %s alone when asked', async (state, name) => {
    expect(names(await stale({ states: [state] }))).toEqual([name]);
  });

  it('goes on from page to page without losing or repeating an entry', async () => {
    const first = await stale({ first: 2 });
    expect([names(first), first?.totalCount, first?.pageInfo.hasNextPage]).toEqual([['hidden', 'stale'], 3, true]);
    expect(names(await stale({ first: 2, after: first?.pageInfo.endCursor }))).toEqual(['due']);
  });

  it('follows the policy of the authority whose editor looks', async () => {
    const input = { authorityId: authority.id, freshMonths: 7, staleMonths: 8, hiddenMonths: 30 };
    const set = await here.as(editor)(
      'mutation M($input: SetFreshnessPolicyInput!) { setFreshnessPolicy(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(codesOf(set, 'setFreshnessPolicy')).toEqual([]);
    expect(names(await stale())).toEqual(['hidden']);
    expect(await stale({}, await here.make.member(await here.make.authority(), 'EDITOR'))).toMatchObject({
      totalCount: 3,
    });
    await here.sql('delete from freshness_policy');
  });

  it('is nobody else’s', async () => {
    expect(await stale({}, await here.make.manager(await here.make.provider('Another')))).toBeUndefined();
  });

  it('costs no statement more for more entries', async () => {
    const count = async (first: number) => (await statementsOf(() => stale({ first }))).length;
    expect(await count(1)).toBe(await count(3));
  });
});

describe('the report of staleness', () => {
  it('tells the same entries in the same order, and refuses an authority that there is not', async () => {
    const db = await openDatabase({ url: here.database.systemUrl, entities, size: 1 });
    try {
      const ctx = makeContext({ viewer: ANONYMOUS, db, log: here.contextOf(null).log });
      const report = await reportStaleness(ctx, null);
      expect(report?.map(({ service, state }) => [service, state])).toEqual([
        ['hidden', 'HIDDEN_FROM_CHOOSING'],
        ['stale', 'STALE'],
        ['due', 'DUE'],
      ]);
      expect(await reportStaleness(ctx, 'Fenmoor Council')).toHaveLength(3);
      expect(await reportStaleness(ctx, 'Nowhere')).toBeNull();
    } finally {
      await db.close();
    }
  });
});

describe('the list of what was said not to be right', () => {
  const LIST = `query N($first: Int) { viewer { directoryDesk { notRight(first: $first) { totalCount
    edges { node { words origin service { name organisation { name } } } } } } } }`;
  interface NotRight {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: { readonly words: string; readonly service: { readonly name: string } };
    }[];
  }
  const said = async (variables: Record<string, unknown> = {}, who: Someone = editor) => {
    const told = field(await here.as(who)(LIST, variables), 'viewer') as {
      directoryDesk: { notRight: NotRight } | null;
    };
    return told.directoryDesk?.notRight.edges.map(({ node }) => [node.service.name, node.words]);
  };
  const call = (name: string, result: string, words: string | null = null) =>
    here.sql(
      `insert into assurance (id, service_id, organisation_id, origin, result, assured_on, assured_at, person_id, acting_id, method, answered_by, words)
       select gen_random_uuid(), id, organisation_id, 'CALL', $2, $4, clock_timestamp(), $5, $6, 'PHONE', 'secretary', $3 from service where name = $1`,
      [name, result, words, TODAY, editor.id, authority.id],
    );

  it('holds what was said until the entry is found correct, the latest first', async () => {
    await call('due', 'NOT_RIGHT', 'They moved to the library.');
    await call('stale', 'NOT_RIGHT', 'It starts at ten.');
    expect(await said()).toEqual([
      ['stale', 'It starts at ten.'],
      ['due', 'They moved to the library.'],
    ]);
    await call('stale', 'NOT_REACHED');
    expect(await said()).toHaveLength(2);
    await call('due', 'STILL_CORRECT');
    expect(await said()).toEqual([['stale', 'It starts at ten.']]);
    await call('due', 'NOT_RIGHT', 'The telephone is off.');
    expect(await said()).toHaveLength(2);
  });

  it('is nobody else’s, and costs no statement more for more', async () => {
    expect(await said({}, await here.make.manager(group))).toBeUndefined();
    const count = async (first: number) => (await statementsOf(() => said({ first }))).length;
    expect(await count(1)).toBe(await count(2));
  });
});
