import { dayAt } from '../common/calendar.ts';
import { OrganisationKind } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { CHECKED_ON } from './freshness.queries.ts';
import { DEFAULT_POLICY, freshnessOf, FreshnessState } from './freshness.rules.ts';
import type { FreshnessPolicy, LastCheck } from './freshness.rules.ts';

/** One entry that waits for a check. */
export interface StaleEntry {
  readonly id: string;
  readonly service: string;
  readonly organisation: string;
  readonly state: FreshnessState;
  readonly lastAssuredOn: string | null;
  readonly assuredBy: string | null;
  readonly nextDueOn: string | null;
  readonly lettersSent: number;
}

interface EntryRow extends LastCheck {
  readonly id: string;
  readonly service: string;
  readonly organisation: string;
  readonly lettersSent: number;
}

const ENTRIES = `
  select s.id, s.name as service, o.name as organisation, o.kind, s.assured_on as "assuredOn", s.assured_by as "assuredBy",
    (select checking.name from organisation checking where checking.id = s.assured_by_id) as "assuredByName",
    ${CHECKED_ON('s')} as "checkedOn",
    (select count(*)::int from letter l where l.service_id = s.id and l.state = 'SENT') as "lettersSent"
  from service s join organisation o on o.id = s.organisation_id
  where s.status in ('ACTIVE', 'TEMPORARILY_CLOSED') and s.preferred_service_id is null
  order by coalesce(${CHECKED_ON('s')}, '1970-01-01'), s.id`;

/** Every entry that waits for a check, the longest unchecked first, under the policy of the authority of that name or the defaults; null when there is no such authority. For the system's role. */
export function reportStaleness(ctx: Context, authority: string | null): Promise<readonly StaleEntry[] | null> {
  return inTransaction(ctx, async (tx) => {
    await tx.manager.query("set local statement_timeout = '60s'");
    const today = dayAt(tx.now());
    const policies: (FreshnessPolicy & { id: string })[] = await tx.manager.query(
      `select o.id, coalesce(p.fresh_months, $3) as "freshMonths", coalesce(p.stale_months, $4) as "staleMonths",
         coalesce(p.hidden_months, $5) as "hiddenMonths"
       from organisation o left join freshness_policy p on p.authority_id = o.id where o.name = $1 and o.kind = $2`,
      [authority, OrganisationKind.AUTHORITY, ...Object.values(DEFAULT_POLICY)],
    );
    const policy = authority === null ? DEFAULT_POLICY : policies[0];
    if (policy === undefined) return null;
    const rows: EntryRow[] = await tx.manager.query(ENTRIES);
    return rows
      .map((row) => ({ ...row, ...freshnessOf(row, policy, today) }))
      .filter(({ state }) => state !== FreshnessState.FRESH);
  });
}
