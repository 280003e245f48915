import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { type CircleLevel, circleOf, type Shared } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canChangeCircleMember } from './circle.policy.ts';
import { lockCircleMember, moveCircleMember, recordCircleEvent } from './circle.queries.ts';
import { type ChangeCircleMemberErrorCode, type CircleKind, decideCircleChange } from './circle.rules.ts';

export interface ChangeCircleMember {
  readonly circleMemberId: string;
  readonly kind?: CircleKind | null;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
  readonly endsOn?: string | null;
  readonly version: number;
  readonly idempotencyKey?: string | null;
}

/** Changes what somebody in a circle may see and do, and until when; in force when it commits, on open sockets too. */
export function changeCircleMember(
  ctx: Context,
  input: ChangeCircleMember,
): Promise<Result<string, ChangeCircleMemberErrorCode>> {
  return inTransaction<Result<string, ChangeCircleMemberErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const member = await lockCircleMember(tx, input.circleMemberId);
      const giver = circleOf(tx.viewer, member.individualId);
      authorise(canChangeCircleMember(tx.viewer, member), 'Only the person themselves can change this.');
      if (giver === null) return ok(member.id);

      const wish = { ...input, endsOn: input.endsOn ?? null };
      const decision = decideCircleChange(member, wish, giver, dayAt(tx.now()));
      if (!decision.ok) return decision;
      if (decision.value === null) return ok(member.id);

      const { maySee, ...rest } = decision.value;
      await moveCircleMember(tx, member, { ...rest, maySee: [...maySee] });
      await recordCircleEvent(tx, member, 'CIRCLE_MEMBER_CHANGED');
      return ok(member.id);
    },
    { operation: 'changeCircleMember', input },
  );
}
