import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canSayInformalSupport } from './circle.policy.ts';
import { lockCircleMember } from './circle.queries.ts';
import { isInForce } from './circle.rules.ts';
import { recordPlanEvent } from './individual.queries.ts';
import { InformalSupport } from './informal-support.entity.ts';
import {
  decideInformalSupport,
  type InformalSupportSaid,
  type SayInformalSupportErrorCode,
} from './informal-support.rules.ts';

export interface SayInformalSupport extends InformalSupportSaid {
  readonly circleMemberId: string;
  readonly idempotencyKey?: string | null;
}

/** Keeps how much unpaid support somebody says they can give; theirs alone to say (rules R36, R52). Answers their place's id. */
export function sayInformalSupport(
  ctx: Context,
  input: SayInformalSupport,
): Promise<Result<string, SayInformalSupportErrorCode>> {
  return inTransaction<Result<string, SayInformalSupportErrorCode>>(
    ctx,
    async (tx) => {
      const spokenById = signedIn(tx.viewer);
      const member = await lockCircleMember(tx, input.circleMemberId);
      authorise(canSayInformalSupport(tx.viewer, member), 'Only they themselves can say what they can give.');
      const decision = decideInformalSupport(input, isInForce(member, dayAt(tx.now())));
      if (!decision.ok) return decision;

      const { authorityId, individualId, id: circleMemberId } = member;
      const said = { authorityId, individualId, circleMemberId, spokenById, ...decision.value };
      await tx.manager.insert(InformalSupport, { ...said, id: tx.newId(), saidAt: timestampOf(tx.now()) });
      await recordPlanEvent(
        tx,
        { authorityId, individualId },
        { stream: `individual:${individualId}`, type: 'INFORMAL_SUPPORT_SAID', data: { circleMemberId } },
      );
      return ok(circleMemberId);
    },
    { operation: 'sayInformalSupport', input },
  );
}
