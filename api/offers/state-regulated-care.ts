import { ok, type Result } from '../common/result.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import type { RegulatedActivity } from '../directory/registration.rules.ts';
import { Service } from '../directory/service.entity.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockStatedService } from './offer.queries.ts';
import { decideRegulatedCare, type StateRegulatedCareErrorCode } from './regulated-care.rules.ts';

export interface StateRegulatedCare {
  readonly serviceId: string;
  /** Null when it is no regulated care. */
  readonly activity: RegulatedActivity | null;
  readonly idempotencyKey?: string | null;
}

/** Says which regulated care a service is, or that it is none; for its own members and for editors. Answers its id. */
export function stateRegulatedCare(
  ctx: Context,
  input: StateRegulatedCare,
): Promise<Result<string, StateRegulatedCareErrorCode>> {
  return inTransaction<Result<string, StateRegulatedCareErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const { service, isOwn } = await lockStatedService(tx, input.serviceId);
      const isEditor = canEditDirectory(tx.viewer);
      const decision = decideRegulatedCare(service.regulatedActivity, input.activity, isEditor);
      if (!decision.ok) return decision;

      await tx.manager.update(Service, { id: service.id }, { regulatedActivity: decision.value });
      await recordEvent(tx, {
        stream: `service:${service.id}`,
        type: 'REGULATED_CARE_STATED',
        actedAs: isOwn ? ActedAs.PROVIDER : ActedAs.EDITOR,
        providerId: service.organisationId,
        data: { serviceId: service.id, activity: decision.value },
      });
      return ok(service.id);
    },
    { operation: 'stateRegulatedCare', input },
  );
}
