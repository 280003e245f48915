import { describe, expect, it } from '@jest/globals';
import {
  type BudgetState,
  decideBudget,
  exceedsSentence,
  fits,
  gonePercent,
  leftPence,
  paceSentence,
  spentPercent,
  weeklyLeftPence,
} from '../../api/budgets/budget.rules.ts';

const budget = (changes: Partial<BudgetState> = {}): BudgetState => ({
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  totalPence: 12_000_00,
  spentPence: 3_000_00,
  promisedPence: 4_000_00,
  keptBackPence: 1_000_00,
  ...changes,
});

describe('what is left (R8)', () => {
  it('is the total less what is spent, promised and kept back', () => {
    expect(leftPence(budget())).toBe(4_000_00);
  });

  it.each([
    ['2026-04-01', 76_71],
    ['2026-01-01', 76_71],
    ['2027-03-25', 4_000_00],
    ['2027-03-31', 28_000_00],
    ['2027-04-01', 0],
  ])('for each week that remains on %s is %d pence (R2)', (today, pence) => {
    expect(weeklyLeftPence(budget(), today)).toBe(pence);
  });

  it.each([
    [4_000_00, 0, true],
    [4_000_01, 0, false],
    [4_500_00, 500_00, true],
    [4_500_01, 500_00, false],
    [0, 0, true],
  ])('has room for %d when %d is given back: %s (R9)', (promise, released, isEnough) => {
    expect(fits(budget(), promise, released)).toBe(isEnough);
  });

  it('says by how much it does not do', () => {
    expect(exceedsSentence(budget(), 4_100_00, 0)).toMatch(/^This costs £100\.00 more than is left/);
  });
});

describe('pace', () => {
  it.each([
    ['2026-04-01', 0],
    ['2026-10-01', 50],
    ['2027-03-31', 100],
    ['2028-01-01', 100],
    ['2020-01-01', 0],
  ])('on %s, %d per cent of the time has gone', (today, percent) => {
    expect(gonePercent(budget(), today)).toBe(percent);
  });

  it('is told in words', () => {
    expect(spentPercent(budget())).toBe(25);
    expect(spentPercent(budget({ totalPence: 0, spentPence: 0 }))).toBe(0);
    expect(paceSentence(budget(), '2026-04-02')).toMatch(
      /^Money is being spent faster than planned\. 25% is spent and 0%/,
    );
    expect(paceSentence(budget(), '2026-07-01')).toBe('You are on track. 25% is spent and 25% of the time has gone.');
    expect(paceSentence(budget(), '2027-01-01')).toMatch(/^There is more left than planned by now\./);
  });
});

describe('a new budget', () => {
  const asked = { startsOn: '2027-04-01', endsOn: '2028-03-31', totalPence: 100, keptBackPence: 0 };
  it.each([
    ['holds', {}, []],
    ['of one day holds', { endsOn: '2027-04-01' }, []],
    ['may keep all of it back', { keptBackPence: 100 }, []],
    ['ends before it starts', { endsOn: '2027-03-31' }, ['PERIOD_IMPOSSIBLE']],
    ['meets another on its last day', { startsOn: '2027-03-31' }, ['PERIOD_TAKEN']],
    ['keeps back more than all', { keptBackPence: 101 }, ['AMOUNT_IMPOSSIBLE']],
    ['is below zero', { totalPence: -1 }, ['AMOUNT_IMPOSSIBLE']],
    [
      'is wrong in every way',
      { startsOn: '2027-03-31', endsOn: '2027-03-30', keptBackPence: -1 },
      ['PERIOD_IMPOSSIBLE', 'PERIOD_TAKEN', 'AMOUNT_IMPOSSIBLE'],
    ],
  ])('that %s: %j', (_words, changes, codes) => {
    const decision = decideBudget({ ...asked, ...changes }, [budget()]);
    expect(decision.ok ? [] : decision.problems.map(({ code }) => code)).toEqual(codes);
  });
});
