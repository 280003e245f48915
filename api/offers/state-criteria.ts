import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { AccessCriterion } from './access-criterion.entity.ts';
import { type AskedCriterion, decideCriteria, type StateCriteriaErrorCode } from './criteria-stating.rules.ts';
import { lockStatedService } from './offer.queries.ts';

export interface StateCriteria {
  readonly serviceId: string;
  /** All of them, in order: they take the place of those before. */
  readonly criteria: readonly AskedCriterion[];
  readonly idempotencyKey?: string | null;
}

/** States who can use a service; for members of its organisation and editors of the directory. Answers the service's id. */
export function stateCriteria(ctx: Context, input: StateCriteria): Promise<Result<string, StateCriteriaErrorCode>> {
  return inTransaction<Result<string, StateCriteriaErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const { serviceId } = input;
      // Held, so that two lists at once follow each other and never mix.
      const { service, isOwn } = await lockStatedService(tx, serviceId);

      const decision = decideCriteria(input.criteria);
      if (!decision.ok) return decision;

      const source = isOwn ? 'PROVIDER' : 'EDITOR';
      const statedAt = timestampOf(tx.now());
      await tx.manager.delete(AccessCriterion, { serviceId });
      const rows = decision.value.map((criterion, place) => ({
        ...{ ...criterion, accepted: [...criterion.accepted], id: tx.newId() },
        ...({ serviceId, position: place + 1, source, statedAt } as const),
      }));
      if (rows.length > 0) await tx.manager.insert(AccessCriterion, rows);
      await recordEvent(tx, {
        stream: `service:${serviceId}`,
        type: 'CRITERIA_STATED',
        actedAs: isOwn ? ActedAs.PROVIDER : ActedAs.EDITOR,
        providerId: service.organisationId,
        data: { serviceId, count: rows.length },
      });
      return ok(serviceId);
    },
    { operation: 'stateCriteria', input },
  );
}
