import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../api/common/calendar.ts';
import { capacityInWords, type CapacityUnit, isConfirmed } from '../../api/offers/capacity.rules.ts';
import {
  decideCapacity,
  decideEnding,
  lastDayBefore,
  offeringProblems,
  type OfferStanding,
  type ServiceToOffer,
  standingProblems,
} from '../../api/offers/keeping.rules.ts';
import type { RegistrationFacts } from '../../api/directory/registration.rules.ts';
import { priceInWords } from '../../api/offers/rate.rules.ts';

const TODAY = '2026-12-10';
const STANDING: OfferStanding = { source: 'PROVIDER', validFrom: '2026-12-01', validTo: null, isReplaced: false };

const SERVICE: ServiceToOffer = {
  status: 'ACTIVE',
  regulatedActivity: null,
  organisationKind: 'PROVIDER',
  registrations: [],
};
const REGISTERED: RegistrationFacts = {
  ...{ regulator: 'CQC', identifier: '1-1', status: 'ACTIVE', activities: ['PERSONAL_CARE'], source: 'the register' },
  ...{ rating: null, ratedOn: null, startsOn: null, endsOn: null, asOf: TODAY },
};

describe('regulated care needs a registration in force (R20)', () => {
  it.each<[string, Partial<ServiceToOffer>, string[]]>([
    ['no regulated care', {}, []],
    ['regulated care with no registration', { regulatedActivity: 'PERSONAL_CARE' }, ['NOT_REGISTERED']],
    ['with one', { regulatedActivity: 'PERSONAL_CARE', registrations: [REGISTERED] }, []],
    ['with one for other care', { regulatedActivity: 'NURSING_CARE', registrations: [REGISTERED] }, ['NOT_REGISTERED']],
    [
      'with one that has ended',
      {
        regulatedActivity: 'PERSONAL_CARE',
        registrations: [{ ...REGISTERED, endsOn: '2026-12-09' }],
      },
      ['NOT_REGISTERED'],
    ],
    ['of a community group', { regulatedActivity: 'PERSONAL_CARE', organisationKind: 'COMMUNITY_GROUP' }, []],
    [
      'regulated care that does not run either',
      { regulatedActivity: 'PERSONAL_CARE', status: 'DEFUNCT' },
      ['SERVICE_NOT_RUNNING', 'NOT_REGISTERED'],
    ],
  ])('%s', (_what, changes, codes) => {
    expect(offeringProblems({ ...SERVICE, ...changes }, TODAY).map(({ code }) => code)).toEqual(codes);
  });
});

describe('an offer may be touched', () => {
  it.each<[string, Partial<OfferStanding>, string[]]>([
    ['while it stands', {}, []],
    ['on its last day', { validTo: TODAY }, []],
    ['no more on the day after', { validTo: '2026-12-09' }, ['OFFER_ENDED']],
    ['no more once another took its place', { isReplaced: true }, ['OFFER_REPLACED']],
    ['never when a feed says so', { source: 'FEED' }, ['FROM_A_FEED']],
  ])('%s', (_when, changes, codes) => {
    expect(standingProblems({ ...STANDING, ...changes }, TODAY).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['ACTIVE', 0],
    ['TEMPORARILY_CLOSED', 0],
    ['INACTIVE', 1],
    ['DEFUNCT', 1],
  ] as const)('for a service that is %s: %i problems', (status, count) => {
    expect(offeringProblems({ ...SERVICE, status }, TODAY)).toHaveLength(count);
  });
});

describe('history', () => {
  it.each([
    ['ends the day before the next begins', '2026-12-01', '2027-01-01', '2026-12-31'],
    ['never holds when the next begins first', '2027-02-01', '2027-01-01', '2027-01-31'],
    ['never holds when both begin on one day', TODAY, TODAY, '2026-12-09'],
    ['ends the day before when it has no first day', null, TODAY, '2026-12-09'],
  ])('%s', (_what, validFrom, next, last) => {
    expect(lastDayBefore({ validFrom }, next)).toBe(last);
  });

  it.each<[string, Partial<OfferStanding>, string | null, string]>([
    ['ends today unless told', {}, null, TODAY],
    ['ends on a later day', {}, '2027-01-31', '2027-01-31'],
    ['never begins when it has not begun', { validFrom: '2027-01-01' }, null, '2026-12-31'],
  ])('%s', (_what, changes, lastOn, last) => {
    expect(decideEnding({ ...STANDING, ...changes }, lastOn, TODAY)).toEqual({ ok: true, value: last });
  });

  it('does not end in the past', () => {
    expect(decideEnding(STANDING, '2026-12-09', TODAY)).toMatchObject({ problems: [{ code: 'DAYS_IMPOSSIBLE' }] });
    expect(decideEnding({ ...STANDING, isReplaced: true }, 'soon', TODAY)).toMatchObject({
      problems: [{ code: 'OFFER_REPLACED' }, { code: 'DAYS_IMPOSSIBLE' }],
    });
  });
});

describe('capacity (R51)', () => {
  const saidAt = '2026-12-10T09:00:00Z';
  it.each([
    ['14 days to the minute', '2026-12-24T09:00:00Z', true],
    ['a moment more', '2026-12-24T09:00:01Z', false],
  ])('is confirmed for 14 days: %s', (_what, now, confirmed) => {
    expect(isConfirmed(saidAt, Temporal.Instant.from(now))).toBe(confirmed);
  });

  it.each<[number, CapacityUnit, string, string]>([
    [2, 'PLACES', '2026-12-11T09:00:00Z', '2 places free, said on 10 December 2026'],
    [1, 'HOURS_A_WEEK', '2026-12-11T09:00:00Z', '1 hour a week free, said on 10 December 2026'],
    [0, 'VISITS_A_WEEK', '2026-12-11T09:00:00Z', 'No visits a week free, said on 10 December 2026'],
    [2, 'PLACES', '2027-01-11T09:00:00Z', 'Not confirmed. 2 places free on 10 December 2026: ask them'],
  ])('%i %s in words', (free, unit, now, words) => {
    expect(capacityInWords({ free, unit, statedAt: saidAt }, Temporal.Instant.from(now))).toBe(words);
  });

  it.each<[string, number | null, Partial<OfferStanding>, unknown]>([
    ['none', 0, {}, { ok: true, value: { free: 0, unit: 'PLACES' } }],
    ['much', 100_000, {}, { ok: true, value: { free: 100_000, unit: 'PLACES' } }],
    ['nothing said any more', null, {}, { ok: true, value: null }],
    ['of a feed’s offer', 3, { source: 'FEED' }, { ok: true, value: { free: 3, unit: 'PLACES' } }],
  ])('is stated: %s', (_what, free, changes, result) => {
    expect(decideCapacity({ ...STANDING, ...changes }, { free, unit: null }, TODAY)).toEqual(result);
  });

  it.each<[string, number, Partial<OfferStanding>, string]>([
    ['less than nothing', -1, {}, 'CAPACITY_IMPOSSIBLE'],
    ['too much', 100_001, {}, 'CAPACITY_IMPOSSIBLE'],
    ['a part', 1.5, {}, 'CAPACITY_IMPOSSIBLE'],
    ['of what has ended', 1, { validTo: '2026-12-09' }, 'OFFER_ENDED'],
  ])('is refused: %s', (_what, free, changes, code) => {
    expect(decideCapacity({ ...STANDING, ...changes }, { free, unit: null }, TODAY)).toMatchObject({
      problems: [{ code }],
    });
  });
});

it.each([
  ['the price itself', 22_10, null, '£22.10 an hour'],
  ['nothing to pay', 0, null, 'Free'],
  ['a range', null, [20_00, 30_00], '£20.00 to £30.00 an hour'],
  ['what is not told', null, null, 'Price on asking'],
  ['the price to whoever may know it, though others see a range', 22_10, [20_00, 30_00], '£22.10 an hour'],
] as const)('says %s in words', (_what, rate, range, words) => {
  const [rangeFrom, rangeTo] = range ?? [null, null];
  expect(priceInWords({ unit: 'HOUR', showsPrice: 'RANGE', rate, rangeFrom, rangeTo })).toBe(words);
});
