import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { MemberRole } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canManageMembers } from './membership.policy.ts';
import { insertMembership, lockMembers, recordMemberEvent, rolesOf } from './membership.queries.ts';
import { decideRole, type GiveRoleErrorCode } from './membership.rules.ts';

export interface GiveRole {
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MemberRole;
  readonly endsOn?: string | null;
  readonly approvalLimitPence?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Gives a member of an organisation one role more, from today on; for its managers. Answers the membership's id. */
export function giveRole(ctx: Context, input: GiveRole): Promise<Result<string, GiveRoleErrorCode>> {
  return inTransaction<Result<string, GiveRoleErrorCode>>(
    ctx,
    async (tx) => {
      const viewerId = signedIn(tx.viewer);
      const organisation = await lockMembers(tx, input.organisationId);
      authorise(canManageMembers(tx.viewer, organisation.id), 'Only a manager of the organisation can do this.');
      const today = dayAt(tx.now());
      const roles = await rolesOf(tx, input, today);
      if (roles === null) throw notFound('person');

      const { role, personId, endsOn = null, approvalLimitPence = null } = input;
      const isHeld = roles.includes(role);
      const standing = { kind: organisation.kind, isOwn: personId === viewerId, isHeld };
      const decision = decideRole({ role, endsOn, approvalLimitPence }, standing, today);
      if (!decision.ok) return decision;

      const member = { organisationId: organisation.id, personId, role, endsOn, approvalLimitPence };
      const membershipId = await insertMembership(tx, member);
      await recordMemberEvent(tx, organisation, 'ROLE_GIVEN', { membershipId, personId, role });
      return ok(membershipId);
    },
    { operation: 'giveRole', input },
  );
}
