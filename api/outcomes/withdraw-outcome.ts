import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Outcome } from './outcome.entity.ts';
import { canWithdrawOutcome } from './outcome.policy.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { lockOutcome } from './outcome.queries.ts';
import { decideWithdrawing, OutcomeState, type WithdrawOutcomeErrorCode } from './outcome.rules.ts';
import { cleaned } from '../common/wording.ts';

export interface WithdrawOutcome {
  readonly outcomeId: string;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Lets an outcome go that is no longer wanted; it stays on record, with the reason when one is given. */
export function withdrawOutcome(
  ctx: Context,
  input: WithdrawOutcome,
): Promise<Result<string, WithdrawOutcomeErrorCode>> {
  return inTransaction<Result<string, WithdrawOutcomeErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const outcome = await lockOutcome(tx, input.outcomeId);
      authorise(canWithdrawOutcome(tx.viewer, outcome));

      const withdrawnReason = cleaned(input.reason);
      const decision = decideWithdrawing(outcome.state, withdrawnReason);
      if (!decision.ok) return decision;
      if (!decision.value) return ok(outcome.id);

      const { authorityId, id } = outcome;
      await tx.manager.update(Outcome, { authorityId, id }, { state: OutcomeState.WITHDRAWN, withdrawnReason });
      const stream = `outcome:${id}`;
      await recordPlanEvent(tx, outcome, { stream, type: 'OUTCOME_WITHDRAWN', data: { outcomeId: id } });
      return ok(id);
    },
    { operation: 'withdrawOutcome', input },
  );
}
