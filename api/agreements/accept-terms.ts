import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { allowByAccepting } from '../consents/allow-by-accepting.ts';
import { recordAgreementEvent } from './record-agreement-event.ts';
import { acceptingSide } from './agreement.policy.ts';
import { insertAcceptance, lockAgreement, moveAgreement } from './agreement.queries.ts';
import { decideAcceptance } from './agreement.rules.ts';
import { groundsOf } from './grounds.queries.ts';
import { reserveCapacity } from './capacity.queries.ts';
import { promiseCost } from './commitment.queries.ts';
import type { AcceptTermsErrorCode } from './agreement-errors.rules.ts';

export interface AcceptTerms {
  readonly agreementId: string;
  /** Hash of the version that was read. */
  readonly termsHash: string;
  readonly idempotencyKey?: string | null;
}

/**
 * Accepts exactly the version that was read (rule R40). The individual's acceptance speaks for its cost in the budget at
 * once (rule R8), and either acceptance for room in the offer (rule R51); when both sides have accepted the same version, it is agreed.
 */
export function acceptTerms(ctx: Context, input: AcceptTerms): Promise<Result<string, AcceptTermsErrorCode>> {
  return inTransaction<Result<string, AcceptTermsErrorCode>>(
    ctx,
    async (tx) => {
      const agreement = await lockAgreement(tx, input.agreementId);
      const side = acceptingSide(tx.viewer, agreement.parties) ?? 'INDIVIDUAL';
      const grounds = await groundsOf(
        tx,
        agreement.row,
        side,
        'Only the person whose support it is can accept, or somebody who may decide for them.',
      );
      if (!grounds.ok) return grounds;

      const decision = decideAcceptance(agreement.facts, side, input.termsHash, tx.now());
      if (!decision.ok) return decision as Result<string, AcceptTermsErrorCode>;

      if (side === 'INDIVIDUAL') {
        const promised = await promiseCost(tx, agreement.row, agreement.latest);
        if (!promised.ok) return promised;
      }
      const reserved = await reserveCapacity(tx, agreement, decision.value.to === 'AGREED');
      if (!reserved.ok) return reserved;
      await insertAcceptance(tx, agreement.latest, side, grounds.value);
      if (side === 'INDIVIDUAL') await allowByAccepting(tx, { ...agreement.row, agreementId: agreement.row.id });
      await moveAgreement(tx, agreement, decision.value.to ?? agreement.row.state, {
        facts: { accepted: [...agreement.facts.accepted, side] },
      });
      const isAgreed = decision.value.to === 'AGREED';
      await recordAgreementEvent(tx, agreement.row, side, 'TERMS_ACCEPTED', {
        number: agreement.latest.number,
        isAgreed,
      });
      return ok(agreement.row.id);
    },
    { operation: 'acceptTerms', input },
  );
}
