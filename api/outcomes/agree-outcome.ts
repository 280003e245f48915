import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Outcome } from './outcome.entity.ts';
import { groundsToDecide } from '../representatives/representation.queries.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { lockOutcome } from './outcome.queries.ts';
import { type AgreeOutcomeErrorCode, decideAgreeing, OutcomeState } from './outcome.rules.ts';

export interface AgreeOutcome {
  readonly outcomeId: string;
  readonly idempotencyKey?: string | null;
}

/** Agrees that an outcome is what the individual wants; never done for them by a broker, and never by silence (rule R25). */
export function agreeOutcome(ctx: Context, input: AgreeOutcome): Promise<Result<string, AgreeOutcomeErrorCode>> {
  return inTransaction<Result<string, AgreeOutcomeErrorCode>>(
    ctx,
    async (tx) => {
      const agreedById = signedIn(tx.viewer);
      const outcome = await lockOutcome(tx, input.outcomeId);
      const matter = { individualId: outcome.individualId, outcomeId: outcome.id, kind: 'CARE_AND_SUPPORT' as const };
      const sentence = 'Only the person, or somebody who decides for them, can agree this.';
      const grounds = await groundsToDecide(tx, matter, sentence);
      if (!grounds.ok) return grounds;

      const decision = decideAgreeing(outcome.state);
      if (!decision.ok) return decision;
      if (!decision.value) return ok(outcome.id);

      const { authorityId, id } = outcome;
      const agreedOn = dayAt(tx.now());
      await tx.manager.update(Outcome, { authorityId, id }, { state: OutcomeState.AGREED, agreedOn, agreedById });
      const stream = `outcome:${id}`;
      await recordPlanEvent(tx, outcome, { stream, type: 'OUTCOME_AGREED', data: { outcomeId: id } });
      return ok(id);
    },
    { operation: 'agreeOutcome', input },
  );
}
