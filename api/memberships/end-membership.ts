import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canEndMembership } from './membership.policy.ts';
import { lockMembers, lockMembership, moveMembership, otherManagers, recordMemberEvent } from './membership.queries.ts';
import { decideMembershipEnd, type EndMembershipErrorCode } from './membership.rules.ts';

export interface EndMembership {
  readonly membershipId: string;
  readonly version: number;
  readonly idempotencyKey?: string | null;
}

/** Ends somebody's role at once, sockets included; also how a member leaves. Answers the organisation's id. */
export function endMembership(ctx: Context, input: EndMembership): Promise<Result<string, EndMembershipErrorCode>> {
  return inTransaction<Result<string, EndMembershipErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const membership = await lockMembership(tx, input.membershipId);
      const { id: membershipId, organisationId, personId } = membership;
      authorise(canEndMembership(tx.viewer, membership), 'Only a manager of the organisation can do this.');

      const decision = decideMembershipEnd(membership, input.version, await otherManagers(tx, membership));
      if (!decision.ok) return decision;
      if (!decision.value) return ok(organisationId);

      const organisation = await lockMembers(tx, organisationId);
      await recordMemberEvent(tx, organisation, 'MEMBERSHIP_ENDED', { membershipId, personId });
      await moveMembership(tx, membership, { endedAt: timestampOf(tx.now()) });
      return ok(organisationId);
    },
    { operation: 'endMembership', input },
  );
}
