import { dayAt, timestampOf } from '../common/calendar.ts';
import type { RecordPart } from '../common/record-part.ts';
import { ok, type Result } from '../common/result.ts';
import { getIndividual, recordPlanEvent } from '../people/individual.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { type AskForCorrectionErrorCode, decideAsking } from './correction.rules.ts';
import { isRecordReader } from './record.policy.ts';

/** What is wrong in a record. */
export interface AskForCorrection {
  readonly individualId: string;
  readonly part: RecordPart;
  readonly wrong: string;
  readonly shouldSay: string;
  readonly idempotencyKey?: string | null;
}

/** Asks the authority to correct the record; for the individual, and whoever shares all with them and may bind them. */
export function askForCorrection(
  ctx: Context,
  input: AskForCorrection,
): Promise<Result<string, AskForCorrectionErrorCode>> {
  return inTransaction<Result<string, AskForCorrectionErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const { id: individualId, authorityId } = await getIndividual(tx, input.individualId);
      authorise(isRecordReader(tx.viewer, individualId), 'Ask the person whose record it is to say so.');
      const decision = decideAsking(input);
      if (!decision.ok) return decision;

      const id = tx.newId();
      const { wrong, shouldSay } = decision.value;
      const at = tx.now();
      await tx.manager.query(
        `insert into correction (authority_id, id, individual_id, part, wrong, should_say, asked_by, asked_at, asked_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [authorityId, id, individualId, input.part, wrong, shouldSay, personId, timestampOf(at), dayAt(at)],
      );
      const stream = `individual:${individualId}`;
      await recordPlanEvent(
        tx,
        { authorityId, individualId },
        { stream, type: 'CORRECTION_ASKED', data: { correctionId: id } },
      );
      return ok(id);
    },
    { operation: 'askForCorrection', input },
  );
}
