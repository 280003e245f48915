import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { circleOf, type CircleLevel, mayCommitFor, type Shared } from '../common/viewer.ts';
import { getIndividual, recordPlanEvent } from '../people/individual.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { insertInvitation, invitedLately } from './invitation.queries.ts';
import { decideCircleInvitation, type Invitee, type InviteToCircleErrorCode } from './invitation.rules.ts';

export interface InviteToCircle extends Invitee {
  readonly individualId: string;
  readonly relation: string;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
  readonly endsOn?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Invites somebody into a circle; for the individual and whoever may bind them. The same whether or not we know the address. */
export function inviteToCircle(ctx: Context, input: InviteToCircle): Promise<Result<string, InviteToCircleErrorCode>> {
  return inTransaction<Result<string, InviteToCircleErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const { authorityId, id: individualId } = await getIndividual(tx, input.individualId);
      const giver = circleOf(tx.viewer, individualId);
      authorise(mayCommitFor(tx.viewer, individualId), 'Only the person themselves can invite somebody.');
      if (giver === null) throw new Error('Whoever may bind somebody stands in their circle.');

      const { maySee, mayDo, endsOn = null, relation: written } = input;
      const offer = { relation: written, maySee, mayDo, endsOn };
      const standing = { giver, invitedLately: await invitedLately(tx) };
      const decision = decideCircleInvitation(input, offer, standing, dayAt(tx.now()));
      if (!decision.ok) return decision;

      const { relation } = decision.value;
      const into = { authorityId, individualId, relation, maySee: [...new Set(maySee)].sort(), mayDo, endsOn };
      const aboutName = await preferredNameOf(tx, individualId);
      const invitationId = await insertInvitation(tx, decision.value, { ...into, aboutName });
      const event = { stream: `individual:${individualId}`, type: 'CIRCLE_MEMBER_INVITED', data: { invitationId } };
      await recordPlanEvent(tx, { authorityId, individualId }, event);
      return ok(invitationId);
    },
    { operation: 'inviteToCircle', input },
  );
}

async function preferredNameOf(tx: Transaction, individualId: string): Promise<string> {
  const rows: { name: string }[] = await tx.manager.query('select preferred_name as name from person where id = $1', [
    individualId,
  ]);
  return rows[0]?.name ?? 'somebody';
}
