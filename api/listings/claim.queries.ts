import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { recordEvent } from '../platform/events.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { ClaimState } from './claim.rules.ts';

/** A claim as an editor decides it. */
export interface LockedClaim {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly state: ClaimState;
}

/** What is known of an organisation and of the viewer's claims; throws NOT_FOUND. */
export async function claimStanding(
  tx: Transaction,
  organisationId: string,
): Promise<{ kind: OrganisationKind; hasOpenClaim: boolean; openClaims: number }> {
  if (!isId(organisationId)) throw notFound('organisation');
  // One claim of a person at a time, so that two at once are both counted.
  await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('claim ' || $1, 0))`, [tx.viewer.personId]);
  const rows: { kind: OrganisationKind; hasOpenClaim: boolean; openClaims: number }[] = await tx.manager.query(
    `select o.kind,
       exists (select from claim c where c.organisation_id = o.id and c.person_id = $2 and c.state = 'OPEN') as "hasOpenClaim",
       (select count(*)::int from claim c where c.person_id = $2 and c.state = 'OPEN') as "openClaims"
     from organisation o where o.id = $1`,
    [organisationId, tx.viewer.personId],
  );
  if (!rows[0]) throw notFound('organisation');
  return rows[0];
}

/** Locks a claim; throws NOT_FOUND when absent or hidden. Who may only read it finds it unlocked. */
export async function lockClaim(tx: Transaction, claimId: string): Promise<LockedClaim> {
  if (!isId(claimId)) throw notFound('claim');
  await tx.manager.query('select from claim where id = $1 for update', [claimId]);
  const rows: LockedClaim[] = await tx.manager.query(
    'select id, organisation_id as "organisationId", person_id as "personId", state from claim where id = $1',
    [claimId],
  );
  if (!rows[0]) throw notFound('claim');
  return rows[0];
}

/** Writes what an editor decided about a claim, and records it; the organisation's members are not told who claimed. */
export async function decideClaim(
  tx: Transaction,
  { id, organisationId }: LockedClaim,
  state: 'VERIFIED' | 'DECLINED',
  reason: string | null,
): Promise<void> {
  await tx.manager.query('update claim set state = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1', [
    ...[id, state, reason, tx.viewer.personId, timestampOf(tx.now())],
  ]);
  await recordEvent(tx, {
    ...{ stream: `organisation:${organisationId}`, type: `CLAIM_${state}`, actedAs: 'EDITOR' },
    data: { claimId: id, organisationId },
  });
}
