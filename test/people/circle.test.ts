import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { positionOf } from '../../api/platform/event-cursor.ts';
import { type Acts, actsIn } from '../support/agreement-acts.ts';
import { feedOf } from '../support/feed.ts';
import type { Cast, MadeIndividual, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { stormOf } from '../support/storm.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let acts: Acts;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
});
afterAll(() => here.close());

interface Place {
  readonly id: string;
  readonly version: number;
  readonly mayDo: string;
  readonly maySee: string[];
  readonly viewerCanChange: boolean;
  readonly viewerCanEnd: boolean;
}

const CIRCLE = `query C($id: ID!) { individual(id: $id) { person { name }
  circle { id version mayDo maySee startsOn endsOn viewerCanChange viewerCanEnd person { name } } } }`;
const CHANGE = `mutation M($input: ChangeCircleMemberInput!) { changeCircleMember(input: $input) {
  circleMember { id version mayDo maySee endsOn } userErrors { code message field } } }`;
const END = `mutation M($input: EndCircleMemberInput!) { endCircleMember(input: $input) {
  individual { id circle { id } } userErrors { code message } } }`;

const circleOf = async (who: Someone, of: MadeIndividual): Promise<Place[]> => {
  const told = await here.as(who)(CIRCLE, { id: of.id });
  return (told.data?.['individual'] as { circle: Place[] } | null)?.circle ?? [];
};
const change = (who: Someone | null, input: Record<string, unknown>) => here.as(who)(CHANGE, { input });
const end = (who: Someone | null, input: Record<string, unknown>) => here.as(who)(END, { input });

/** Amira, her niece who sees all and suggests, and the niece's place. */
async function amiraAndNiece(): Promise<{ amira: MadeIndividual; niece: Someone; place: Place }> {
  const amira = await here.make.individual(await here.make.authority());
  const niece = await here.make.circleMember(amira, 'SUGGEST');
  const [place] = await circleOf(amira, amira);
  if (!place) throw new Error('The circle is empty.');
  return { amira, niece, place };
}

it('a circle is one statement with the person whose it is', async () => {
  const { amira } = await amiraAndNiece();
  const count = async () => (await statementsOf(() => here.as(amira)(CIRCLE, { id: amira.id }))).length;
  await count();
  const before = await count();
  for (let more = 0; more < 5; more += 1) await here.make.circleMember(amira, 'VIEW');
  expect([before, await count()]).toEqual([1, 1]);
});

describe('changeCircleMember', () => {
  it('is in force with the next request (R55, R56)', async () => {
    const { amira, niece, place } = await amiraAndNiece();
    const outcomeId = await here.make.agreedOutcome(amira);
    const ask = () => here.as(niece)('query O($id: ID!) { outcome(id: $id) { statement } }', { id: outcomeId });
    expect((await ask()).data?.['outcome']).not.toBeNull();

    const told = await change(amira, { circleMemberId: place.id, maySee: ['BUDGET'], mayDo: 'VIEW', version: 1 });
    expect(codesOf(told, 'changeCircleMember')).toEqual([]);
    expect(field(told, 'changeCircleMember')['circleMember']).toMatchObject({
      version: 2,
      mayDo: 'VIEW',
      maySee: ['BUDGET'],
    });
    expect((await ask()).data?.['outcome']).toBeNull();
  });

  it('tells the second of two who change the same at once, and loses nothing', async () => {
    const { amira, place } = await amiraAndNiece();
    const son = await here.make.circleMember(amira, 'COMMIT');
    const wishes = [
      { who: amira, maySee: ['PLAN'], mayDo: 'VIEW' },
      { who: son, maySee: ['BUDGET'], mayDo: 'VIEW' },
    ];
    const told = await Promise.all(
      wishes.map(({ who, ...wish }) => change(who, { circleMemberId: place.id, version: 1, ...wish })),
    );
    const all = told.map((each) => codesOf(each, 'changeCircleMember').join());
    expect(all.toSorted()).toEqual(['', 'CHANGED_MEANWHILE']);
    const won = wishes[all.indexOf('')];
    for (const each of told) {
      expect(field(each, 'changeCircleMember')['circleMember']).toMatchObject({ version: 2, maySee: won?.maySee });
    }
    const events = await here.sql("select type from event where stream = 'individual:' || $1", [amira.id]);
    expect(events).toEqual([{ type: 'CIRCLE_MEMBER_CHANGED' }]);
  });

  it('says every reason at once, and gives the place as it truly stands', async () => {
    const { amira, place } = await amiraAndNiece();
    const wish = { circleMemberId: place.id, maySee: [], mayDo: 'COMMIT', endsOn: '2020-01-01', version: 7 };
    const told = await change(amira, wish);
    expect(codesOf(told, 'changeCircleMember')).toEqual(['CHANGED_MEANWHILE', 'LAST_DAY_PAST', 'NOTHING_TO_ACT_ON']);
    expect(field(told, 'changeCircleMember')['circleMember']).toMatchObject({ version: 1, mayDo: 'SUGGEST' });
  });

  it('gives of another only what the giver has', async () => {
    const { amira, place } = await amiraAndNiece();
    const son = await here.make.circleMember(amira, 'COMMIT', ['PLAN']);
    const told = await change(son, { circleMemberId: place.id, maySee: ['PLAN'], mayDo: 'COMMIT', version: 1 });
    expect(codesOf(told, 'changeCircleMember')).toEqual(['NOT_YOURS_TO_GIVE']);
  });

  it('is done once for one key', async () => {
    const { amira, place } = await amiraAndNiece();
    const wish = { circleMemberId: place.id, maySee: ['PLAN'], mayDo: 'VIEW', version: 1, idempotencyKey: 'once' };
    for (const told of [await change(amira, wish), await change(amira, wish)]) {
      expect(codesOf(told, 'changeCircleMember')).toEqual([]);
    }
    expect((await circleOf(amira, amira))[0]?.version).toBe(2);
  });

  it('is refused to everybody else, and tells a stranger nothing', async () => {
    const { amira, niece, place } = await amiraAndNiece();
    const friend = await here.make.circleMember(amira, 'SUGGEST');
    const broker = await here.make.broker({ id: amira.authorityId, name: 'Fenmoor Council', kind: 'AUTHORITY' });
    const wish = { circleMemberId: place.id, maySee: ['PLAN'], mayDo: 'COMMIT', version: 1 };
    for (const who of [niece, friend, broker, await here.make.person()]) {
      expect(codesOf(await change(who, wish), 'changeCircleMember')).toEqual([
        expect.stringMatching(/^! (NOT_FOUND|FORBIDDEN)$/),
      ]);
    }
    expect(codesOf(await change(null, wish), 'changeCircleMember')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await change(amira, { ...wish, circleMemberId: 'nobody' }), 'changeCircleMember')).toEqual([
      '! NOT_FOUND',
    ]);
    expect((await circleOf(amira, amira)).find(({ id }) => id === place.id)?.version).toBe(1);
  });
});

describe('endCircleMember', () => {
  it('ends everything at once, and stays ended', async () => {
    const { amira, niece, place } = await amiraAndNiece();
    expect(codesOf(await end(amira, { circleMemberId: place.id, version: 2 }), 'endCircleMember')).toEqual([
      'CHANGED_MEANWHILE',
    ]);
    const told = await end(amira, { circleMemberId: place.id, version: 1 });
    expect(field(told, 'endCircleMember')).toEqual({ individual: { id: amira.id, circle: [] }, userErrors: [] });
    expect((await here.as(niece)(CIRCLE, { id: amira.id })).data?.['individual']).toBeNull();
    expect(codesOf(await end(amira, { circleMemberId: place.id, version: 1 }), 'endCircleMember')).toEqual([]);
    const wish = { circleMemberId: place.id, maySee: ['PLAN'], mayDo: 'VIEW', version: 2 };
    expect(codesOf(await change(amira, wish), 'changeCircleMember')).toEqual(['ALREADY_ENDED']);
  });

  it('lets anybody leave, and nobody put another out', async () => {
    const { amira, niece, place } = await amiraAndNiece();
    const friend = await here.make.circleMember(amira, 'SUGGEST');
    expect(codesOf(await end(friend, { circleMemberId: place.id, version: 1 }), 'endCircleMember')[0]).toMatch(/^! /);
    expect(codesOf(await end(niece, { circleMemberId: place.id, version: 1 }), 'endCircleMember')).toEqual([]);
    expect((await circleOf(amira, amira)).map(({ id }) => id)).not.toContain(place.id);
  });
});

describe('the database alone', () => {
  it('lets nobody widen their own place, nor change one that is not theirs', async () => {
    const { amira, niece, place } = await amiraAndNiece();
    const son = await here.make.circleMember(amira, 'COMMIT');
    const client = new pg.Client({ connectionString: here.database.appUrl });
    await client.connect();
    const tried = async (who: Someone, set: string, id: string) => {
      await client.query('begin');
      await client.query('select access.enter($1)', [who.id]);
      const outcome = await client.query(`update circle_member set ${set} where id = $1`, [id]).then(
        ({ rowCount }) => `${rowCount ?? 0} changed`,
        (error: unknown) => String(error),
      );
      await client.query('rollback');
      return outcome;
    };
    const sons = (await circleOf(amira, amira)).find(({ mayDo }) => mayDo === 'COMMIT')?.id ?? '';
    expect(await tried(amira, "may_do = 'COMMIT'", place.id)).toBe('1 changed');
    expect(await tried(niece, "may_do = 'COMMIT'", place.id)).toMatch(/row-level security/);
    expect(await tried(niece, 'ended_at = now()', place.id)).toBe('1 changed');
    expect(await tried(son, 'ends_on = null, version = 9', sons)).toMatch(/row-level security/);
    expect(await tried(await here.make.person(), 'ended_at = now()', place.id)).toBe('0 changed');
    await client.end();
  });

  it('holds nobody twice in a circle on the same day', async () => {
    const { amira, niece } = await amiraAndNiece();
    const again = here.sql(
      `insert into circle_member (authority_id, id, individual_id, person_id, relation, starts_on)
       values ($1, gen_random_uuid(), $2, $3, 'niece', current_date + 30)`,
      [amira.authorityId, amira.id, niece.id],
    );
    await expect(again).rejects.toThrow(/circle_member_once_key/);
  });
});

describe('a key person who is put out while much happens', () => {
  let cast: Cast;
  let niece: Someone;
  beforeAll(async () => {
    cast = await here.make.cast();
    niece = await here.make.circleMember(cast.individual, 'VIEW', ['AGREEMENTS']);
  });

  it('hears nothing that came after, and the socket is closed (R55)', async () => {
    const { agreementId } = await acts.proposed(cast);
    const [place] = await circleOf(cast.individual, cast.individual);
    const feed = await feedOf(here, niece, { agreementId });

    const storm = stormOf(here, agreementId, cast);
    await feed.until(30);
    expect(codesOf(await end(cast.individual, { circleMemberId: place?.id, version: 1 }), 'endCircleMember')).toEqual(
      [],
    );
    const revoked = performance.now();
    await expect(feed.failure).resolves.toBe('closed with 4205');
    console.info(
      `The socket of somebody put out closed ${(performance.now() - revoked).toFixed(0)} ms after the answer.`,
    );
    await storm.stop();

    const [ended] = await here.sql<{ xid: string }>(
      "select xid::text as xid from event where stream = 'individual:' || $1 and type = 'CIRCLE_MEMBER_ENDED'",
      [cast.individual.id],
    );
    const later = await here.sql<{ count: number }>('select count(*)::int as count from event where xid > $1::xid8', [
      ended?.xid,
    ]);
    expect(later[0]?.count).toBeGreaterThan(0);
    // The events of the storm began and committed one at a time, so those of an older transaction came before.
    const told = feed.told.map(({ cursor }) => BigInt(positionOf(cursor).xid));
    expect(told.filter((xid) => xid > BigInt(ended?.xid ?? 0))).toEqual([]);
  }, 30_000);
});
