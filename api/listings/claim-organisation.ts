import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { isKeeperOf } from '../directory/entry.policy.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { claimStanding } from './claim.queries.ts';
import { decideClaiming, type ClaimOrganisationErrorCode } from './claim.rules.ts';

/** That somebody says an organisation is theirs to keep. */
export interface ClaimOrganisation {
  readonly organisationId: string;
  readonly role: string;
  readonly evidence: string;
  readonly idempotencyKey?: string | null;
}

/** Claims an organisation for the person who is signed in, until an editor has verified it; answers the claim's id. */
export function claimOrganisation(
  ctx: Context,
  input: ClaimOrganisation,
): Promise<Result<string, ClaimOrganisationErrorCode>> {
  return inTransaction<Result<string, ClaimOrganisationErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const { organisationId } = input;
      const standing = await claimStanding(tx, organisationId);
      const isKeeper = isKeeperOf(tx.viewer, organisationId);
      const decision = decideClaiming(input, { ...standing, isKeeper });
      if (!decision.ok) return decision;

      const id = tx.newOpaqueId();
      const { role, evidence } = decision.value;
      await tx.manager.query(
        `insert into claim (id, organisation_id, person_id, claimant_name, role_words, evidence, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, organisationId, personId, tx.viewer.name, role, evidence, timestampOf(tx.now())],
      );
      await recordEvent(tx, {
        ...{ stream: `organisation:${organisationId}`, type: 'ORGANISATION_CLAIMED', actedAs: 'VISITOR' },
        data: { claimId: id, organisationId },
      });
      return ok(id);
    },
    { operation: 'claimOrganisation', input },
  );
}
