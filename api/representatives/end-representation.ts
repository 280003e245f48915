import { IsNull } from 'typeorm';
import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { Representation } from './representation.entity.ts';
import { canEndRepresentation } from './representation.policy.ts';
import { getRepresentation } from './representation.queries.ts';
import { decideRepresentationEnd, type EndRepresentationErrorCode } from './representation.rules.ts';

export interface EndRepresentation {
  readonly representationId: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Ends a representation at once, on open sockets too; again is the same as once. Answers the individual's id. */
export function endRepresentation(
  ctx: Context,
  input: EndRepresentation,
): Promise<Result<string, EndRepresentationErrorCode>> {
  return inTransaction<Result<string, EndRepresentationErrorCode>>(
    ctx,
    async (tx) => {
      const endedById = signedIn(tx.viewer);
      const representation = await getRepresentation(tx, input.representationId);
      authorise(
        canEndRepresentation(tx.viewer, representation),
        'Only a broker or approver of the council can end this; the person themselves can end informal help.',
      );
      const { authorityId, id, individualId, personId, kind } = representation;
      const decision = decideRepresentationEnd(representation.endedAt !== null, input.reason);
      if (!decision.ok) return decision;
      if (decision.value === null) return ok(individualId);

      const end = { endedAt: timestampOf(tx.now()), endedById, endedReason: decision.value };
      await tx.manager.update(Representation, { authorityId, id, endedAt: IsNull() }, end);
      const data = { representationId: id, personId, kind };
      const stream = `individual:${individualId}`;
      await recordPlanEvent(tx, representation, { stream, type: 'REPRESENTATION_ENDED', data });
      return ok(individualId);
    },
    { operation: 'endRepresentation', input },
  );
}
