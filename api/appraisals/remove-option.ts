import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canAppraise, canRemoveOption } from './appraisal.policy.ts';
import { deleteOption, lockAppraisal, raiseVersion, recordAppraisalEvent } from './appraisal.queries.ts';
import { decideRemoving, type RemoveOptionErrorCode } from './appraisal.rules.ts';

export interface RemoveOption {
  readonly appraisalId: string;
  readonly optionId: string;
  readonly idempotencyKey?: string | null;
}

/** Takes an option off an open comparison; others than those who may choose take off only what they added themselves. */
export function removeOption(ctx: Context, input: RemoveOption): Promise<Result<string, RemoveOptionErrorCode>> {
  return inTransaction<Result<string, RemoveOptionErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const appraisal = await lockAppraisal(tx, input.appraisalId);
      const option = appraisal.options.find(({ id }) => id === input.optionId);
      authorise(option ? canRemoveOption(tx.viewer, option) : canAppraise(tx.viewer, appraisal));

      const decision = decideRemoving(appraisal, input.optionId);
      if (!decision.ok) return decision;

      const { id: optionId, kind, serviceId } = decision.value;
      await deleteOption(tx, appraisal, optionId);
      await raiseVersion(tx, appraisal, appraisal.state);
      await recordAppraisalEvent(tx, appraisal, 'OPTION_REMOVED', { optionId, kind, serviceId });
      return ok(appraisal.id);
    },
    { operation: 'removeOption', input },
  );
}
