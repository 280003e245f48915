import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Individual } from '../people/individual.entity.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { decideBirthDate, type RecordBirthDateErrorCode } from './age.rules.ts';
import { holdStanding } from './representation.queries.ts';

export interface RecordBirthDate {
  readonly individualId: string;
  readonly bornOn: string;
  readonly idempotencyKey?: string | null;
}

/** Writes down when somebody was born, so that what the law makes of their age can be told; answers the individual's id. */
export function recordBirthDate(
  ctx: Context,
  input: RecordBirthDate,
): Promise<Result<string, RecordBirthDateErrorCode>> {
  return inTransaction<Result<string, RecordBirthDateErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const { authorityId, id, bornOn } = await holdStanding(tx, input.individualId);
      const decision = decideBirthDate(input.bornOn, dayAt(tx.now()));
      if (!decision.ok) return decision;
      if (bornOn === decision.value) return ok(id);

      await tx.manager.update(Individual, { authorityId, id }, { bornOn: decision.value });
      const subject = { authorityId, individualId: id };
      await recordPlanEvent(tx, subject, { stream: `individual:${id}`, type: 'BIRTH_DATE_RECORDED', data: {} });
      return ok(id);
    },
    { operation: 'recordBirthDate', input },
  );
}
