import { describe, expect, it } from '@jest/globals';
import {
  decideListedOption,
  firstWords,
  type ServiceFacts,
  type ServicePlace,
  timesAWeek,
} from '../../api/appraisals/listed-option.rules.ts';
import { hundredthsOf, type KnownCost, weeklyCostOf } from '../../api/appraisals/weekly-cost.rules.ts';
import { problemsOf } from '../../api/common/result.ts';
import type { ScheduleEntry } from '../../api/directory/schedule.rules.ts';

const TODAY = '2026-11-23';
const always = { validFrom: null, validTo: null };
const thursdays: ScheduleEntry = {
  ...always,
  days: ['THURSDAY'],
  opensAt: '11:00',
  closesAt: '14:00',
  frequency: 'WEEKLY',
  every: null,
  byDay: 'TH',
  byMonthDay: null,
  description: null,
};
const hall: ServicePlace = {
  type: 'PHYSICAL',
  name: 'Mill Hall',
  addressLines: ['3 Mill Lane'],
  postcode: 'FM3 4QT',
  distanceMiles: 0.58,
  accessFacts: ['Hearing loop'],
};
const service: ServiceFacts = {
  serviceId: 'thursday-table',
  name: 'Thursday Table',
  description: 'A lunch and games club run by volunteers. About 20 people come.',
  status: 'ACTIVE',
  organisationKind: 'COMMUNITY_GROUP',
  couldStart: 'This Thursday',
  minimumAge: 18,
  maximumAge: null,
  languages: [],
  feesDescription: null,
  schedules: [thursdays],
  costs: [{ ...always, option: 'per visit', amountPence: 650, description: null }],
  offers: [],
  places: [hall],
};
const factsOf = (change: Partial<ServiceFacts> = {}, units: string | null = null) => {
  const result = decideListedOption({ ...service, ...change }, units, TODAY);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const offer = {
  ...always,
  offerId: 'o',
  unit: 'HOUR',
  ratePence: 2160,
  couldStartOn: null,
  minimumMinutes: 60,
} as const;

describe('a service as an option', () => {
  it('brings the facts that the directory has', () => {
    expect(factsOf()).toEqual({
      kind: 'COMMUNITY_GROUP',
      serviceId: 'thursday-table',
      offerId: null,
      name: 'Thursday Table',
      summary: 'A lunch and games club run by volunteers.',
      weeklyCostPence: 650,
      costGrounds: '£6.50 a visit, once a week',
      happensWhen: 'Thursdays, 11am to 2pm',
      gettingThere: 'Mill Hall, 3 Mill Lane, FM3 4QT',
      distanceMiles: 0.6,
      couldStart: 'This Thursday',
      thingsToThinkAbout: 'For people aged 18 and over. Hearing loop. Step-free: not known. Ask them.',
      ifItFallsThrough: null,
    });
  });

  it('leaves unknown what nobody has said, and says that step-free access is unknown (R19)', () => {
    const bare = { description: null, couldStart: null, minimumAge: null, schedules: [], costs: [], places: [] };
    expect(factsOf(bare)).toMatchObject({
      summary: null,
      weeklyCostPence: null,
      costGrounds: null,
      happensWhen: null,
      gettingThere: null,
      distanceMiles: null,
      couldStart: null,
      thingsToThinkAbout: 'Step-free: not known. Ask them.',
    });
  });

  it.each([
    ['Step-free entrance', 'Step-free entrance.'],
    ['Wheelchair accessible: ramp at the side', 'Wheelchair accessible: ramp at the side.'],
    ['Three steps up to the door.', 'Three steps up to the door.'],
  ])('asks nothing about steps when it is known: %s', (fact, said) => {
    expect(factsOf({ minimumAge: null, places: [{ ...hall, accessFacts: [fact] }] }).thingsToThinkAbout).toBe(said);
  });

  it('shows what is closed for now, and refuses what is over', () => {
    expect(factsOf({ status: 'TEMPORARILY_CLOSED' }).thingsToThinkAbout).toMatch(/^Closed for now/);
    for (const status of ['DEFUNCT', 'INACTIVE'] as const)
      expect(problemsOf(decideListedOption({ ...service, status }, '0', TODAY)).map(({ code }) => code)).toEqual([
        'SERVICE_NOT_RUNNING',
        'UNITS_NOT_VALID',
      ]);
  });

  it('takes price, start and shortest visit from the offer in force', () => {
    const facts = factsOf(
      {
        organisationKind: 'PROVIDER',
        schedules: [],
        offers: [
          { ...offer, couldStartOn: '2026-12-14' },
          { ...offer, offerId: 'over', validTo: '2026-11-22', ratePence: 1 },
          { ...offer, offerId: 'to come', validFrom: '2026-11-24', ratePence: 2 },
        ],
      },
      '4',
    );
    expect(facts).toMatchObject({
      kind: 'PROVIDER',
      offerId: 'o',
      weeklyCostPence: 8640,
      costGrounds: '£21.60 an hour, 4 hours a week',
      couldStart: 'From 14 December 2026',
    });
    expect(facts.thingsToThinkAbout).toContain('Shortest visit: 60 minutes.');
    expect(factsOf({ offers: [{ ...offer, couldStartOn: TODAY }] }).couldStart).toBe('Now');
  });

  it('says that what has no place is online', () => {
    const place: ServicePlace = { ...hall, type: 'VIRTUAL', distanceMiles: null };
    expect(factsOf({ places: [place] })).toMatchObject({ gettingThere: 'Online or by telephone', distanceMiles: null });
  });

  it.each<[string, Partial<ScheduleEntry>[], number | null]>([
    ['one day', [{}], 1],
    ['two days', [{ days: ['MONDAY', 'FRIDAY'] }], 2],
    ['two schedules', [{}, {}], 2],
    ['every other week', [{ every: 2 }], null],
    ['once a month', [{ frequency: 'MONTHLY' }], null],
    ['no day', [{ days: [] }], null],
    ['nothing', [], null],
  ])('takes place in a week with %s', (_what, changes, times) => {
    expect(timesAWeek(changes.map((change) => ({ ...thursdays, ...change })))).toBe(times);
  });

  it.each([
    [null, null],
    ['  ', null],
    ['One line', 'One line'],
    ['First.  Second.', 'First.'],
    ['Costs £2.50 a visit. Come.', 'Costs £2.50 a visit.'],
    [`${'word '.repeat(100)}`, `${'word '.repeat(59).trim()}…`],
  ])('is summed up from %j', (description, summary) => expect(firstWords(description)).toBe(summary));
});

describe('the cost of a week', () => {
  const known: KnownCost = { offers: [], costs: [], feesDescription: null, timesAWeek: null };
  const cost = (option: string | null, amountPence: number | null) => ({ option, amountPence, description: null });

  it.each<[string, Partial<KnownCost>, number | null, number | null, string | null]>([
    ['free', { costs: [cost(null, 0)] }, null, 0, 'Free'],
    ['by the week', { offers: [{ ...offer, unit: 'WEEK', ratePence: 9600 }] }, null, 9600, '£96.00 a week'],
    ['by the hour, four hours', { offers: [offer] }, 400, 8640, '£21.60 an hour, 4 hours a week'],
    ['by the hour, one hour', { offers: [offer] }, 100, 2160, '£21.60 an hour, 1 hour a week'],
    [
      'by the hour, rounded half up once',
      { offers: [{ ...offer, ratePence: 1999 }] },
      250,
      4998,
      '£19.99 an hour, 2.5 hours a week',
    ],
    ['by the hour, hours not said', { offers: [offer], timesAWeek: 1 }, null, null, '£21.60 an hour'],
    [
      'by the visit, once a week',
      { costs: [cost('per visit', 650)], timesAWeek: 1 },
      null,
      650,
      '£6.50 a visit, once a week',
    ],
    ['by the visit, twice a week', { costs: [cost('per visit', 650)], timesAWeek: 2 }, null, null, '£6.50 a visit'],
    [
      'by the visit, twice chosen',
      { costs: [cost('per visit', 650)], timesAWeek: 2 },
      200,
      1300,
      '£6.50 a visit, 2 visits a week',
    ],
    ['an amount without a unit', { costs: [cost(null, 650)] }, 200, null, '£6.50'],
    [
      'two prices',
      { costs: [cost('per visit', 650), cost('per session', 400)] },
      200,
      null,
      '£6.50 a visit; £4.00 a session',
    ],
    ['on asking', { costs: [cost(null, null)] }, null, null, 'Price on asking'],
    ['in words only', { feesDescription: 'Depends on income.' }, null, null, 'Depends on income.'],
    ['nothing said', {}, 400, null, null],
  ])('%s', (_what, change, units, pence, grounds) => {
    expect(weeklyCostOf({ ...known, ...change }, units)).toMatchObject({ pence, grounds });
  });

  it.each([
    ['4', 400],
    ['2.5', 250],
    ['0.25', 25],
    ['999', 99_900],
    ['0', null],
    ['-1', null],
    ['1000', null],
    ['1.005', null],
  ])('reads %s units', (units, hundredths) => expect(hundredthsOf(units)).toBe(hundredths));
});

describe('a price by the part of the week (R3)', () => {
  const rates = { WEEKDAY: 20_00, EVENING: 24_00, SUNDAY: 30_00 };
  const cost = (schedules: readonly ScheduleEntry[], more: object = {}) => {
    const offers = [{ ...offer, ratePence: 20_00, rates, ...more }];
    const { weeklyCostPence, costGrounds } = factsOf({ organisationKind: 'PROVIDER', schedules, offers }, '2');
    return [weeklyCostPence, costGrounds];
  };
  const at = (days: ScheduleEntry['days'], opensAt: string, closesAt: string) => ({
    ...thursdays,
    days,
    opensAt,
    closesAt,
  });

  it.each<[string, readonly ScheduleEntry[], readonly unknown[]]>([
    ['by day', [thursdays], [40_00, '£20.00 an hour, 2 hours a week']],
    ['in the evening', [at(['MONDAY'], '18:00', '20:00')], [48_00, '£24.00 an hour, 2 hours a week']],
    ['on a Sunday evening', [at(['SUNDAY'], '18:00', '20:00')], [60_00, '£30.00 an hour, 2 hours a week']],
    [
      'on a Saturday, which has no price of its own',
      [at(['SATURDAY'], '10:00', '12:00')],
      [40_00, '£20.00 an hour, 2 hours a week'],
    ],
    [
      'across two bands: not known',
      [at(['MONDAY'], '16:00', '19:00')],
      [null, '£20.00 an hour on weekdays, £24.00 an hour in the evening'],
    ],
    ['up to the evening and no further', [at(['MONDAY'], '16:00', '18:00')], [40_00, '£20.00 an hour, 2 hours a week']],
    ['at no known time: the weekday, and said to be', [], [40_00, '£20.00 an hour on weekdays, 2 hours a week']],
  ])('%s', (_when, schedules, expected) => {
    expect(cost(schedules)).toEqual(expected);
  });

  it('names the charge for travel beside the rate, and leaves it out of the sum (R4)', () => {
    expect(cost([thursdays], { travelPence: 3_50 })).toEqual([
      40_00,
      '£20.00 an hour, and £3.50 travel a visit, 2 hours a week',
    ]);
  });
});

it('warns of the worst rating of a regulator (R20)', () => {
  expect(factsOf({ isRatedInadequate: true }).thingsToThinkAbout).toMatch(/^Its regulator gave it the worst rating/);
  expect(factsOf({ isRatedInadequate: false }).thingsToThinkAbout).not.toMatch(/rating/);
});
