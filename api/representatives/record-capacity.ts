import { dayAt, timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { badInput, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { CapacityRecord } from './capacity-record.entity.ts';
import { type Assessed, decideCapacity, type RecordCapacityErrorCode } from './capacity.rules.ts';
import type { DecisionKind } from './cover.rules.ts';
import { holdStanding } from './representation.queries.ts';

export interface RecordCapacity extends Assessed {
  readonly individualId: string;
  readonly decisionKind: DecisionKind;
  /** Outcome that the decision is about; null when it is about none. */
  readonly aboutId?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Writes down what was found about one decision at one time (rule R24); it is never changed. Answers its id. */
export function recordCapacity(ctx: Context, input: RecordCapacity): Promise<Result<string, RecordCapacityErrorCode>> {
  return inTransaction<Result<string, RecordCapacityErrorCode>>(
    ctx,
    async (tx) => {
      const recordedById = signedIn(tx.viewer);
      const individual = await holdStanding(tx, input.individualId);
      const aboutId = input.aboutId ?? null;
      if (aboutId !== null && !isId(aboutId)) throw badInput('aboutId is no identifier.');
      const decision = decideCapacity(input, individual.bornOn, dayAt(tx.now()));
      if (!decision.ok) return decision;

      const { decisionKind, finding, understands, retains, weighs, communicates, assessedOn } = input;
      const subject = { authorityId: individual.authorityId, individualId: individual.id };
      const id = tx.newOpaqueId();
      await tx.manager.insert(CapacityRecord, {
        ...{ ...subject, ...decision.value, id, decisionKind, aboutId, finding, assessedOn },
        ...{ understands, retains, weighs, communicates, recordedById, recordedAt: timestampOf(tx.now()) },
      });
      const data = { capacityRecordId: id, decisionKind };
      await recordPlanEvent(tx, subject, { stream: `individual:${individual.id}`, type: 'CAPACITY_RECORDED', data });
      return ok(id);
    },
    { operation: 'recordCapacity', input },
  );
}
