import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Acts, actsIn, type Seen, type Stepped } from '../support/agreement-acts.ts';
import { type World, world } from '../support/world.ts';

const HOW_MANY = 50;

let here: World;
let acts: Acts;
beforeAll(async () => {
  here = await world({ connections: HOW_MANY });
  acts = actsIn(here);
});
afterAll(() => here.close());

/** Does it so many times at once. */
const atOnce = <T>(count: number, attempt: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => attempt(place)));

/** How often each answer came: "taken", or the codes. */
function tally(steps: readonly Stepped[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { codes } of steps) counts[codes.join() || 'taken'] = (counts[codes.join() || 'taken'] ?? 0) + 1;
  return counts;
}

const eventsOf = async ({ agreementId }: Seen, type: string) =>
  here.sql('select data from event where agreement_id = $1 and type = $2 order by sequence', [agreementId, type]);

it('lets one of fifty acceptances of one version win; forty-nine are told why (R40)', async () => {
  const cast = await here.make.cast();
  const written = await acts.countered(cast);
  const steps = await atOnce(HOW_MANY, () => acts.accept(cast.individual, written));

  expect(tally(steps)).toEqual({ taken: 1, ALREADY_ACCEPTED: HOW_MANY - 1 });
  expect(steps.every(({ status }) => status === 'AGREED')).toBe(true);
  expect(await eventsOf(written, 'TERMS_ACCEPTED')).toHaveLength(1);
  const [budget] = await here.sql('select promised_pence from budget where id = $1', [cast.budgetId]);
  const [committed] = await here.sql('select sum(amount_pence)::bigint as sum from commitment where budget_id = $1', [
    cast.budgetId,
  ]);
  expect(budget?.['promised_pence']).toBe(committed?.['sum']);
});

it('never promises more than the budget holds, whoever accepts at once (R9)', async () => {
  const once = { unit: 'SESSION', rate: '100.00' };
  const first = await here.make.cast({ totalPence: 450_00 });
  const week = oneWeek();
  const written: Seen[] = [];
  for (let count = 0; count < 10; count += 1) {
    const cast = count === 0 ? first : await here.make.cast({ keep: { ...first } });
    const proposed = acts.taken(await acts.propose(cast.broker, cast.optionId, { ...once, ...week, rate: '99.00' }));
    written.push(acts.taken(await acts.counter(cast.manager, proposed, { ...once, ...week })));
  }

  const fiveTimes = [written, written, written, written, written].flat();
  const steps = await Promise.all(fiveTimes.map((version) => acts.accept(first.individual, version)));

  expect(steps.filter(({ codes }) => codes.length === 0)).toHaveLength(4);
  expect(Object.keys(tally(steps)).sort()).toEqual(['ALREADY_ACCEPTED', 'BUDGET_EXCEEDED', 'taken']);
  const [budget] = await here.sql('select promised_pence, total_pence from budget where id = $1', [first.budgetId]);
  expect(budget).toEqual({ promised_pence: 400_00, total_pence: 450_00 });
});

it("lets either the acceptance or the other side's new version win, never both (R40)", async () => {
  const cast = await here.make.cast();
  for (let round = 0; round < 6; round += 1) {
    const next = round === 0 ? cast : await here.make.cast({ keep: cast });
    const written = await acts.countered(next);
    const [accepted, countered] = await Promise.all([
      acts.accept(next.individual, written),
      acts.counter(next.broker, written, { rate: '20.00' }),
    ]);
    const [row] = await here.sql('select state, latest_number from agreement where id = $1', [written.agreementId]);
    if (accepted.codes.length === 0) {
      expect([countered.codes, row]).toEqual([['NOT_OPEN'], { state: 'AGREED', latest_number: 2 }]);
    } else {
      expect([accepted.codes, countered.codes]).toEqual([['TERMS_SUPERSEDED'], []]);
      expect(row).toEqual({ state: 'COUNTERED', latest_number: 3 });
    }
  }
});

it('lets one of many answers to one version be the next version', async () => {
  const cast = await here.make.cast();
  const proposed = await acts.proposed(cast);
  const steps = await atOnce(10, (place) => acts.counter(cast.manager, proposed, { rate: `22.${10 + place}` }));
  expect(tally(steps)).toEqual({ taken: 1, TERMS_SUPERSEDED: 9 });
});

it('opens one agreement for one option, however many propose at once', async () => {
  const cast = await here.make.cast();
  const steps = await atOnce(10, () => acts.propose(cast.broker, cast.optionId));
  expect(tally(steps)).toEqual({ taken: 1, ALREADY_PROPOSED: 9 });
});

it('lets the last two parties sign at the same moment, and completes once (R45)', async () => {
  const cast = await here.make.cast();
  const agreed = await acts.agreed(cast);
  acts.taken(await acts.sign(cast.individual, agreed));
  const steps = await Promise.all([
    acts.sign(cast.holder, agreed),
    acts.sign(cast.manager, agreed),
    acts.sign(cast.holder, agreed),
    acts.sign(cast.manager, agreed),
  ]);

  expect(tally(steps)).toEqual({ taken: 2, ALREADY_SIGNED: 2 });
  const [row] = await here.sql('select state, waiting_for from agreement where id = $1', [agreed.agreementId]);
  expect(row).toEqual({ state: 'SIGNED', waiting_for: [] });
  const completions = (await eventsOf(agreed, 'AGREEMENT_SIGNED')).map(
    ({ data }) => (data as { isComplete: boolean }).isComplete,
  );
  expect(completions).toEqual([false, false, true]);
});

it('gives the money back however an agreement ends, while others are accepted (R9)', async () => {
  const cast = await here.make.cast();
  const other = await here.make.cast({ keep: cast });
  const [ending, starting] = [await acts.agreed(cast), await acts.countered(other)];
  await Promise.all([acts.withdraw(cast.manager, ending), acts.accept(cast.individual, starting)]);
  const [budget] = await here.sql('select promised_pence from budget where id = $1', [cast.budgetId]);
  expect(budget?.['promised_pence']).toBe(10 * 2 * 22_10);

  acts.taken(await acts.withdraw(cast.individual, starting));
  const [after] = await here.sql('select promised_pence from budget where id = $1', [cast.budgetId]);
  expect(after?.['promised_pence']).toBe(0);
});

it('gives the money of an older version back when a newer one is written (R8, R40)', async () => {
  const cast = await here.make.cast();
  const proposed = await acts.proposed(cast);
  acts.taken(await acts.accept(cast.individual, proposed));
  const promised = async () =>
    (await here.sql('select promised_pence from budget where id = $1', [cast.budgetId]))[0]?.['promised_pence'];
  expect(await promised()).toBe(43_200);
  acts.taken(await acts.counter(cast.manager, proposed));
  expect(await promised()).toBe(0);
});

function oneWeek() {
  const [start, end] = [new Date(), new Date()];
  start.setUTCDate(start.getUTCDate() + 14);
  end.setUTCDate(end.getUTCDate() + 20);
  return { startsOn: start.toISOString().slice(0, 10), endsOn: end.toISOString().slice(0, 10) };
}
