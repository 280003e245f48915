import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canSuggestInPlan } from './individual.policy.ts';
import { getIndividual, recordPlanEvent } from './individual.queries.ts';
import { InterpreterBooking } from './interpreter-booking.entity.ts';
import { type AskForInterpreterErrorCode, decideAsking, type InterpreterWanted } from './interpreter-booking.rules.ts';

export interface AskForInterpreter extends InterpreterWanted {
  readonly individualId: string;
  readonly idempotencyKey?: string | null;
}

/** Asks for an interpreter for an individual on a day; answers the individual's id. */
export function askForInterpreter(
  ctx: Context,
  input: AskForInterpreter,
): Promise<Result<string, AskForInterpreterErrorCode>> {
  return inTransaction<Result<string, AskForInterpreterErrorCode>>(
    ctx,
    async (tx) => {
      const askedById = signedIn(tx.viewer);
      const { id: individualId, authorityId } = await getIndividual(tx, input.individualId);
      const subject = { authorityId, individualId };
      authorise(canSuggestInPlan(tx.viewer, subject));
      const { interpreter, language, wantedOn, startsAt, minutes, place, purpose } = input;
      const wanted = { interpreter, language, wantedOn, startsAt, minutes, place, purpose };
      const decision = decideAsking(wanted, dayAt(tx.now()));
      if (!decision.ok) return decision;

      const id = tx.newOpaqueId();
      await tx.manager.insert(InterpreterBooking, {
        ...{ ...subject, ...decision.value, id, askedById, askedAt: timestampOf(tx.now()) },
        ...{ state: 'ASKED', bookedWith: null, version: 1, settledById: null, settledAt: null },
      });
      const event = { stream: `individual:${individualId}`, type: 'INTERPRETER_ASKED_FOR', data: { bookingId: id } };
      await recordPlanEvent(tx, subject, event);
      return ok(individualId);
    },
    { operation: 'askForInterpreter', input },
  );
}
