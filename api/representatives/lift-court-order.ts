import { IsNull } from 'typeorm';
import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { ok, type Result } from '../common/result.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import type { Context } from '../platform/context.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { CourtOrder } from './court-order.entity.ts';
import { decideLifting, type LiftCourtOrderErrorCode } from './court-order.rules.ts';
import { canRecordStanding } from './representation.policy.ts';

export interface LiftCourtOrder {
  readonly courtOrderId: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Lifts a court order, so that what was shared before is shared again; again is the same as once. Answers the individual's id. */
export function liftCourtOrder(ctx: Context, input: LiftCourtOrder): Promise<Result<string, LiftCourtOrderErrorCode>> {
  return inTransaction<Result<string, LiftCourtOrderErrorCode>>(
    ctx,
    async (tx) => {
      const liftedById = signedIn(tx.viewer);
      const { courtOrderId } = input;
      const order = isId(courtOrderId) ? await tx.manager.findOneBy(CourtOrder, { id: courtOrderId }) : null;
      if (!order) throw notFound('order');
      authorise(canRecordStanding(tx.viewer, order), 'Only a broker or approver of the council can lift this.');

      const decision = decideLifting(order.liftedAt !== null, input.reason);
      if (!decision.ok) return decision;
      if (decision.value === null) return ok(order.individualId);

      const { authorityId, id } = order;
      const lifted = { liftedAt: timestampOf(tx.now()), liftedById, liftedReason: decision.value };
      await tx.manager.update(CourtOrder, { authorityId, id, liftedAt: IsNull() }, lifted);
      const event = { actedAs: ActedAs.BROKER, authorityId, data: { courtOrderId: id } };
      await recordEvent(tx, { ...event, stream: `court-order:${id}`, type: 'COURT_ORDER_LIFTED' });
      return ok(order.individualId);
    },
    { operation: 'liftCourtOrder', input },
  );
}
