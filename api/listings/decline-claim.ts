import { ok, type Result } from '../common/result.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { decideClaim, lockClaim } from './claim.queries.ts';
import { decideDecliningClaim, type DeclineClaimErrorCode } from './claim.rules.ts';

/** A claim that could not be found true, and why. */
export interface DeclineClaim {
  readonly claimId: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Declines a claim with a reason that the claimant reads. For editors of the directory. */
export function declineClaim(ctx: Context, input: DeclineClaim): Promise<Result<string, DeclineClaimErrorCode>> {
  return inTransaction<Result<string, DeclineClaimErrorCode>>(
    ctx,
    async (tx) => {
      const editorId = signedIn(tx.viewer);
      const claim = await lockClaim(tx, input.claimId);
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can decide this.');
      const decision = decideDecliningClaim(claim, editorId, input.reason);
      if (!decision.ok) return decision;

      await decideClaim(tx, claim, 'DECLINED', decision.value);
      return ok(claim.id);
    },
    { operation: 'declineClaim', input },
  );
}
