import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canChooseOption } from './appraisal.policy.ts';
import { insertDecision, lockAppraisal, raiseVersion, recordAppraisalEvent } from './appraisal.queries.ts';
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
      authorise(
        canChooseOption(tx.viewer, appraisal),
        'Only the person, or somebody who decides for them, can choose.',
      );

      const decision = decideChoice(appraisal, input);
      if (!decision.ok) return decision;

      const { optionId, isFirstPreference } = decision.value;
      await insertDecision(tx, appraisal, decision.value, deciderId);
      await raiseVersion(tx, appraisal, AppraisalState.DECIDED);
      await recordAppraisalEvent(tx, appraisal, 'OPTION_CHOSEN', { optionId, isFirstPreference });
      return ok(appraisal.id);
    },
    { operation: 'chooseOption', input },
  );
}
