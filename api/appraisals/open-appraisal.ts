import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { lockOutcome } from '../outcomes/outcome.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Appraisal } from './appraisal.entity.ts';
import { canAppraise } from './appraisal.policy.ts';
import { findOpenAppraisalId, insertOption, recordAppraisalEvent } from './appraisal.queries.ts';
import { AppraisalState, decideOpening, type OpenAppraisalErrorCode } from './appraisal.rules.ts';
import { CARRY_ON_AS_NOW } from './option.rules.ts';

export interface OpenAppraisal {
  readonly outcomeId: string;
  readonly idempotencyKey?: string | null;
}

/** Opens the comparison of options for an agreed outcome, "Carry on as now" in it; answers the one that is open already. */
export function openAppraisal(ctx: Context, input: OpenAppraisal): Promise<Result<string, OpenAppraisalErrorCode>> {
  return inTransaction<Result<string, OpenAppraisalErrorCode>>(
    ctx,
    async (tx) => {
      const openerId = signedIn(tx.viewer);
      const outcome = await lockOutcome(tx, input.outcomeId);
      authorise(canAppraise(tx.viewer, outcome));

      const decision = decideOpening(outcome.state);
      if (!decision.ok) return decision;
      const open = await findOpenAppraisalId(tx, outcome.id);
      if (open !== null) return ok(open);

      const { authorityId, individualId } = outcome;
      const appraisal = { authorityId, individualId, id: tx.newId() };
      const createdAt = timestampOf(tx.now());
      const state = AppraisalState.OPEN;
      await tx.manager.insert(Appraisal, { ...appraisal, outcomeId: outcome.id, state, version: 1, createdAt });
      await insertOption(tx, appraisal, CARRY_ON_AS_NOW, openerId);
      await recordAppraisalEvent(tx, appraisal, 'APPRAISAL_OPENED', { outcomeId: outcome.id });
      return ok(appraisal.id);
    },
    { operation: 'openAppraisal', input },
  );
}
