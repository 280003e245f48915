import { ok, type Result } from '../common/result.ts';
import { cleaned } from '../common/wording.ts';
import type { Context } from '../platform/context.ts';
import { authorise } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { recordAgreementEvent } from './record-agreement-event.ts';
import { writingSide } from './agreement.policy.ts';
import { lockAgreement, moveAgreement } from './agreement.queries.ts';
import { decideWithdrawal } from './agreement.rules.ts';
import type { WithdrawAgreementErrorCode } from './agreement-errors.rules.ts';

export interface WithdrawAgreement {
  readonly agreementId: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Stops an agreement that is not signed by everybody yet, with a reason; money it spoke for is free again. */
export function withdrawAgreement(
  ctx: Context,
  input: WithdrawAgreement,
): Promise<Result<string, WithdrawAgreementErrorCode>> {
  return inTransaction<Result<string, WithdrawAgreementErrorCode>>(
    ctx,
    async (tx) => {
      const agreement = await lockAgreement(tx, input.agreementId);
      const side = writingSide(tx.viewer, agreement.parties);
      authorise(side !== null);

      const decision = decideWithdrawal(agreement.facts, input.reason);
      if (!decision.ok || side === null) return decision as Result<string, WithdrawAgreementErrorCode>;

      await moveAgreement(tx, agreement, decision.value.to, { row: { endedReason: cleaned(input.reason) } });
      await recordAgreementEvent(tx, agreement.row, side, 'AGREEMENT_WITHDRAWN', {});
      return ok(agreement.row.id);
    },
    { operation: 'withdrawAgreement', input },
  );
}
