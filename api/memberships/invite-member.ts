import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { MemberRole } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { insertInvitation, invitedLately } from './invitation.queries.ts';
import { decideMemberInvitation, type Invitee, type InviteMemberErrorCode } from './invitation.rules.ts';
import { canManageMembers } from './membership.policy.ts';
import { lockMembers, recordMemberEvent } from './membership.queries.ts';

export interface InviteMember extends Invitee {
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly endsOn?: string | null;
  readonly approvalLimitPence?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Invites somebody into an organisation in a role; for its managers. The same whether or not we know the address. */
export function inviteMember(ctx: Context, input: InviteMember): Promise<Result<string, InviteMemberErrorCode>> {
  return inTransaction<Result<string, InviteMemberErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const organisation = await lockMembers(tx, input.organisationId);
      authorise(canManageMembers(tx.viewer, organisation.id), 'Only a manager of the organisation can do this.');

      const { role, endsOn = null, approvalLimitPence = null } = input;
      const standing = { kind: organisation.kind, invitedLately: await invitedLately(tx) };
      const decision = decideMemberInvitation(input, { role, endsOn, approvalLimitPence }, standing, dayAt(tx.now()));
      if (!decision.ok) return decision;

      const into = { organisationId: organisation.id, role, endsOn, approvalLimitPence, aboutName: organisation.name };
      const invitationId = await insertInvitation(tx, decision.value, into);
      await recordMemberEvent(tx, organisation, 'MEMBER_INVITED', { invitationId, role });
      return ok(invitationId);
    },
    { operation: 'inviteMember', input },
  );
}
