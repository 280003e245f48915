import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { AnswerInvitation } from './accept-invitation.ts';
import { decideInvitation, openInvitation } from './invitation.queries.ts';
import { type DeclineInvitationErrorCode, decideDeclining } from './invitation.rules.ts';

/** Declines an invitation for whoever holds its link, signed in or not; nothing is asked and nobody is taken in. */
export function declineInvitation(
  ctx: Context,
  input: AnswerInvitation,
): Promise<Result<string, DeclineInvitationErrorCode>> {
  return inTransaction<Result<string, DeclineInvitationErrorCode>>(ctx, async (tx) => {
    const invitation = await openInvitation(tx, input.token);
    const decision = decideDeclining(invitation, timestampOf(tx.now()));
    if (!decision.ok || invitation === null) return decision as Result<string, DeclineInvitationErrorCode>;

    await decideInvitation(tx, invitation.id, { state: 'DECLINED' });
    return ok(invitation.id);
  });
}
