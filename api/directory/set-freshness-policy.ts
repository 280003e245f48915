import { isId } from '../common/id.ts';
import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canSetFreshnessPolicy } from './assurance.policy.ts';
import { decidePolicy } from './freshness.rules.ts';
import type { FreshnessPolicy, SetFreshnessPolicyErrorCode } from './freshness.rules.ts';

export interface SetFreshnessPolicy extends FreshnessPolicy {
  readonly authorityId: string;
  readonly idempotencyKey?: string | null;
}

/** Says after how many months an entry is old for those who choose under the authority; for its editors. Answers the authority's id. */
export function setFreshnessPolicy(
  ctx: Context,
  input: SetFreshnessPolicy,
): Promise<Result<string, SetFreshnessPolicyErrorCode>> {
  return inTransaction<Result<string, SetFreshnessPolicyErrorCode>>(
    ctx,
    async (tx) => {
      const setBy = signedIn(tx.viewer);
      const { authorityId } = input;
      if (!isId(authorityId)) throw notFound('authority');
      authorise(canSetFreshnessPolicy(tx.viewer, authorityId), 'Only an editor of this authority can do this.');
      const decision = decidePolicy(input);
      if (!decision.ok) return decision;

      const { freshMonths, staleMonths, hiddenMonths } = decision.value;
      await tx.manager.query(
        `insert into freshness_policy (authority_id, fresh_months, stale_months, hidden_months, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (authority_id) do update set fresh_months = excluded.fresh_months, stale_months = excluded.stale_months,
           hidden_months = excluded.hidden_months, set_by = excluded.set_by, set_at = excluded.set_at`,
        [authorityId, freshMonths, staleMonths, hiddenMonths, setBy, timestampOf(tx.now())],
      );
      await recordEvent(tx, {
        stream: `organisation:${authorityId}`,
        type: 'FRESHNESS_POLICY_SET',
        actedAs: ActedAs.EDITOR,
        authorityId,
        data: { freshMonths, staleMonths, hiddenMonths },
      });
      return ok(authorityId);
    },
    { operation: 'setFreshnessPolicy', input },
  );
}
