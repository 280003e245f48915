import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../api/common/calendar.ts';
import { type Cast, type Someone, TODAY } from '../support/make.ts';
import { type World, world } from '../support/world.ts';
import { offersIn } from './world.ts';

let here: World;
let offers: ReturnType<typeof offersIn>;
let cast: Cast;
let member: Someone;
let rival: Someone;
beforeAll(async () => {
  here = await world();
  offers = offersIn(here);
  cast = await here.make.cast();
  member = await here.make.member(cast.provider, 'MEMBER');
  rival = await here.make.manager(await here.make.provider('Rival Care'));
});
afterAll(() => here.close());

const service = () => here.make.service(cast.provider);
const NOBODY = '01890000-0000-7000-8000-000000000000';

describe('who may keep offers', () => {
  it('is members of the provider, and nobody else', async () => {
    const serviceId = await service();
    const offerId = offers.taken(await offers.make(member, serviceId));
    for (const who of [rival, cast.broker, cast.individual, cast.holder]) {
      expect((await offers.make(who, serviceId)).codes).toEqual(['! FORBIDDEN']);
      expect((await offers.revise(who, offerId)).codes).toEqual(['! FORBIDDEN']);
      expect((await offers.end(who, offerId)).codes).toEqual(['! FORBIDDEN']);
      expect((await offers.stateCapacity(who, offerId, 9)).codes).toEqual(['! FORBIDDEN']);
    }
    for (const kept of [
      await offers.make(null, serviceId),
      await offers.revise(null, offerId),
      await offers.end(null, offerId),
      await offers.stateCapacity(null, offerId, 9),
    ])
      expect(kept.codes).toEqual(['! UNAUTHENTICATED']);
    expect((await offers.make(member, NOBODY)).codes).toEqual(['! NOT_FOUND']);
    expect((await offers.end(member, 'x')).codes).toEqual(['! NOT_FOUND']);
    expect((await offers.readBy(cast.manager, serviceId))[0]).toMatchObject({ viewerCanKeep: true });
    expect((await offers.readBy(rival, serviceId))[0]).toMatchObject({ viewerCanKeep: false });
  });

  it('is decided by the database as well', async () => {
    const serviceId = await service();
    const offerId = offers.taken(await offers.make(member, serviceId));
    for (const statement of [
      `insert into offer (id, service_id, provider_id, unit, rate_pence, source, made_at) select gen_random_uuid(), service_id, provider_id, 'DAY', 1, 'PROVIDER', now() from offer where id = $1`,
      `insert into offer_rate select id, 'NIGHT', current_date, 1, provider_id, service_id, shows_rates from offer where id = $1`,
    ])
      await expect(enteredAs(rival, statement, [offerId])).rejects.toThrow(/row-level security/);
    expect(await enteredAs(rival, 'update offer set capacity_free = 0 where id = $1', [offerId])).toBe(0);
    await expect(enteredAs(member, 'update offer set rate_pence = 1 where id = $1', [offerId])).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('an offer', () => {
  it('says all that it says, and leaves an event without a price', async () => {
    const serviceId = await service();
    const kept = await offers.make(cast.manager, serviceId, {
      ...{ travel: '3.50', workers: 2, vat: 'EXEMPT', areas: ['FN1'], funding: ['DIRECT_PAYMENT'], noticeDays: 28 },
      ...{ minimumMinutes: 30, couldStartOn: addDays(TODAY, 7), endsOn: addDays(TODAY, 365) },
      rates: [
        { band: 'WEEKDAY', rate: '22.10' },
        { band: 'SUNDAY', rate: '30.00' },
        { band: 'WEEKDAY', rate: '23.00', startsOn: addDays(TODAY, 30) },
      ],
    });
    expect(kept).toMatchObject({
      codes: [],
      offer: {
        ...{ price: '£22.10 an hour', workers: 2, vat: 'EXEMPT', areas: ['FN1'], funding: ['DIRECT_PAYMENT'] },
        ...{ noticeDays: 28, minimumMinutes: 30, isCurrent: true, isFromFeed: false, travel: { amount: '3.50' } },
        ...{ startsOn: TODAY, endsOn: addDays(TODAY, 365), capacity: null, replaces: null },
        rates: [
          { band: 'WEEKDAY', startsOn: TODAY, rate: { amount: '22.10' } },
          { band: 'WEEKDAY', startsOn: addDays(TODAY, 30), rate: { amount: '23.00' } },
          { band: 'SUNDAY', startsOn: TODAY, rate: { amount: '30.00' } },
        ],
      },
    });
    const events = await here.sql<{ type: string; data: unknown }>('select type, data from event where stream = $1', [
      `service:${serviceId}`,
    ]);
    expect(events).toEqual([{ type: 'OFFER_MADE', data: { serviceId, offerId: kept.offer?.['id'] } }]);
  });

  it('is refused with every reason at once, and then nothing is kept', async () => {
    const serviceId = await service();
    await here.sql("update service set status = 'DEFUNCT' where id = $1", [serviceId]);
    const kept = await offers.make(member, serviceId, {
      ...{ rates: [{ band: 'SUNDAY', rate: '-1.00' }], showsPrice: 'RANGE', workers: 0, startsOn: '2020-01-01' },
      areas: ['x'.repeat(101)],
    });
    expect(kept.codes.sort()).toEqual([
      ...['AREAS_IMPOSSIBLE', 'DAYS_IMPOSSIBLE', 'NUMBER_IMPOSSIBLE', 'RANGE_IMPOSSIBLE', 'RATE_IMPOSSIBLE'],
      ...['RATE_MISSING', 'SERVICE_NOT_RUNNING'],
    ]);
    expect(kept.offer).toBeNull();
    const twice = [1, 2].map(() => ({ band: 'WEEKDAY', rate: '20.00' }));
    expect((await offers.make(member, await service(), { rates: twice })).codes).toEqual(['RATES_OVERLAP']);
  });

  it('of regulated care is refused without a registration in force (R20)', async () => {
    const serviceId = await service();
    await here.sql("update service set regulated_activity = 'PERSONAL_CARE' where id = $1", [serviceId]);
    expect((await offers.make(member, serviceId)).codes).toEqual(['NOT_REGISTERED']);
  });

  it('is made once, however often the same key asks', async () => {
    const serviceId = await service();
    const input = {
      serviceId,
      offer: { unit: 'HOUR', rates: [{ band: 'WEEKDAY', rate: '20.00' }], showsPrice: 'EXACT' },
      idempotencyKey: 'once',
    };
    const [first, second] = [
      await offers.act(member, 'makeOffer', input),
      await offers.act(member, 'makeOffer', input),
    ];
    expect(first.offer?.['id']).toBe(second.offer?.['id']);
    expect(await offers.readBy(null, serviceId)).toHaveLength(1);
  });

  it('takes the place of what a feed says by the same unit', async () => {
    const serviceId = await service();
    for (const unit of ['HOUR', 'DAY'])
      await here.sql(
        "insert into offer (id, service_id, provider_id, unit, rate_pence, source) values (gen_random_uuid(), $1, $2, $3, 1900, 'FEED')",
        [serviceId, cast.provider.id, unit],
      );
    offers.taken(await offers.make(member, serviceId));
    expect((await offers.readBy(null, serviceId)).map(({ price }) => price)).toEqual([
      '£19.00 a day',
      '£22.10 an hour',
    ]);
    const [feed] = await here.sql<{ id: string }>("select id from offer where service_id = $1 and unit = 'DAY'", [
      serviceId,
    ]);
    expect((await offers.revise(member, feed?.id ?? '')).codes).toEqual(['FROM_A_FEED']);
    expect((await offers.end(member, feed?.id ?? '')).codes).toEqual(['FROM_A_FEED']);
  });
});

describe('a revision', () => {
  it('ends the old offer the day before, and keeps it readable behind the new one', async () => {
    const serviceId = await service();
    const first = offers.taken(await offers.make(member, serviceId));
    const from = addDays(TODAY, 10);
    const next = await offers.revise(member, first, { startsOn: from, rates: [{ band: 'WEEKDAY', rate: '24.00' }] });
    expect(next.offer).toMatchObject({
      price: '£24.00 an hour',
      isCurrent: false,
      startsOn: from,
      replaces: { id: first, endsOn: addDays(TODAY, 9), price: '£22.10 an hour' },
    });
    expect(await offers.readBy(null, serviceId)).toHaveLength(2);
    expect((await offers.revise(member, first)).codes).toEqual(['OFFER_REPLACED']);
    expect((await offers.end(member, first)).codes).toEqual(['OFFER_REPLACED']);
  });

  it('puts a wrong price right at once: the wrong one never held', async () => {
    const serviceId = await service();
    const wrong = offers.taken(await offers.make(member, serviceId, { rates: [{ band: 'WEEKDAY', rate: '221.00' }] }));
    offers.taken(await offers.revise(member, wrong));
    expect((await offers.readBy(null, serviceId)).map(({ price }) => price)).toEqual(['£22.10 an hour']);
  });

  it('lets one of many at once win', async () => {
    const first = offers.taken(await offers.make(member, await service()));
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => offers.revise(member, first)));
    expect(all.map(({ codes }) => codes.join() || 'taken').sort()).toEqual([
      ...['OFFER_REPLACED', 'OFFER_REPLACED', 'OFFER_REPLACED', 'OFFER_REPLACED', 'taken'],
    ]);
  });

  it('is refused for what has ended', async () => {
    const offerId = offers.taken(await offers.make(member, await service(), { endsOn: TODAY }));
    await here.sql('update offer set valid_from = current_date - 9, valid_to = current_date - 1 where id = $1', [
      offerId,
    ]);
    expect((await offers.revise(member, offerId)).codes).toEqual(['OFFER_ENDED']);
    expect((await offers.end(member, offerId)).codes).toEqual(['OFFER_ENDED']);
    expect((await offers.stateCapacity(member, offerId, 1)).codes).toEqual(['OFFER_ENDED']);
  });
});

describe('what is free (R51)', () => {
  it('is said in one step, and by a revision kept', async () => {
    const serviceId = await service();
    const first = offers.taken(await offers.make(member, serviceId));
    const stated = await offers.stateCapacity(member, first, 12, 'HOURS_A_WEEK');
    expect(stated.offer?.['capacity']).toMatchObject({ free: 12, unit: 'HOURS_A_WEEK', isConfirmed: true });
    const next = offers.taken(await offers.revise(member, first, { startsOn: addDays(TODAY, 1) }));
    offers.taken(await offers.stateCapacity(member, next, 8));
    expect((await offers.readBy(null, serviceId)).map(({ capacity }) => capacity)).toEqual([
      expect.objectContaining({ free: 8, unit: 'HOURS_A_WEEK' }),
      expect.objectContaining({ free: 8, unit: 'HOURS_A_WEEK' }),
    ]);
    expect((await offers.stateCapacity(member, next, -1)).codes).toEqual(['CAPACITY_IMPOSSIBLE']);
    expect((await offers.stateCapacity(member, next, null)).offer).toMatchObject({ capacity: null });
  });

  it('is unconfirmed after 14 days', async () => {
    const serviceId = await service();
    const offerId = offers.taken(await offers.make(member, serviceId));
    offers.taken(await offers.stateCapacity(member, offerId, 2));
    const confirmed = async (age: string) => {
      await here.sql(`update offer set capacity_stated_at = now() - interval '${age}' where id = $1`, [offerId]);
      const [offer] = await offers.readBy(null, serviceId);
      return (offer?.['capacity'] as { isConfirmed: boolean }).isConfirmed;
    };
    expect(await confirmed('13 days 23 hours')).toBe(true);
    expect(await confirmed('14 days 1 hour')).toBe(false);
  });
});

async function enteredAs(who: Someone, statement: string, values: unknown[]): Promise<number> {
  return here.app.source.transaction(async (manager) => {
    await manager.query('select access.enter($1)', [who.id]);
    const result: unknown = await manager.query(statement, values);
    return Array.isArray(result) && typeof result[1] === 'number' ? result[1] : -1;
  });
}
