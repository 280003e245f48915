import { ok, type Result } from '../common/result.ts';
import { MemberRole } from '../common/viewer.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import { insertMembership } from '../memberships/membership.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { decideClaim, lockClaim } from './claim.queries.ts';
import { decideVerifying, type VerifyClaimErrorCode } from './claim.rules.ts';

/** A claim that an editor has checked and found true. */
export interface VerifyClaim {
  readonly claimId: string;
  readonly idempotencyKey?: string | null;
}

/** Verifies a claim: from then on the claimant is a manager of the organisation. For editors of the directory. */
export function verifyClaim(ctx: Context, input: VerifyClaim): Promise<Result<string, VerifyClaimErrorCode>> {
  return inTransaction<Result<string, VerifyClaimErrorCode>>(
    ctx,
    async (tx) => {
      const editorId = signedIn(tx.viewer);
      const claim = await lockClaim(tx, input.claimId);
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can decide this.');
      const decision = decideVerifying(claim, editorId);
      if (!decision.ok) return decision;

      await decideClaim(tx, claim, 'VERIFIED', null);
      const { organisationId, personId } = claim;
      await insertMembership(tx, { organisationId, personId, role: MemberRole.MANAGER });
      return ok(claim.id);
    },
    { operation: 'verifyClaim', input },
  );
}
