import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canEndCircleMember } from './circle.policy.ts';
import { lockCircleMember, moveCircleMember, recordCircleEvent } from './circle.queries.ts';
import { decideCircleEnd, type EndCircleMemberErrorCode } from './circle.rules.ts';

export interface EndCircleMember {
  readonly circleMemberId: string;
  readonly version: number;
  readonly idempotencyKey?: string | null;
}

/** Ends somebody's place in a circle at once: nothing that happens after the commit reaches them, and their sockets close. */
export function endCircleMember(
  ctx: Context,
  input: EndCircleMember,
): Promise<Result<string, EndCircleMemberErrorCode>> {
  return inTransaction<Result<string, EndCircleMemberErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const member = await lockCircleMember(tx, input.circleMemberId);
      authorise(canEndCircleMember(tx.viewer, member), 'Only the person themselves can change this.');

      const decision = decideCircleEnd(member, input.version);
      if (!decision.ok) return decision;
      if (!decision.value) return ok(member.individualId);

      await recordCircleEvent(tx, member, 'CIRCLE_MEMBER_ENDED');
      await moveCircleMember(tx, member, { endedAt: timestampOf(tx.now()) });
      return ok(member.individualId);
    },
    { operation: 'endCircleMember', input },
  );
}
