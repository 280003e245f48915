import { ok, type Result } from '../common/result.ts';
import { cleaned } from '../common/wording.ts';
import type { Context } from '../platform/context.ts';
import { authorise } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { recordAgreementEvent } from './record-agreement-event.ts';
import { acceptingSide } from './agreement.policy.ts';
import { lockAgreement, moveAgreement } from './agreement.queries.ts';
import { decideDecline } from './agreement.rules.ts';
import type { DeclineTermsErrorCode } from './agreement-errors.rules.ts';

export interface DeclineTerms {
  readonly agreementId: string;
  readonly termsHash: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Declines the open terms, with a reason; money they spoke for is free again. Answers the agreement's id. */
export function declineTerms(ctx: Context, input: DeclineTerms): Promise<Result<string, DeclineTermsErrorCode>> {
  return inTransaction<Result<string, DeclineTermsErrorCode>>(
    ctx,
    async (tx) => {
      const agreement = await lockAgreement(tx, input.agreementId);
      const side = acceptingSide(tx.viewer, agreement.parties);
      authorise(side !== null, 'Only the person whose support it is can decline, or somebody who may decide for them.');

      const decision = decideDecline(agreement.facts, side ?? 'INDIVIDUAL', input.termsHash, input.reason, tx.now());
      if (!decision.ok || side === null) return decision as Result<string, DeclineTermsErrorCode>;

      await moveAgreement(tx, agreement, decision.value.to, { row: { endedReason: cleaned(input.reason) } });
      await recordAgreementEvent(tx, agreement.row, side, 'TERMS_DECLINED', { number: agreement.latest.number });
      return ok(agreement.row.id);
    },
    { operation: 'declineTerms', input },
  );
}
