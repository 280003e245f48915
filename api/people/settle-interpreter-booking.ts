import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { canSuggestInPlan } from './individual.policy.ts';
import { recordPlanEvent } from './individual.queries.ts';
import { InterpreterBooking } from './interpreter-booking.entity.ts';
import {
  type BookingSettlement,
  decideSettling,
  type SettleInterpreterBookingErrorCode,
} from './interpreter-booking.rules.ts';

export interface SettleInterpreterBooking {
  readonly bookingId: string;
  readonly state: BookingSettlement;
  readonly bookedWith: string | null;
  readonly version: number;
  readonly idempotencyKey?: string | null;
}

/** Says with whom an interpreter is booked, or that none is wanted any more; answers the individual's id. */
export function settleInterpreterBooking(
  ctx: Context,
  input: SettleInterpreterBooking,
): Promise<Result<string, SettleInterpreterBookingErrorCode>> {
  return inTransaction<Result<string, SettleInterpreterBookingErrorCode>>(
    ctx,
    async (tx) => {
      const settledById = signedIn(tx.viewer);
      const booking = await lockBooking(tx, input.bookingId);
      const { authorityId, individualId, id, version } = booking;
      authorise(canSuggestInPlan(tx.viewer, { authorityId, individualId }));
      const decision = decideSettling(booking, input);
      if (!decision.ok) return decision;
      if (decision.value === null) return ok(individualId);

      const change = { ...decision.value, version: version + 1, settledById, settledAt: timestampOf(tx.now()) };
      await tx.manager.update(InterpreterBooking, { authorityId, id }, change);
      const type = decision.value.state === 'BOOKED' ? 'INTERPRETER_BOOKED' : 'INTERPRETER_CANCELLED';
      const subject = { authorityId, individualId };
      await recordPlanEvent(tx, subject, { stream: `individual:${individualId}`, type, data: { bookingId: id } });
      return ok(individualId);
    },
    { operation: 'settleInterpreterBooking', input },
  );
}

async function lockBooking(tx: Transaction, id: string): Promise<InterpreterBooking> {
  const lock = { mode: 'pessimistic_write' } as const;
  const found = isId(id) ? await tx.manager.findOne(InterpreterBooking, { where: { id }, lock }) : null;
  if (!found) throw notFound('booking');
  return found;
}
