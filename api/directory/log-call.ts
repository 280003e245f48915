import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { deskOf } from './assurance.policy.ts';
import { insertAssurance } from './assurance.queries.ts';
import { AssuranceOrigin, decideCall } from './assurance.rules.ts';
import type { CallToLog, LogCallErrorCode } from './assurance.rules.ts';
import { getService } from './service.queries.ts';

export interface LogCall extends CallToLog {
  readonly serviceId: string;
  readonly idempotencyKey?: string | null;
}

/** Writes down that an editor asked the people who run an entry, and what they said. Answers the service's id. */
export function logCall(ctx: Context, input: LogCall): Promise<Result<string, LogCallErrorCode>> {
  return inTransaction<Result<string, LogCallErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const { id: serviceId, organisationId } = await getService(tx, input.serviceId);
      const actingId = deskOf(tx.viewer);
      authorise(actingId !== null, 'Only an editor of the directory can do this.');
      const decision = decideCall(input);
      if (!decision.ok) return decision;

      const call = decision.value;
      const origin = AssuranceOrigin.CALL;
      const assuranceId = await insertAssurance(tx, { serviceId, organisationId, origin, personId, actingId, ...call });
      await recordEvent(tx, {
        stream: `service:${serviceId}`,
        type: 'CALL_LOGGED',
        actedAs: ActedAs.EDITOR,
        data: { serviceId, assuranceId, result: call.result },
      });
      return ok(serviceId);
    },
    { operation: 'logCall', input },
  );
}
