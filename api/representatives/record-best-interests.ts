import { dayAt, timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { BestInterestsRecord } from './best-interests-record.entity.ts';
import { type BestInterests, decideBestInterests, type RecordBestInterestsErrorCode } from './best-interests.rules.ts';
import { CapacityRecord } from './capacity-record.entity.ts';
import { canRecordStanding } from './representation.policy.ts';

export interface RecordBestInterests extends BestInterests {
  /** Record that found the decision could not be made by the individual. */
  readonly capacityRecordId: string;
  readonly idempotencyKey?: string | null;
}

/** Writes down how one decision was made for somebody who could not make it (rule R24); never changed. Answers its id. */
export function recordBestInterests(
  ctx: Context,
  input: RecordBestInterests,
): Promise<Result<string, RecordBestInterestsErrorCode>> {
  return inTransaction<Result<string, RecordBestInterestsErrorCode>>(
    ctx,
    async (tx) => {
      const recordedById = signedIn(tx.viewer);
      const { capacityRecordId } = input;
      const about = isId(capacityRecordId)
        ? await tx.manager.findOneBy(CapacityRecord, { id: capacityRecordId })
        : null;
      if (!about) throw notFound('record');
      authorise(canRecordStanding(tx.viewer, about), 'Only a broker or approver of the council can write this down.');

      const decision = decideBestInterests(input, about.finding === 'LACKS_CAPACITY', dayAt(tx.now()));
      if (!decision.ok) return decision;

      const { authorityId, individualId } = about;
      const id = tx.newOpaqueId();
      await tx.manager.insert(BestInterestsRecord, {
        ...{ authorityId, individualId, id, capacityRecordId, recordedById },
        ...{ ...decision.value, recordedAt: timestampOf(tx.now()) },
      });
      const data = { bestInterestsRecordId: id, capacityRecordId };
      const stream = `individual:${individualId}`;
      await recordPlanEvent(tx, about, { stream, type: 'BEST_INTERESTS_RECORDED', data });
      return ok(id);
    },
    { operation: 'recordBestInterests', input },
  );
}
