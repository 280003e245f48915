import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { Consent } from './consent.entity.ts';
import { canRecordConsent } from './consent.policy.ts';
import { agreementBehind, lockConsent } from './consent.queries.ts';
import type { WithdrawConsentErrorCode } from './consent-errors.rules.ts';
import { decideWithdrawal } from './consent.rules.ts';

export interface WithdrawConsent {
  readonly consentId: string;
  readonly idempotencyKey?: string | null;
}

/** Withdraws a consent at once: nothing that happens after the commit reaches its recipient, and their sockets close. Answers whose it was. */
export function withdrawConsent(
  ctx: Context,
  input: WithdrawConsent,
): Promise<Result<string, WithdrawConsentErrorCode>> {
  return inTransaction<Result<string, WithdrawConsentErrorCode>>(
    ctx,
    async (tx) => {
      const withdrawnById = signedIn(tx.viewer);
      const consent = await lockConsent(tx, input.consentId);
      authorise(canRecordConsent(tx.viewer, consent), 'Only the person themselves can stop this.');
      const { authorityId, id, individualId } = consent;

      const agreement = await agreementBehind(tx, consent, dayAt(tx.now()));
      const decision = decideWithdrawal({ isWithdrawn: consent.withdrawnAt !== null, agreement });
      if (!decision.ok) return decision;
      if (!decision.value) return ok(individualId);

      const stream = `individual:${individualId}`;
      await recordPlanEvent(tx, consent, { stream, type: 'CONSENT_WITHDRAWN', data: { consentId: id } });
      await tx.manager.update(Consent, { authorityId, id }, { withdrawnAt: timestampOf(tx.now()), withdrawnById });
      return ok(individualId);
    },
    { operation: 'withdrawConsent', input },
  );
}
