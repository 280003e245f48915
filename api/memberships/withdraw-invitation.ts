import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canKeepInvitation } from './invitation.policy.ts';
import { decideInvitation, lockInvitation } from './invitation.queries.ts';
import { decideWithdrawing, type WithdrawInvitationErrorCode } from './invitation.rules.ts';

export interface KeepInvitation {
  readonly invitationId: string;
  readonly idempotencyKey?: string | null;
}

/** Takes an invitation back, so that its link no longer works; for whoever may invite there. */
export function withdrawInvitation(
  ctx: Context,
  input: KeepInvitation,
): Promise<Result<string, WithdrawInvitationErrorCode>> {
  return inTransaction<Result<string, WithdrawInvitationErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const invitation = await lockInvitation(tx, input.invitationId);
      authorise(canKeepInvitation(tx.viewer, invitation), 'Only who may invite here can take it back.');
      const decision = decideWithdrawing(invitation);
      if (!decision.ok) return invitation.state === 'WITHDRAWN' ? ok(invitation.id) : decision;

      await decideInvitation(tx, invitation.id, { state: 'WITHDRAWN' });
      return ok(invitation.id);
    },
    { operation: 'withdrawInvitation', input },
  );
}
