import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  costBetweenPence,
  costedUntil,
  totalCostPence,
  weeklyCostPence,
  weeklyMinutes,
} from '../../api/agreements/terms-cost.rules.ts';
import type { Visit } from '../../api/agreements/terms.rules.ts';
import { addDays, WEEKDAYS } from '../../api/common/calendar.ts';
import { OfferUnit } from '../../api/offers/offer.rules.ts';
import { termsWith } from '../support/terms.ts';

const at = (weekday: Visit['weekday'], startsAt: string, endsAt: string): Visit => ({ weekday, startsAt, endsAt });

describe('a full week', () => {
  it('of Fridays, two hours at £21.60, costs £43.20', () => {
    expect(weeklyCostPence(termsWith())).toBe(43_20);
    expect(weeklyMinutes(termsWith())).toBe(120);
  });

  it('charges each visit or session once, however long', () => {
    const visits = [at('MONDAY', '09:00', '09:30'), at('FRIDAY', '13:00', '17:00')];
    expect(weeklyCostPence(termsWith({ unit: 'VISIT', ratePence: 15_00, visits }))).toBe(30_00);
    expect(weeklyCostPence(termsWith({ unit: 'SESSION', ratePence: 15_00, visits }))).toBe(30_00);
  });

  it('charges a day once, however many visits it has', () => {
    const visits = [at('MONDAY', '09:00', '10:00'), at('MONDAY', '17:00', '18:00'), at('TUESDAY', '09:00', '10:00')];
    expect(weeklyCostPence(termsWith({ unit: 'DAY', ratePence: 60_00, visits }))).toBe(120_00);
  });

  it('costs a weekly rate as it is', () => {
    expect(weeklyCostPence(termsWith({ unit: 'WEEK', ratePence: 1_000_00 }))).toBe(1_000_00);
  });

  it('rounds each charged line once, half up, and never the rate (R1)', () => {
    // 25 minutes at £20.06 an hour are 835.83 pence; three such visits are three lines of 836, not 2507.5.
    const visits = [at('MONDAY', '09:00', '09:25'), at('TUESDAY', '09:00', '09:25'), at('FRIDAY', '09:00', '09:25')];
    expect(weeklyCostPence(termsWith({ ratePence: 20_06, visits }))).toBe(3 * 836);
    // 30 minutes at £20.01 are exactly 1000.5 pence.
    expect(weeklyCostPence(termsWith({ ratePence: 20_01, visits: [at('MONDAY', '09:00', '09:30')] }))).toBe(1_001);
  });
});

describe('a period follows the calendar, never times 52 (R2)', () => {
  const weekly = termsWith({ unit: 'WEEK', ratePence: 1_000_00 });

  it('a year of £1,000 a week costs £52,142.86, a leap year £52,285.71', () => {
    expect(costBetweenPence(weekly, '2027-01-01', '2027-12-31')).toBe(52_142_86);
    expect(costBetweenPence(weekly, '2028-01-01', '2028-12-31')).toBe(52_285_71);
    expect(costBetweenPence(weekly, '2027-01-01', '2027-12-30')).toBe(52_000_00);
  });

  it('a day of a weekly rate is a seventh', () => {
    expect(costBetweenPence(weekly, '2027-01-01', '2027-01-01')).toBe(142_86);
  });

  it('Fridays are the Fridays of the calendar: 53 in 2027, 52 in 2028', () => {
    expect(costBetweenPence(termsWith(), '2027-01-01', '2027-12-31')).toBe(53 * 43_20);
    expect(costBetweenPence(termsWith(), '2028-01-01', '2028-12-31')).toBe(52 * 43_20);
  });

  it('counts the first and the last day', () => {
    expect(costBetweenPence(termsWith(), '2026-12-04', '2026-12-04')).toBe(43_20);
    expect(costBetweenPence(termsWith(), '2026-12-05', '2026-12-10')).toBe(0);
    expect(costBetweenPence(termsWith(), '2026-12-04', '2026-12-11')).toBe(2 * 43_20);
  });

  it('is nothing when the days cross', () => {
    expect(costBetweenPence(termsWith(), '2026-12-11', '2026-12-04')).toBe(0);
    expect(costBetweenPence(weekly, '2026-12-11', '2026-12-10')).toBe(0);
  });
});

describe('any two stretches', () => {
  const visits = fc
    .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 })
    .chain((days) =>
      fc.tuple(
        ...days.map((day) => fc.integer({ min: 1, max: 600 }).map((minutes) => at(day, '08:00', clock(480 + minutes)))),
      ),
    );
  const stretches = fc.tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.integer({ min: 0, max: 900 }),
    fc.integer({ min: 0, max: 900 }),
  );
  const rates = fc.integer({ min: 0, max: 10_000_00 });
  const units = fc.constantFrom(...(Object.keys(OfferUnit) as OfferUnit[]));

  it('cost together what the whole costs: to the penny by visits, within a penny by the week', () => {
    fc.assert(
      fc.property(visits, stretches, rates, units, (weekly, lengths, ratePence, unit) => {
        const [a, b, c] = [...lengths].sort((one, other) => one - other).map((days) => addDays('2026-01-01', days)) as [
          string,
          string,
          string,
        ];
        const terms = termsWith({ visits: weekly, ratePence, unit });
        const parts = costBetweenPence(terms, a, b) + costBetweenPence(terms, addDays(b, 1), c);
        const difference = Math.abs(costBetweenPence(terms, a, c) - parts);
        return unit === 'WEEK' ? difference <= 1 : difference === 0;
      }),
    );
  });

  it('of whole weeks cost so many times a week', () => {
    fc.assert(
      fc.property(visits, rates, units, fc.integer({ min: 1, max: 200 }), (weekly, ratePence, unit, weeks) => {
        const terms = termsWith({ visits: weekly, ratePence, unit });
        return (
          costBetweenPence(terms, '2026-03-25', addDays('2026-03-25', weeks * 7 - 1)) === weeks * weeklyCostPence(terms)
        );
      }),
    );
  });
});

describe('the whole cost of a version is counted', () => {
  it.each([
    ['to its own last day', '2026-12-18', '2027-06-30', '2026-12-18'],
    ["to the budget's last day", '2027-12-31', '2027-03-31', '2027-03-31'],
    ['to a year on, when it runs on and no budget pays', null, null, '2027-12-03'],
    ['to a year on, when everything else is later', '2029-12-31', '2030-03-31', '2027-12-03'],
  ])('%s', (_words, endsOn, budgetEndsOn, until) => {
    expect(costedUntil({ startsOn: '2026-12-04', endsOn }, budgetEndsOn)).toBe(until);
  });

  it('and is nothing when the budget is over before it starts', () => {
    expect(totalCostPence(termsWith(), '2026-12-03')).toBe(0);
    expect(totalCostPence(termsWith({ endsOn: '2026-12-18' }), null)).toBe(3 * 43_20);
  });
});

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
