import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canManageMembers } from './membership.policy.ts';
import { lockMembers, lockMembership, moveMembership, otherManagers, recordMemberEvent } from './membership.queries.ts';
import { type ChangeMembershipErrorCode, decideMembershipChange } from './membership.rules.ts';

export interface ChangeMembership {
  readonly membershipId: string;
  readonly endsOn?: string | null;
  readonly approvalLimitPence?: number | null;
  readonly version: number;
  readonly idempotencyKey?: string | null;
}

/** Changes until when somebody has a role, and how much an approver may approve; for managers of the organisation. */
export function changeMembership(
  ctx: Context,
  input: ChangeMembership,
): Promise<Result<string, ChangeMembershipErrorCode>> {
  return inTransaction<Result<string, ChangeMembershipErrorCode>>(
    ctx,
    async (tx) => {
      const viewerId = signedIn(tx.viewer);
      const membership = await lockMembership(tx, input.membershipId);
      const { id: membershipId, organisationId, personId } = membership;
      authorise(canManageMembers(tx.viewer, organisationId), 'Only a manager of the organisation can do this.');

      const { endsOn = null, approvalLimitPence = null, version } = input;
      const standing = { isOwn: personId === viewerId, otherManagers: await otherManagers(tx, membership) };
      const wish = { endsOn, approvalLimitPence, version };
      const decision = decideMembershipChange(membership, wish, standing, dayAt(tx.now()));
      if (!decision.ok) return decision;
      if (decision.value === null) return ok(membershipId);

      await moveMembership(tx, membership, decision.value);
      const organisation = await lockMembers(tx, organisationId);
      const data = { membershipId, personId, version: version + 1 };
      await recordMemberEvent(tx, organisation, 'MEMBERSHIP_CHANGED', data);
      return ok(membershipId);
    },
    { operation: 'changeMembership', input },
  );
}
