import { dayAt } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Transaction } from '../platform/transaction.ts';
import { DEFAULT_POLICY } from './freshness.rules.ts';
import { ADDRESS, insertLetter, PERIOD_ON } from './letter.queries.ts';
import { letterDue, SECOND_AFTER_DAYS } from './letter.rules.ts';
import type { Written } from './letter.rules.ts';

// So that a first import of many old entries does not become a flood of letters: the oldest come first, the rest tomorrow.
const MOST_A_DAY = 200;

interface Candidate extends Written {
  readonly serviceId: string;
  readonly organisationId: string;
  readonly periodOn: string;
  readonly address: string;
}

const CANDIDATES = `
  with entry as (
    select s.id as service_id, s.organisation_id, ${PERIOD_ON} as period_on, ${ADDRESS} as address
    from service s join organisation o on o.id = s.organisation_id and o.is_listed
    where s.status in ('ACTIVE', 'TEMPORARILY_CLOSED')),
  aged as (
    select e.*, w.first_on, w.has_second, w.is_answered from entry e
    cross join lateral (
      select min(l.written_on) filter (where l.kind = 'FIRST') as first_on,
        coalesce(bool_or(l.kind = 'SECOND'), false) as has_second,
        coalesce(bool_or(l.answered_at is not null), false) as is_answered
      from letter l where l.service_id = e.service_id and l.period_on = e.period_on) w
    where e.address ~ '^[^@\\s]+@[^@\\s]+$' and length(e.address) <= 320
      and (e.period_on + make_interval(months => $2))::date <= $1::date)
  select distinct on (address) service_id as "serviceId", organisation_id as "organisationId", period_on as "periodOn",
    address, first_on as "firstOn", has_second as "hasSecond", is_answered as "isAnswered", period_on as "checkedOn"
  from aged
  where not is_answered and not has_second and (first_on is null or first_on <= $1::date - $3::int)
    and not exists (select from letter today where today.address = aged.address and today.written_on = $1::date)
  order by address, period_on, service_id`;

/**
 * Writes the letters that are due today: one when an entry's check is due, one more a month later, at most one a day to one
 * address and 200 a day in all, oldest first; never to a private contact. The strictest policy of any authority says when. For
 * the system's role; answers how many.
 */
export async function writeReminders(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await tx.manager.query("set local statement_timeout = '60s'");
    const [today, freshMonths] = [dayAt(tx.now()), await strictestMonths(tx)];
    const found: Candidate[] = await tx.manager.query(CANDIDATES, [today, freshMonths, SECOND_AFTER_DAYS]);
    const oldest = [...found].sort((one, other) => one.periodOn.localeCompare(other.periodOn)).slice(0, MOST_A_DAY);
    let written = 0;
    for (const candidate of oldest) {
      const kind = letterDue(candidate, { ...DEFAULT_POLICY, freshMonths }, today);
      if (kind !== null && (await insertLetter(tx, { ...candidate, kind })) !== null) written += 1;
    }
    return written;
  });
}

async function strictestMonths(tx: Transaction): Promise<number> {
  const rows: { months: number | null }[] = await tx.manager.query(
    'select min(fresh_months) as months from freshness_policy',
  );
  return rows[0]?.months ?? DEFAULT_POLICY.freshMonths;
}
