import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { actsIn } from '../support/agreement-acts.ts';
import { feedOf } from '../support/feed.ts';
import type { Organisation, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let fenmoor: Organisation;
let manager: Someone;
let broker: Someone;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());
beforeEach(async () => {
  fenmoor = await here.make.authority();
  manager = await here.make.manager(fenmoor, 'Mo Manager');
  broker = await here.make.broker(fenmoor, 'Ben Broker');
});

interface Place {
  readonly id: string;
  readonly role: string;
  readonly endsOn: string | null;
  readonly version: number;
  readonly approvalLimit: { amount: string } | null;
  readonly viewerCanChange: boolean;
  readonly viewerCanEnd: boolean;
  readonly person: { id: string; name: string } | null;
}

const MEMBERS = `query M($id: ID!) { organisation(id: $id) { viewerCanManageMembers members(first: 50) { totalCount edges { node {
  id role startsOn endsOn version approvalLimit { amount } viewerCanChange viewerCanEnd person { id name } } } } } }`;
const SAID = 'membership { role endsOn version approvalLimit { amount } } userErrors { code message field }';
const GIVE = `mutation M($input: GiveRoleInput!) { giveRole(input: $input) { ${SAID} } }`;
const CHANGE = `mutation M($input: ChangeMembershipInput!) { changeMembership(input: $input) { ${SAID} } }`;
const END =
  'mutation M($input: EndMembershipInput!) { endMembership(input: $input) { organisation { id } userErrors { code message } } }';

const membersOf = async (who: Someone | null, of = fenmoor): Promise<Place[]> => {
  const told = await here.as(who)(MEMBERS, { id: of.id });
  const members = field(told, 'organisation')['members'] as { edges: { node: Place }[] };
  return members.edges.map(({ node }) => node);
};
const placeOf = async (whom: Someone, role: string): Promise<Place> => {
  const found = (await membersOf(manager)).find((place) => place.person?.id === whom.id && place.role === role);
  if (!found) throw new Error(`${whom.name} is no ${role}.`);
  return found;
};
const give = (who: Someone | null, input: Record<string, unknown>) =>
  here.as(who)(GIVE, { input: { organisationId: fenmoor.id, ...input } });
const change = (who: Someone | null, input: Record<string, unknown>) => here.as(who)(CHANGE, { input });
const end = (who: Someone | null, input: Record<string, unknown>) => here.as(who)(END, { input });

it('lists members to members alone, by name, in one statement however many there are', async () => {
  expect(
    (await membersOf(broker)).map(({ person, role, viewerCanChange, viewerCanEnd }) => [
      ...[person?.name, role, viewerCanChange, viewerCanEnd],
    ]),
  ).toEqual([
    ['Ben Broker', 'BROKER', false, true],
    ['Mo Manager', 'MANAGER', false, false],
  ]);
  expect(await membersOf(null)).toEqual([]);
  expect(await membersOf(await here.make.manager(await here.make.provider()))).toEqual([]);

  const count = async () => (await statementsOf(() => here.as(manager)(MEMBERS, { id: fenmoor.id }))).length;
  const before = await count();
  for (let more = 0; more < 5; more += 1) await here.make.member(fenmoor, 'MEMBER', `Member ${more}`);
  expect([before, await count()]).toEqual([1, 1]);
});

describe('giveRole', () => {
  it('gives a role with its limit and last day, in force with the next request, and records it', async () => {
    const told = await give(manager, {
      personId: broker.id,
      role: 'APPROVER',
      approvalLimit: '25000.00',
      endsOn: '2099-01-01',
    });
    expect(field(told, 'giveRole')).toEqual({
      membership: { role: 'APPROVER', endsOn: '2099-01-01', version: 1, approvalLimit: { amount: '25000.00' } },
      userErrors: [],
    });
    const asked = await here.as(broker)('{ viewer { memberships { role approvalLimit { amount } } } }');
    expect(field(asked, 'viewer')['memberships']).toEqual([
      { role: 'APPROVER', approvalLimit: { amount: '25000.00' } },
      { role: 'BROKER', approvalLimit: null },
    ]);
    const events = await here.sql('select type, acted_as from event where stream = $1', [`organisation:${fenmoor.id}`]);
    expect(events).toEqual([{ type: 'ROLE_GIVEN', acted_as: 'MEMBER' }]);
  });

  it('says every reason at once', async () => {
    const told = await give(manager, {
      personId: broker.id,
      role: 'BROKER',
      approvalLimit: '1.00',
      endsOn: '2020-01-01',
    });
    expect(codesOf(told, 'giveRole')).toEqual(['LAST_DAY_PAST', 'LIMIT_IMPOSSIBLE', 'ROLE_HELD']);
    expect(codesOf(await give(manager, { personId: manager.id, role: 'BUDGET_HOLDER' }), 'giveRole')).toEqual([
      'OWN_ROLE',
    ]);
    const provider = await here.make.provider();
    const theirs = await here.make.manager(provider);
    const wrong = await give(theirs, { organisationId: provider.id, personId: theirs.id, role: 'EDITOR' });
    expect(codesOf(wrong, 'giveRole')).toEqual(['ROLE_NOT_HERE']);
  });

  it('is done once for one key', async () => {
    const input = { personId: broker.id, role: 'MEMBER', idempotencyKey: 'once' };
    for (const told of [await give(manager, input), await give(manager, input)])
      expect(codesOf(told, 'giveRole')).toEqual([]);
    expect((await membersOf(manager)).filter(({ role }) => role === 'MEMBER')).toHaveLength(1);
  });

  it('is refused to everybody but a manager there, and finds nobody who is no member', async () => {
    const input = { personId: broker.id, role: 'MEMBER' };
    const elsewhere = await here.make.manager(await here.make.authority('Saltmarsh Council'));
    for (const who of [broker, elsewhere, await here.make.person()])
      expect(codesOf(await give(who, input), 'giveRole')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await give(null, input), 'giveRole')).toEqual(['! UNAUTHENTICATED']);
    for (const personId of [elsewhere.id, 'nobody'])
      expect(codesOf(await give(manager, { ...input, personId }), 'giveRole')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await give(manager, { ...input, organisationId: 'none' }), 'giveRole')).toEqual(['! NOT_FOUND']);
  });
});

describe('changeMembership', () => {
  it('tells the second of two who change the same at once, and loses nothing', async () => {
    const other = await here.make.manager(fenmoor, 'Max Manager');
    const { id: membershipId } = await placeOf(broker, 'BROKER');
    const days = ['2098-01-01', '2099-01-01'];
    const told = await Promise.all(
      [manager, other].map((who, at) => change(who, { membershipId, endsOn: days[at], version: 1 })),
    );
    const all = told.map((each) => codesOf(each, 'changeMembership').join());
    expect(all.toSorted()).toEqual(['', 'CHANGED_MEANWHILE']);
    for (const each of told)
      expect(field(each, 'changeMembership')['membership']).toMatchObject({
        version: 2,
        endsOn: days[all.indexOf('')],
      });
  });

  it('gives every reason, and the membership as it truly stands', async () => {
    const { id: membershipId } = await placeOf(manager, 'MANAGER');
    const told = await change(manager, { membershipId, endsOn: '2020-01-01', approvalLimit: '1', version: 7 });
    expect(codesOf(told, 'changeMembership')).toEqual([
      ...['CHANGED_MEANWHILE', 'LAST_DAY_PAST', 'LIMIT_IMPOSSIBLE', 'OWN_ROLE', 'LAST_MANAGER'],
    ]);
    expect(field(told, 'changeMembership')['membership']).toMatchObject({ version: 1, endsOn: null });
    const { id } = await placeOf(broker, 'BROKER');
    expect(codesOf(await end(manager, { membershipId: id, version: 1 }), 'endMembership')).toEqual([]);
    const late = await change(manager, { membershipId: id, endsOn: '2099-01-01', version: 2 });
    expect(codesOf(late, 'changeMembership')).toEqual(['ALREADY_ENDED']);
  });

  it('is refused to everybody but a manager there', async () => {
    const { id: membershipId } = await placeOf(broker, 'BROKER');
    const input = { membershipId, endsOn: '2099-01-01', version: 1 };
    const stranger = await here.make.manager(await here.make.provider());
    expect(codesOf(await change(broker, input), 'changeMembership')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await change(stranger, input), 'changeMembership')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await change(null, input), 'changeMembership')).toEqual(['! UNAUTHENTICATED']);
  });
});

describe('endMembership', () => {
  it('ends at once, sockets included, and stays ended', async () => {
    const acts = actsIn(here);
    const cast = await here.make.cast({ keep: { authority: fenmoor, broker } });
    const { agreementId } = await acts.proposed(cast);
    const feed = await feedOf(here, broker, { agreementId });
    const { id: membershipId } = await placeOf(broker, 'BROKER');
    expect(codesOf(await end(manager, { membershipId, version: 2 }), 'endMembership')).toEqual(['CHANGED_MEANWHILE']);
    expect(codesOf(await end(manager, { membershipId, version: 1 }), 'endMembership')).toEqual([]);
    await expect(feed.failure).resolves.toBe('closed with 4205');
    const asked = await here.as(broker)('query A($id: ID!) { agreement(id: $id) { id } }', { id: agreementId });
    expect(asked.data).toEqual({ agreement: null });
    expect(codesOf(await end(manager, { membershipId, version: 1 }), 'endMembership')).toEqual([]);
    // Somebody who left may come back in the same role on the same day.
    expect(codesOf(await give(manager, { personId: broker.id, role: 'BROKER' }), 'giveRole')).toEqual([]);
  });

  it('lets anybody leave, and nobody put another out', async () => {
    const { id: membershipId } = await placeOf(broker, 'BROKER');
    const other = await here.make.broker(fenmoor);
    expect(codesOf(await end(other, { membershipId, version: 1 }), 'endMembership')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await end(broker, { membershipId, version: 1 }), 'endMembership')).toEqual([]);
    expect((await membersOf(manager)).map(({ id }) => id)).not.toContain(membershipId);
  });

  it('keeps the last manager, also when two leave at once', async () => {
    const { id: membershipId } = await placeOf(manager, 'MANAGER');
    expect(codesOf(await end(manager, { membershipId, version: 1 }), 'endMembership')).toEqual(['LAST_MANAGER']);
    const other = await here.make.manager(fenmoor, 'Max Manager');
    const places = [await placeOf(manager, 'MANAGER'), await placeOf(other, 'MANAGER')];
    const told = await Promise.all(
      [manager, other].map((who, at) => end(who, { membershipId: places[at]?.id, version: 1 })),
    );
    expect(told.map((each) => codesOf(each, 'endMembership').join()).toSorted()).toEqual(['', 'LAST_MANAGER']);
  });
});

describe('the database alone', () => {
  const tried = async (who: Someone, statement: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: here.database.appUrl });
    await client.connect();
    await client.query('begin');
    await client.query('select access.enter($1)', [who.id]);
    const outcome = await client.query(statement, values).then(
      ({ rowCount }) => `${rowCount ?? 0} changed`,
      (error: unknown) => String(error),
    );
    await client.query('rollback');
    await client.end();
    return outcome;
  };

  it('lets managers alone give roles, and nobody themselves a say over money', async () => {
    const insert = `insert into membership (id, organisation_id, person_id, role, starts_on, set_by_id)
      values (gen_random_uuid(), $1, $2, $3, current_date, $4)`;
    expect(await tried(manager, insert, [fenmoor.id, broker.id, 'APPROVER', manager.id])).toBe('1 changed');
    expect(await tried(manager, insert, [fenmoor.id, manager.id, 'APPROVER', manager.id])).toMatch(
      /row-level security/,
    );
    expect(await tried(broker, insert, [fenmoor.id, broker.id, 'MANAGER', broker.id])).toMatch(/row-level security/);
    const own = 'update membership set ends_on = null, version = 9 where person_id = $1';
    expect(await tried(broker, own, [broker.id])).toMatch(/row-level security/);
    expect(await tried(broker, 'update membership set ended_at = now() where person_id = $1', [manager.id])).toBe(
      '0 changed',
    );
  });

  it('refuses an end for the last manager, and the same role twice on one day', async () => {
    await expect(
      here.sql("update membership set ended_at = now() where role = 'MANAGER' and organisation_id = $1", [fenmoor.id]),
    ).rejects.toThrow(/keeps a manager/);
    await expect(
      here.sql(
        `insert into membership (id, organisation_id, person_id, role, starts_on)
         values (gen_random_uuid(), $1, $2, 'BROKER', current_date + 30)`,
        [fenmoor.id, broker.id],
      ),
    ).rejects.toThrow(/membership_once_key/);
  });
});
