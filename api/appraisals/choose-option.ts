import { ok, problemsOf, refuse, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { groundsToDecide } from '../representatives/representation.queries.ts';
import { kindOfDecision } from '../representatives/decision.rules.ts';
import { insertDecision, lockAppraisal, raiseVersion, recordAppraisalEvent } from './appraisal.queries.ts';
import { isPlaceToLive } from './service-facts.queries.ts';
import { AppraisalState, type Choice, type ChooseOptionErrorCode, decideChoice } from './appraisal.rules.ts';

export interface ChooseOption extends Choice {
  readonly appraisalId: string;
  readonly idempotencyKey?: string | null;
}

/** Chooses one option with its reasons, and so ends the comparison (rule R23); a role never chooses for a person. */
export function chooseOption(ctx: Context, input: ChooseOption): Promise<Result<string, ChooseOptionErrorCode>> {
  return inTransaction<Result<string, ChooseOptionErrorCode>>(
    ctx,
    async (tx) => {
      const deciderId = signedIn(tx.viewer);
      const appraisal = await lockAppraisal(tx, input.appraisalId);
      const { individualId, outcomeId } = appraisal;
      const serviceId = appraisal.options.find(({ id }) => id === input.optionId)?.serviceId ?? null;
      const grounds = await groundsToDecide(
        tx,
        { individualId, outcomeId, kind: kindOfDecision(await isPlaceToLive(tx, serviceId), true) },
        'Only the person, or somebody who decides for them, can choose.',
      );
      const decision = decideChoice(appraisal, input);
      if (!grounds.ok || !decision.ok) return refuse([...problemsOf(grounds), ...problemsOf(decision)]);

      const { optionId, isFirstPreference } = decision.value;
      await insertDecision(tx, appraisal, decision.value, { deciderId, decidedAs: grounds.value });
      await raiseVersion(tx, appraisal, AppraisalState.DECIDED);
      await recordAppraisalEvent(tx, appraisal, 'OPTION_CHOSEN', { optionId, isFirstPreference });
      return ok(appraisal.id);
    },
    { operation: 'chooseOption', input },
  );
}
