import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { isInCircle } from '../people/individual.queries.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { decideInvitation, type Invitation, openInvitation } from './invitation.queries.ts';
import { type AcceptInvitationErrorCode, decideAccepting } from './invitation.rules.ts';
import { insertMembership, lockMembers, recordMemberEvent, rolesOf } from './membership.queries.ts';

export interface AnswerInvitation {
  /** The last part of the link. */
  readonly token: string;
  readonly idempotencyKey?: string | null;
}

/** Accepts an invitation for whoever is signed in and holds its link, once; they belong there from then on. */
export function acceptInvitation(
  ctx: Context,
  input: AnswerInvitation,
): Promise<Result<string, AcceptInvitationErrorCode>> {
  return inTransaction<Result<string, AcceptInvitationErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const invitation = await openInvitation(tx, input.token);
      const isThere = invitation !== null && (await standsThere(tx, invitation, personId));
      const decision = decideAccepting(invitation, { personId, isThere }, timestampOf(tx.now()));
      if (!decision.ok || invitation === null) return decision as Result<string, AcceptInvitationErrorCode>;

      const placeId = tx.newOpaqueId();
      await decideInvitation(tx, invitation.id, { state: 'ACCEPTED', acceptedById: personId, placeId });
      await (invitation.organisationId === null
        ? joinCircle(tx, invitation, placeId)
        : joinOrganisation(tx, invitation, placeId));
      return ok(invitation.id);
    },
    { operation: 'acceptInvitation', input },
  );
}

async function standsThere(
  tx: Transaction,
  { organisationId, role, individualId }: Invitation,
  personId: string,
): Promise<boolean> {
  const today = dayAt(tx.now());
  if (individualId !== null) return individualId === personId || isInCircle(tx, individualId, personId, today);
  if (organisationId === null || role === null) return false;
  await lockMembers(tx, organisationId);
  return (await rolesOf(tx, { organisationId, personId }, today))?.includes(role) ?? false;
}

async function joinOrganisation(tx: Transaction, invitation: Invitation, placeId: string): Promise<void> {
  const { organisationId, role, endsOn, approvalLimitPence } = invitation;
  const personId = signedIn(tx.viewer);
  if (organisationId === null || role === null) return;
  const organisation = await lockMembers(tx, organisationId);
  await insertMembership(tx, { id: placeId, organisationId, personId, role, endsOn, approvalLimitPence });
  await recordMemberEvent(tx, organisation, 'MEMBER_JOINED', { membershipId: placeId, personId, role });
}

async function joinCircle(tx: Transaction, invitation: Invitation, placeId: string): Promise<void> {
  const { authorityId, individualId, relation, maySee, mayDo, endsOn, invitedById: setById } = invitation;
  const personId = signedIn(tx.viewer);
  if (authorityId === null || individualId === null || relation === null || mayDo === null) return;
  await tx.manager.query(
    `insert into circle_member (authority_id, id, individual_id, person_id, relation, may_see, may_do, starts_on, ends_on, set_by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [authorityId, placeId, individualId, personId, relation, maySee, mayDo, dayAt(tx.now()), endsOn, setById],
  );
  await recordEvent(tx, {
    ...{ stream: `individual:${individualId}`, type: 'CIRCLE_MEMBER_JOINED', actedAs: ActedAs.CIRCLE },
    ...{ authorityId, individualId, data: { circleMemberId: placeId, personId } },
  });
}
