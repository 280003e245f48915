import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { agreeBudget } from '../../api/budgets/agree-budget.ts';
import { addDays } from '../../api/common/calendar.ts';
import { type Acts, actsIn, type Stepped, TERMS } from '../support/agreement-acts.ts';
import { type Cast, TODAY } from '../support/make.ts';
import { type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';

let here: World;
let acts: Acts;
let cast: Cast;
let viewing: Someone;
let countered: Stepped;
let client: pg.Client;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
  cast = await here.make.cast();
  viewing = await here.make.circleMember(cast.individual, 'VIEW');
  countered = await acts.countered(cast);
  client = new pg.Client({ connectionString: here.database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await here.close();
});

/** What happens when a statement of its own reached the database as that person, past every check of ours. */
async function tried(who: Someone, statement: string, values: unknown[]): Promise<string> {
  await client.query('begin');
  try {
    await client.query('select access.enter($1)', [who.id]);
    const { rowCount } = await client.query(statement, values);
    return `${rowCount ?? 0} changed`;
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    await client.query('rollback');
  }
}

const ACCEPT = `insert into acceptance (authority_id, agreement_id, individual_id, provider_id, terms_id, party, accepted_by, accepted_at)
  select authority_id, agreement_id, individual_id, provider_id, id, $2, $3, now() from terms
  where agreement_id = $1 and number = 2`;
const SIGN = `insert into signature (authority_id, agreement_id, individual_id, provider_id, terms_id, party, signed_by, signed_name, method, statement, terms_hash, signed_at)
  select authority_id, agreement_id, individual_id, provider_id, id, $2, $3, 'X', 'TYPED', 'x', hash, now() from terms
  where agreement_id = $1 and number = 2`;
const REFUSED = /row-level security|permission denied|0 changed/;

describe('the database alone', () => {
  it('lets nobody accept for another party', async () => {
    const { agreementId } = countered;
    expect(await tried(cast.individual, ACCEPT, [agreementId, 'INDIVIDUAL', cast.individual.id])).toBe('1 changed');
    for (const who of [cast.manager, cast.broker, cast.holder, viewing]) {
      expect(await tried(who, ACCEPT, [agreementId, 'INDIVIDUAL', who.id])).toMatch(REFUSED);
      expect(await tried(who, ACCEPT, [agreementId, 'INDIVIDUAL', cast.individual.id])).toMatch(REFUSED);
    }
  });

  it('lets nobody sign for another party', async () => {
    const { agreementId } = countered;
    expect(await tried(cast.holder, SIGN, [agreementId, 'BUDGET_HOLDER', cast.holder.id])).toBe('1 changed');
    expect(await tried(cast.manager, SIGN, [agreementId, 'BUDGET_HOLDER', cast.manager.id])).toMatch(REFUSED);
    expect(await tried(cast.broker, SIGN, [agreementId, 'INDIVIDUAL', cast.broker.id])).toMatch(REFUSED);
    expect(await tried(viewing, SIGN, [agreementId, 'PROVIDER', viewing.id])).toMatch(REFUSED);
  });

  it('lets nobody say how much another can give (R52)', async () => {
    const GIVE = `insert into informal_support
        (authority_id, id, individual_id, circle_member_id, answer, hours_a_week, spoken_by, said_at)
      select authority_id, gen_random_uuid(), individual_id, id, 'UP_TO', 40, $2, now() from circle_member where person_id = $1`;
    expect(await tried(viewing, GIVE, [viewing.id, viewing.id])).toBe('1 changed');
    for (const who of [cast.individual, cast.broker]) {
      expect(await tried(who, GIVE, [viewing.id, who.id])).toMatch(REFUSED);
      expect(await tried(who, GIVE, [viewing.id, viewing.id])).toMatch(REFUSED);
    }
  });

  it('agrees nothing that both sides have not accepted, and moves no agreement to another party', async () => {
    const { agreementId } = countered;
    const move = (column: string) => `update agreement set ${column} where id = $1`;
    expect(await tried(cast.manager, move("state = 'AGREED'"), [agreementId])).toMatch(/not accepted/);
    expect(await tried(cast.manager, move("state = 'SIGNED'"), [agreementId])).toMatch(/does not go/);
    expect(await tried(cast.manager, move('budget_id = null'), [agreementId])).toMatch(/changes only with/);
    expect(await tried(cast.manager, move('individual_id = provider_id'), [agreementId])).toMatch(REFUSED);
    expect(await tried(viewing, move("state = 'WITHDRAWN'"), [agreementId])).toMatch(REFUSED);
  });

  it('keeps money with whoever holds it and outcomes with whoever said them', async () => {
    const spend = 'update budget set spent_pence = spent_pence + 1 where id = $1';
    expect(await tried(cast.holder, spend, [cast.budgetId])).toBe('1 changed');
    for (const who of [cast.individual, cast.broker, cast.manager, viewing]) {
      expect(await tried(who, spend, [cast.budgetId])).toMatch(REFUSED);
    }
    expect(await tried(cast.holder, 'update budget set total_pence = 1 where id = $1', [cast.budgetId])).toMatch(
      REFUSED,
    );
    const say = (column: string) => `update outcome set ${column} where id = $1`;
    expect(await tried(cast.individual, say("statement = 'x'"), [cast.outcomeId])).toMatch(REFUSED);
    expect(await tried(viewing, say("state = 'WITHDRAWN'"), [cast.outcomeId])).toMatch(REFUSED);
    expect(await tried(cast.broker, say("state = 'AGREED'"), [cast.outcomeId])).toMatch(REFUSED);
  });

  it('records no event in the name of somebody else, and reads no e-mail address', async () => {
    const record = `select access.record_event('x', 'X', $1, 'X', 'BROKER', null, null, null, null, '{}', now())`;
    expect(await tried(cast.manager, record, [cast.broker.id])).toMatch(/whoever did it/);
    expect(await tried(cast.broker, 'select email from person', [])).toMatch(REFUSED);
  });
});

describe('the budget behind an agreement', () => {
  it('pays also when whoever writes the terms does not see it (R9)', async () => {
    const other = await here.make.cast();
    const helper = await here.make.circleMember(other.individual, 'SUGGEST', ['PLAN', 'AGREEMENTS'], 'Carys Okoro');
    const { agreementId } = acts.taken(await acts.propose(helper, other.optionId));
    const [row] = await here.sql('select budget_id from agreement where id = $1', [agreementId]);
    expect(row).toEqual({ budget_id: other.budgetId });
    const [terms] = await here.sql('select author_name from terms where agreement_id = $1', [agreementId]);
    expect(terms).toEqual({ author_name: `Somebody for ${other.individual.alias}` });
  });

  it('is found again when the days of the terms move into it, and costs the same whoever writes', async () => {
    const other = await here.make.cast();
    const later = { startsOn: addDays(TODAY, 3_000), endsOn: addDays(TODAY, 3_069) };
    const first = acts.taken(await acts.propose(other.broker, other.optionId, later));
    const [before] = await here.sql('select budget_id from agreement where id = $1', [first.agreementId]);
    expect(before).toEqual({ budget_id: null });
    const written = acts.taken(await acts.counter(other.manager, first, { ...TERMS, endsOn: null }));
    const [after] = await here.sql(
      `select g.budget_id, t.total_cost_pence from agreement g join terms t on t.agreement_id = g.id and t.number = 2 where g.id = $1`,
      [first.agreementId],
    );
    expect(after).toMatchObject({ budget_id: other.budgetId });
    const again = acts.taken(
      await acts.counter(other.individual, written, { ...TERMS, endsOn: null, place: 'Elsewhere' }),
    );
    const [own] = await here.sql('select total_cost_pence from terms where agreement_id = $1 and number = 3', [
      again.agreementId,
    ]);
    expect(own?.['total_cost_pence']).toBe((after as { total_cost_pence: number }).total_cost_pence);
  });

  it('is not proposed past by somebody who does not see agreements: refused, not failed', async () => {
    const other = await here.make.cast();
    const helper = await here.make.circleMember(other.individual, 'SUGGEST', ['PLAN']);
    expect((await acts.propose(helper, other.optionId)).codes).toEqual(['! FORBIDDEN']);
  });

  it('is agreed once for the same days, whoever asks at once', async () => {
    const { individual, holder } = cast;
    const period = { startsOn: '2050-01-01', endsOn: '2050-12-31', totalPence: 100_00, keptBackPence: 0 };
    const results = await Promise.all(
      Array.from({ length: 10 }, () => agreeBudget(here.contextOf(holder), { individualId: individual.id, ...period })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it('takes no step on terms whose content was changed behind its back (R40)', async () => {
  const other = await here.make.cast();
  const written = await acts.countered(other);
  await here.sql('alter table terms disable trigger user');
  await here.sql('update terms set rate_pence = rate_pence + 1 where agreement_id = $1 and number = 2', [
    written.agreementId,
  ]);
  await here.sql('alter table terms enable trigger user');
  expect((await acts.accept(other.individual, written)).codes).toEqual(['! INTERNAL']);
});
