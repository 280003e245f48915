import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreeBudgetErrorCode } from '../../api/budgets/budget.rules.ts';
import type { Cast } from '../support/make.ts';
import { codesOf, field, type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';

let here: World;
let cast: Cast;
beforeAll(async () => {
  here = await world({ connections: 20 });
  cast = await here.make.cast({ totalPence: null });
});
afterAll(() => here.close());

const YEAR = { startsOn: '2030-04-01', endsOn: '2031-03-31', total: '12000.00', keptBack: '1000.00' };

const agree = async (who: Someone | null, changes: Record<string, unknown> = {}) => {
  const document =
    'mutation A($input: AgreeBudgetInput!) { agreeBudget(input: $input) { budget { total { amount } keptBack { amount } left { amount } promised { amount } } userErrors { code message field } } }';
  const told = await here.as(who)(document, { input: { individualId: cast.individual.id, ...YEAR, ...changes } });
  return { told, codes: codesOf(told, 'agreeBudget') };
};

describe('agreeBudget', () => {
  it('agrees a budget with its four places', async () => {
    const { told, codes } = await agree(cast.holder);
    expect(codes).toEqual([]);
    expect(field(told, 'agreeBudget')['budget']).toEqual({
      total: { amount: '12000.00' },
      keptBack: { amount: '1000.00' },
      left: { amount: '11000.00' },
      promised: { amount: '0.00' },
    });
  });

  const refusals: Record<AgreeBudgetErrorCode, Record<string, unknown>> = {
    PERIOD_TAKEN: { startsOn: '2031-03-31', endsOn: '2031-04-01' },
    PERIOD_IMPOSSIBLE: { startsOn: '2032-04-02', endsOn: '2032-04-01' },
    AMOUNT_IMPOSSIBLE: { startsOn: '2033-04-01', endsOn: '2034-03-31', keptBack: '12000.01' },
  };
  it.each(Object.entries(refusals))('refuses with %s', async (code, changes) => {
    expect((await agree(cast.holder, changes)).codes).toEqual([code]);
  });

  it('takes days that only touch those of another budget', async () => {
    expect((await agree(cast.holder, { startsOn: '2031-04-01', endsOn: '2031-04-30' })).codes).toEqual([]);
  });

  it('refuses amounts that are no amounts', async () => {
    for (const total of ['12.345', '-1.00', '1e6', 'all of it']) {
      const { codes } = await agree(cast.holder, {
        startsOn: '2040-01-01',
        endsOn: '2040-12-31',
        keptBack: '0.00',
        total,
      });
      expect(codes).not.toEqual([]);
    }
  });

  it.each([
    ['the visitor', '! NOT_FOUND', () => Promise.resolve(null)],
    ['a stranger', '! NOT_FOUND', () => here.make.person('Sam')],
    ['the provider', '! NOT_FOUND', () => Promise.resolve(cast.manager)],
    [
      'the budget holder of another authority',
      '! NOT_FOUND',
      async () => here.make.budgetHolder(await here.make.authority('Saltmarsh')),
    ],
    ['the individual', '! FORBIDDEN', () => Promise.resolve(cast.individual)],
    ['a key person who may commit', '! FORBIDDEN', () => here.make.circleMember(cast.individual, 'COMMIT')],
    ['the broker', '! FORBIDDEN', () => Promise.resolve(cast.broker)],
  ] as const)('is refused to %s: %s', async (_who, code, person) => {
    expect((await agree(await person(), { startsOn: '2050-01-01', endsOn: '2050-12-31' })).codes).toEqual([code]);
  });

  it.each(['nonsense', randomUUID()])('is NOT_FOUND for the person %s', async (individualId) => {
    expect((await agree(cast.holder, { individualId })).codes).toEqual(['! NOT_FOUND']);
  });

  it('agrees one of two budgets for the same days that come at once', async () => {
    const days = { startsOn: '2060-01-01', endsOn: '2060-12-31' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => agree(cast.holder, days)));
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
  });
});

it('the database refuses to promise more than there is, whatever the code does (R9)', async () => {
  const mine = await here.make.cast({ totalPence: 100_00 });
  await expect(here.sql('update budget set promised_pence = 100_01 where id = $1', [mine.budgetId])).rejects.toThrow(
    /budget_within_total_check/,
  );
  await expect(here.app.app.query('update budget set promised_pence = 0')).rejects.toThrow(/permission denied/);
});
