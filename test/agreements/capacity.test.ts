import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noRoomSentence, roomNeeded } from '../../api/agreements/room.rules.ts';
import type { Visit } from '../../api/agreements/terms.rules.ts';
import { offersIn } from '../offers/world.ts';
import { type Acts, actsIn, type Seen } from '../support/agreement-acts.ts';
import type { Cast } from '../support/make.ts';
import { type World, world } from '../support/world.ts';

let here: World;
let acts: Acts;
let offers: ReturnType<typeof offersIn>;
let first: Cast;
beforeAll(async () => {
  here = await world({ connections: 50 });
  acts = actsIn(here);
  offers = offersIn(here);
  first = await here.make.cast({ totalPence: null });
});
afterAll(() => here.close());

/** A service with an offer that has so much free, before anybody has it among the options. */
async function offered(free: number | null, unit = 'PLACES', more: Record<string, unknown> = {}) {
  const serviceId = await here.make.service(first.provider);
  const offerId = offers.taken(await offers.make(first.manager, serviceId, more));
  if (free !== null) offers.taken(await offers.stateCapacity(first.manager, offerId, free, unit));
  return { serviceId, offerId };
}

/** Terms for that service, written last by the provider, that wait for the individual. */
async function written(serviceId: string): Promise<Seen> {
  const { authority, broker, holder, individual, provider, manager } = first;
  const keep = { authority, broker, holder, individual, provider, manager, serviceId };
  return acts.countered(await here.make.cast({ totalPence: null, keep }));
}

const freeOf = async (serviceId: string) => {
  const [offer] = await offers.readBy(null, serviceId);
  return (offer?.['capacity'] as { free: number } | null)?.free ?? null;
};

describe('accepting terms (R51)', () => {
  it('takes a place, and refuses when none is left, with what to do', async () => {
    const { serviceId } = await offered(1);
    const [one, two] = [await written(serviceId), await written(serviceId)];
    expect((await acts.accept(first.individual, one)).codes).toEqual([]);
    expect(await freeOf(serviceId)).toBe(0);
    const refused = await acts.accept(first.individual, two);
    expect([refused.codes, refused.status]).toEqual([['NO_CAPACITY_LEFT'], 'COUNTERED']);
    expect(await freeOf(serviceId)).toBe(0);
  });

  it('takes hours for each worker, or visits, as the provider counts', async () => {
    const hours = await offered(5, 'HOURS_A_WEEK', { workers: 2 });
    acts.taken(await acts.accept(first.individual, await written(hours.serviceId)));
    expect(await freeOf(hours.serviceId)).toBe(1);
    const visits = await offered(5, 'VISITS_A_WEEK');
    acts.taken(await acts.accept(first.individual, await written(visits.serviceId)));
    expect(await freeOf(visits.serviceId)).toBe(4);
  });

  it('is never stopped by what nobody has said', async () => {
    const { serviceId } = await offered(null);
    expect((await acts.accept(first.individual, await written(serviceId))).codes).toEqual([]);
    expect(await freeOf(serviceId)).toBeNull();
  });

  it('never takes more than is free, whoever accepts at once', async () => {
    const { serviceId } = await offered(4);
    const all: Seen[] = [];
    for (let count = 0; count < 10; count += 1) all.push(await written(serviceId));
    const steps = await Promise.all(
      [all, all, all, all, all].flat().map((version) => acts.accept(first.individual, version)),
    );
    expect(steps.filter(({ codes }) => codes.length === 0)).toHaveLength(4);
    const codes = [...new Set(steps.map((step) => step.codes.join()))].sort();
    expect(codes).toEqual(['', 'ALREADY_ACCEPTED', 'NO_CAPACITY_LEFT']);
    expect(await freeOf(serviceId)).toBe(0);
  }, 60_000);
});

describe('a place is free again', () => {
  it('when the agreement is withdrawn, or other terms are put forward', async () => {
    const { serviceId } = await offered(2);
    const agreed = await written(serviceId);
    acts.taken(await acts.accept(first.individual, agreed));
    acts.taken(await acts.withdraw(first.manager, agreed));
    expect(await freeOf(serviceId)).toBe(2);
  });

  it('of a revision as of the offer that was chosen', async () => {
    const { serviceId, offerId } = await offered(2);
    const version = await written(serviceId);
    offers.taken(await offers.revise(first.manager, offerId, { rates: [{ band: 'WEEKDAY', rate: '23.00' }] }));
    acts.taken(await acts.accept(first.individual, version));
    expect(await freeOf(serviceId)).toBe(1);
    acts.taken(await acts.withdraw(first.individual, version));
    expect(await freeOf(serviceId)).toBe(2);
  });

  it('when the agreement has ended or its terms have lapsed, without anybody doing anything (R47)', async () => {
    const { serviceId } = await offered(1);
    const [one, two] = [await written(serviceId), await written(serviceId)];
    acts.taken(await acts.accept(first.individual, one));
    await here.sql(
      `update capacity_reservation set holds_until = now() - interval '1 second' where agreement_id = $1`,
      [one.agreementId],
    );
    expect(await freeOf(serviceId)).toBe(1);
    expect((await acts.accept(first.individual, two)).codes).toEqual([]);
    expect(await freeOf(serviceId)).toBe(0);
  });
});

it('lets nobody reserve for another', async () => {
  const { serviceId } = await offered(1);
  const { agreementId } = await written(serviceId);
  for (const who of [first.broker, await here.make.manager(await here.make.provider('Rival'))])
    await expect(
      here.app.source.transaction(async (manager) => {
        await manager.query('select access.enter($1)', [who.id]);
        await manager.query('select * from access.reserve_capacity($1, 1, 1, null, now())', [agreementId]);
      }),
    ).rejects.toThrow(/whoever accepts/);
});

const visit = (startsAt: string, endsAt: string): Visit => ({ weekday: 'MONDAY', startsAt, endsAt });

it.each([
  ['an hour', [visit('09:00', '10:00')], { hours: 1, visits: 1 }],
  ['part hours, whole once a week', [visit('09:00', '09:45'), visit('12:00', '12:45')], { hours: 2, visits: 2 }],
])('counts %s', (_what, visits, needed) => {
  expect(roomNeeded(visits)).toEqual(needed);
});

it('says how much is free and what to do', () => {
  expect(noRoomSentence(0, 'PLACES')).toContain('no places free. Ask them');
  expect(noRoomSentence(1, 'HOURS_A_WEEK')).toContain('1 hour a week free. Ask them');
});
