import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockCorrection } from './correction.queries.ts';
import { decideDisagreement, type StateDisagreementErrorCode } from './correction.rules.ts';
import { isRecordReader } from './record.policy.ts';

/** How somebody sees what was not corrected. */
export interface StateDisagreement {
  readonly correctionId: string;
  readonly words: string;
  readonly idempotencyKey?: string | null;
}

/** Puts a statement of disagreement beside an answer, for good; for who reads the record as its individual does. */
export function stateDisagreement(
  ctx: Context,
  input: StateDisagreement,
): Promise<Result<string, StateDisagreementErrorCode>> {
  return inTransaction<Result<string, StateDisagreementErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const correction = await lockCorrection(tx, input.correctionId);
      authorise(isRecordReader(tx.viewer, correction.individualId), 'Ask the person whose record it is to say so.');
      const decision = decideDisagreement(correction, input.words);
      if (!decision.ok) return decision;

      await tx.manager.query(
        'update correction set disagreement = $2, disagreed_by = $3, disagreed_at = $4 where id = $1',
        [correction.id, decision.value, personId, timestampOf(tx.now())],
      );
      const stream = `individual:${correction.individualId}`;
      const data = { correctionId: correction.id };
      await recordPlanEvent(tx, correction, { stream, type: 'DISAGREEMENT_STATED', data });
      return ok(correction.id);
    },
    { operation: 'stateDisagreement', input },
  );
}
