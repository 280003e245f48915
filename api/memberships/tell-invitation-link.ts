import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { invitationLink } from './invitation.queries.ts';

/** The link of an invitation that no letter carries, for its inviter to hand over; null for everybody else and once it is answered. */
export function tellInvitationLink(ctx: Context, invitationId: string): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    const rows: { linkId: string }[] = await tx.manager.query(
      `select link_id as "linkId" from invitation
       where id = $1 and invited_by_id = $2 and state = 'OPEN' and letter_state is null`,
      [invitationId, tx.viewer.personId],
    );
    return rows[0] ? invitationLink(ctx.links, rows[0].linkId) : null;
  });
}
