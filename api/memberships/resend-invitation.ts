import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canKeepInvitation } from './invitation.policy.ts';
import { invitedLately, lockInvitation, renewInvitation } from './invitation.queries.ts';
import { decideResending, type ResendInvitationErrorCode } from './invitation.rules.ts';
import type { KeepInvitation } from './withdraw-invitation.ts';

/** Sends an invitation again with another link for another fourteen days; the link before stops working. */
export function resendInvitation(
  ctx: Context,
  input: KeepInvitation,
): Promise<Result<string, ResendInvitationErrorCode>> {
  return inTransaction<Result<string, ResendInvitationErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const lately = await invitedLately(tx);
      const invitation = await lockInvitation(tx, input.invitationId);
      authorise(canKeepInvitation(tx.viewer, invitation), 'Only who may invite here can send it again.');
      const decision = decideResending(invitation, lately);
      if (!decision.ok) return decision;

      await renewInvitation(tx, invitation);
      return ok(invitation.id);
    },
    { operation: 'resendInvitation', input },
  );
}
