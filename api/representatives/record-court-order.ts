import { IsNull } from 'typeorm';
import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { isInCircle } from '../people/individual.queries.ts';
import { CourtOrder } from './court-order.entity.ts';
import { decideCourtOrder, type RecordCourtOrderErrorCode } from './court-order.rules.ts';
import { holdStanding } from './representation.queries.ts';

export interface RecordCourtOrder {
  readonly individualId: string;
  /** Person who is to know nothing of the individual's affairs. */
  readonly personId: string;
  readonly evidence: string;
  readonly orderedOn: string;
  readonly idempotencyKey?: string | null;
}

/** Stops sharing with somebody because a court says so (rule R63): in force when it commits, and their sockets close. */
export function recordCourtOrder(
  ctx: Context,
  input: RecordCourtOrder,
): Promise<Result<string, RecordCourtOrderErrorCode>> {
  return inTransaction<Result<string, RecordCourtOrderErrorCode>>(
    ctx,
    async (tx) => {
      const recordedById = signedIn(tx.viewer);
      const { authorityId, id: individualId } = await holdStanding(tx, input.individualId);
      const { personId, orderedOn } = input;
      const today = dayAt(tx.now());
      const inCircle = await isInCircle(tx, individualId, personId, today);
      const isStopped =
        inCircle && (await tx.manager.existsBy(CourtOrder, { individualId, personId, liftedAt: IsNull() }));
      const decision = decideCourtOrder(input, { isInCircle: inCircle, isStopped }, today);
      if (!decision.ok) return decision;

      const id = tx.newOpaqueId();
      await tx.manager.insert(CourtOrder, {
        ...{ authorityId, id, individualId, personId, evidence: decision.value, orderedOn, recordedById },
        ...{ recordedAt: timestampOf(tx.now()), liftedAt: null, liftedById: null, liftedReason: null },
      });
      // Of the authority's own stream: whoever reads the individual's affairs need not learn of the order.
      const event = { actedAs: ActedAs.BROKER, authorityId, data: { courtOrderId: id } };
      await recordEvent(tx, { ...event, stream: `court-order:${id}`, type: 'COURT_ORDER_RECORDED' });
      return ok(id);
    },
    { operation: 'recordCourtOrder', input },
  );
}
