import { timestampOf } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { type Invitation, openInvitation } from './invitation.queries.ts';
import { type InvitationState, invitationState } from './invitation.rules.ts';

/** An invitation as whoever holds its link sees it. */
export type FollowedInvitation = Omit<Invitation, 'state'> & { readonly state: InvitationState };

/** What the link of an invitation leads to; changes nothing. Null when the link does not work. */
export function followInvitation(ctx: Context, token: string): Promise<FollowedInvitation | null> {
  return inTransaction(ctx, async (tx) => {
    const invitation = await openInvitation(tx, token);
    return invitation && { ...invitation, state: invitationState(invitation, timestampOf(tx.now())) };
  });
}
