import { ok, refuse, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { assurerOn } from './assurance.policy.ts';
import { insertAssurance } from './assurance.queries.ts';
import { AssuranceOrigin, AssuranceResult, assuringProblems } from './assurance.rules.ts';
import type { AssureServiceErrorCode } from './assurance.rules.ts';
import { getService } from './service.queries.ts';

export interface AssureService {
  readonly serviceId: string;
  readonly idempotencyKey?: string | null;
}

/** Says that an entry is still correct: for members of the organisation that runs it, and for editors. Answers the service's id. */
export function assureService(ctx: Context, input: AssureService): Promise<Result<string, AssureServiceErrorCode>> {
  return inTransaction<Result<string, AssureServiceErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const service = await getService(tx, input.serviceId);
      const assurer = assurerOn(tx.viewer, service);
      authorise(assurer !== null, 'Only the people who run this service and editors of the directory can do this.');
      const problems = assuringProblems(service.status);
      if (assurer === null || problems.length > 0) return refuse(problems);

      const { id: serviceId, organisationId } = service;
      const result = AssuranceResult.STILL_CORRECT;
      const assuranceId = await insertAssurance(tx, { serviceId, organisationId, result, personId, ...assurer });
      await recordEvent(tx, {
        stream: `service:${serviceId}`,
        type: 'SERVICE_ASSURED',
        actedAs: assurer.origin === AssuranceOrigin.EDITOR ? ActedAs.EDITOR : ActedAs.PROVIDER,
        providerId: organisationId,
        data: { serviceId, assuranceId, result },
      });
      return ok(serviceId);
    },
    { operation: 'assureService', input },
  );
}
