import { ok, type Result } from '../common/result.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { answerCorrectionRow, lockCorrection } from './correction.queries.ts';
import { type AnswerCorrectionErrorCode, type CorrectionAnswer, decideAnswer } from './correction.rules.ts';
import { canAnswerCorrection } from './record.policy.ts';

/** What the authority answers. */
export interface AnswerCorrection {
  readonly correctionId: string;
  readonly answer: CorrectionAnswer;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Answers what was said to be wrong, once; for brokers and managers of the authority. It writes over nobody's words. */
export function answerCorrection(
  ctx: Context,
  input: AnswerCorrection,
): Promise<Result<string, AnswerCorrectionErrorCode>> {
  return inTransaction<Result<string, AnswerCorrectionErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const correction = await lockCorrection(tx, input.correctionId);
      authorise(canAnswerCorrection(tx.viewer, correction), 'Only the council can answer this.');
      const decision = decideAnswer(correction.state, input.answer, input.reason);
      if (!decision.ok) return decision;

      await answerCorrectionRow(tx, correction, input.answer, decision.value);
      const stream = `individual:${correction.individualId}`;
      const data = { correctionId: correction.id, answer: input.answer };
      await recordPlanEvent(tx, correction, { stream, type: 'CORRECTION_ANSWERED', data });
      return ok(correction.id);
    },
    { operation: 'answerCorrection', input },
  );
}
