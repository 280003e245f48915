import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import type { Individual } from '../people/individual.entity.ts';
import { isInCircle, recordPlanEvent } from '../people/individual.queries.ts';
import { IsNull } from 'typeorm';
import { Representation } from './representation.entity.ts';
import { employersOf, holdStanding } from './representation.queries.ts';
import {
  decideRepresentation,
  type Represented,
  type RecordRepresentationErrorCode,
  type Representing,
} from './representation.rules.ts';

export interface RecordRepresentation extends Representing {
  readonly individualId: string;
  /** Provider that the decision is about in which an advocate helps. */
  readonly providerId?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Writes down who may decide for an individual or supports them, and the evidence that the writer has seen; answers its id. */
export function recordRepresentation(
  ctx: Context,
  input: RecordRepresentation,
): Promise<Result<string, RecordRepresentationErrorCode>> {
  return inTransaction<Result<string, RecordRepresentationErrorCode>>(
    ctx,
    async (tx) => {
      const recordedById = signedIn(tx.viewer);
      const individual = await holdStanding(tx, input.individualId);
      const today = dayAt(tx.now());
      const decision = decideRepresentation(input, await factsOf(tx, individual, input, today), today);
      if (!decision.ok) return decision;

      const subject = { authorityId: individual.authorityId, individualId: individual.id };
      const id = tx.newOpaqueId();
      const row = rowOf(input, decision.value, recordedById);
      await tx.manager.insert(Representation, { ...subject, ...row, id, recordedAt: timestampOf(tx.now()) });
      const { personId, kind } = input;
      const data = { representationId: id, personId, kind };
      await recordPlanEvent(tx, subject, {
        stream: `individual:${individual.id}`,
        type: 'REPRESENTATION_RECORDED',
        data,
      });
      return ok(id);
    },
    { operation: 'recordRepresentation', input },
  );
}

async function factsOf(tx: Transaction, individual: Individual, input: RecordRepresentation, today: string) {
  return {
    bornOn: individual.bornOn,
    isInCircle: await isInCircle(tx, individual.id, input.personId, today),
    standing: await tx.manager.findBy(Representation, { individualId: individual.id, endedAt: IsNull() }),
    employers: await employersOf(tx, input.personId, individual.id, input.providerId ?? null),
  };
}

function rowOf(input: RecordRepresentation, kept: Represented, recordedById: string) {
  const { personId, kind, actsAlone, hasPermission, startsOn, endsOn = null, providerId = null } = input;
  const evidenceSeenById = kept.evidence === null ? null : recordedById;
  const ended = { endedAt: null, endedById: null, endedReason: null };
  return {
    ...kept,
    ...ended,
    personId,
    kind,
    actsAlone,
    hasPermission,
    startsOn,
    endsOn,
    providerId,
    evidenceSeenById,
    recordedById,
  };
}
