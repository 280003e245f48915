import { describe, expect, it } from '@jest/globals';
import { type AskedOffer, decideOffer } from '../../api/offers/making.rules.ts';

const TODAY = '2026-12-01';

const asked = (changes: Partial<AskedOffer> = {}): AskedOffer => ({
  unit: 'HOUR',
  rates: [{ band: 'WEEKDAY', rate: '22.10' }],
  showsPrice: 'EXACT',
  ...changes,
});

/** The codes with the fields they are about. */
const problemsOf = (changes: Partial<AskedOffer>): string[] => {
  const result = decideOffer(asked(changes), TODAY);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field?.slice(1).join('.')}`);
};

const weekday = (rate: string, startsOn?: string) => ({ band: 'WEEKDAY' as const, rate, startsOn });

describe('an offer as it is kept', () => {
  it('tells everybody the weekday price of its first day when the exact price is shown', () => {
    const rates = [weekday('23.00', '2027-04-01'), weekday('22.10'), { band: 'SUNDAY' as const, rate: '30.00' }];
    const result = decideOffer(asked({ rates }), TODAY);
    expect(result).toMatchObject({
      ok: true,
      value: {
        ratePence: 22_10,
        validFrom: TODAY,
        workers: 1,
        rates: [
          { band: 'WEEKDAY', startsOn: '2027-04-01', ratePence: 23_00 },
          { band: 'WEEKDAY', startsOn: TODAY, ratePence: 22_10 },
          { band: 'SUNDAY', startsOn: TODAY, ratePence: 30_00 },
        ],
      },
    });
  });

  it.each(['RANGE', 'NONE'] as const)('keeps the price itself apart when %s is shown', (showsPrice) => {
    const result = decideOffer(asked({ showsPrice, rangeFrom: '20.00', rangeTo: '30.00' }), TODAY);
    expect(result).toMatchObject({ ok: true, value: { ratePence: null, rates: [{ ratePence: 22_10 }] } });
    expect(result.ok && result.value.rangeFromPence).toBe(showsPrice === 'RANGE' ? 20_00 : null);
  });

  it('names each area and each kind of money once', () => {
    const result = decideOffer(
      asked({ areas: [' FN1 ', 'FN1', '', 'Marsh  End'], funding: ['SELF_FUNDED', 'DIRECT_PAYMENT', 'SELF_FUNDED'] }),
      TODAY,
    );
    expect(result).toMatchObject({
      value: { areas: ['FN1', 'Marsh End'], funding: ['DIRECT_PAYMENT', 'SELF_FUNDED'] },
    });
  });
});

describe('an offer that cannot be kept (R3, R4)', () => {
  it.each<[string, Partial<AskedOffer>, string[]]>([
    ['no weekday price', { rates: [{ band: 'SUNDAY', rate: '20.00' }] }, ['RATE_MISSING rates']],
    ['a weekday price that begins too late', { rates: [weekday('20.00', '2026-12-02')] }, ['RATE_MISSING rates']],
    ['a price below zero', { rates: [weekday('-0.01')] }, ['RATE_IMPOSSIBLE rates.0.rate']],
    ['the least price', { rates: [weekday('0.00')] }, []],
    ['the highest price', { rates: [weekday('10000.00')] }, []],
    ['a price above the highest', { rates: [weekday('10000.01')] }, ['RATE_IMPOSSIBLE rates.0.rate']],
    ['a price finer than a penny', { rates: [weekday('20.005')] }, ['RATE_IMPOSSIBLE rates.0.rate']],
    [
      'two prices for one band from one day',
      { rates: [weekday('20.00'), weekday('21.00')] },
      ['RATES_OVERLAP rates.1'],
    ],
    [
      'two prices of which one began earlier',
      { rates: [weekday('20.00'), weekday('21.00', '2026-11-01')] },
      ['RATES_OVERLAP rates.1'],
    ],
    ['two prices one after the other', { rates: [weekday('20.00'), weekday('21.00', '2026-12-02')] }, []],
    ['no range where one is shown', { showsPrice: 'RANGE' }, ['RANGE_IMPOSSIBLE rangeFrom']],
    [
      'a range upside down',
      { showsPrice: 'RANGE', rangeFrom: '30.00', rangeTo: '20.00' },
      ['RANGE_IMPOSSIBLE rangeFrom'],
    ],
    ['a range of one price', { showsPrice: 'RANGE', rangeFrom: '22.10', rangeTo: '22.10' }, []],
    [
      'a range without the price',
      { showsPrice: 'RANGE', rangeFrom: '22.11', rangeTo: '30.00' },
      ['RANGE_IMPOSSIBLE rangeTo'],
    ],
    ['a first day that has passed', { startsOn: '2026-11-30' }, ['DAYS_IMPOSSIBLE startsOn']],
    ['a first day that is today', { startsOn: TODAY }, []],
    ['a last day before the first', { endsOn: '2026-11-30' }, ['DAYS_IMPOSSIBLE endsOn']],
    ['one day alone', { endsOn: TODAY }, []],
    [
      'a price that begins after the end',
      { endsOn: '2026-12-31', rates: [weekday('20.00'), weekday('21.00', '2027-01-01')] },
      ['DAYS_IMPOSSIBLE rates.1.startsOn'],
    ],
    ['travel that costs too much', { travel: '10000.01' }, ['RATE_IMPOSSIBLE travel']],
    ['no worker', { workers: 0 }, ['NUMBER_IMPOSSIBLE workers']],
    ['four workers', { workers: 4 }, []],
    ['five workers', { workers: 5 }, ['NUMBER_IMPOSSIBLE workers']],
    ['a visit of no length', { minimumMinutes: 0 }, ['NUMBER_IMPOSSIBLE minimumMinutes']],
    ['a visit of a whole day', { minimumMinutes: 1440 }, []],
    ['notice of more than a year', { noticeDays: 366 }, ['NUMBER_IMPOSSIBLE noticeDays']],
    ['fifty areas', { areas: Array.from({ length: 50 }, (_, place) => `FN${place}`) }, []],
    ['more areas', { areas: Array.from({ length: 51 }, (_, place) => `FN${place}`) }, ['AREAS_IMPOSSIBLE areas']],
    ['an endless area', { areas: ['x'.repeat(101)] }, ['AREAS_IMPOSSIBLE areas']],
    [
      'all of it at once',
      { rates: [weekday('x')], workers: 9, endsOn: '2020-01-01' },
      ['DAYS_IMPOSSIBLE endsOn', 'RATE_IMPOSSIBLE rates.0.rate', 'NUMBER_IMPOSSIBLE workers'],
    ],
  ])('%s', (_what, changes, codes) => {
    expect(problemsOf(changes)).toEqual(codes);
  });
});
