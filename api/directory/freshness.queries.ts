import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Transaction } from '../platform/transaction.ts';
import { DEFAULT_POLICY } from './freshness.rules.ts';
import type { FreshnessPolicy } from './freshness.rules.ts';

/** Day from which the age of an entry counts, of a row of `service` under that name. */
export const CHECKED_ON = (service: string): string =>
  `coalesce(${service}.assured_on, (${service}.last_modified_at at time zone 'Europe/London')::date,
    (${service}.imported_at at time zone 'Europe/London')::date)`;

/** The policy of an authority; the defaults when it has set none. */
export async function policyOf(tx: Transaction, authorityId: string): Promise<FreshnessPolicy> {
  const rows: FreshnessPolicy[] = await tx.manager.query(
    `select fresh_months as "freshMonths", stale_months as "staleMonths", hidden_months as "hiddenMonths"
     from freshness_policy where authority_id = $1`,
    [authorityId],
  );
  return rows[0] ?? DEFAULT_POLICY;
}

/** The policies of several authorities, in the order asked, with whether nobody has set them. */
export function policiesOf(
  ctx: Context,
  authorityIds: readonly string[],
): Promise<(FreshnessPolicy & { readonly authorityId: string; readonly isDefault: boolean })[]> {
  return inTransaction(ctx, async (tx) => {
    const { freshMonths, staleMonths, hiddenMonths } = DEFAULT_POLICY;
    return tx.manager.query(
      `select asked.id as "authorityId", coalesce(p.fresh_months, $2) as "freshMonths",
         coalesce(p.stale_months, $3) as "staleMonths", coalesce(p.hidden_months, $4) as "hiddenMonths",
         p.authority_id is null as "isDefault"
       from unnest($1::uuid[]) with ordinality asked (id, place) left join freshness_policy p on p.authority_id = asked.id
       order by asked.place`,
      [authorityIds, freshMonths, staleMonths, hiddenMonths],
    );
  });
}

/** Day from which the age of the entry counts; null when none is known. */
export async function checkedOnOf(tx: Transaction, serviceId: string): Promise<string | null> {
  const rows: { checkedOn: string | null }[] = await tx.manager.query(
    `select ${CHECKED_ON('s')} as "checkedOn" from service s where s.id = $1`,
    [serviceId],
  );
  return rows[0]?.checkedOn ?? null;
}
