import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, badInput, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canEditDirectory } from './directory.policy.ts';
import { insertRegistration } from './registration.queries.ts';
import { decideRecording } from './registration.rules.ts';
import type { RecordRegistrationErrorCode, RegistrationToRecord } from './registration.rules.ts';
import { getOrganisation, getService } from './service.queries.ts';

export interface RecordRegistration extends RegistrationToRecord {
  readonly organisationId: string;
  /** Null when the organisation itself is registered. */
  readonly serviceId?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Writes down what a register says today, beside what was known before; for editors of the directory. Answers the organisation. */
export function recordRegistration(
  ctx: Context,
  input: RecordRegistration,
): Promise<Result<string, RecordRegistrationErrorCode>> {
  return inTransaction<Result<string, RecordRegistrationErrorCode>>(
    ctx,
    async (tx) => {
      const recordedBy = signedIn(tx.viewer);
      const { id: organisationId } = await getOrganisation(tx, input.organisationId);
      const service = input.serviceId ? await getService(tx, input.serviceId) : null;
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can do this.');
      if (service && service.organisationId !== organisationId)
        throw badInput('The service is one of another organisation.');

      const decision = decideRecording(input, dayAt(tx.now()));
      if (!decision.ok) return decision;

      const serviceId = service?.id ?? null;
      await insertRegistration(tx, { organisationId, serviceId, recordedBy }, decision.value);
      const { regulator, status } = decision.value;
      const stream = `organisation:${organisationId}`;
      const data = { organisationId, serviceId, regulator, status };
      await recordEvent(tx, { stream, type: 'REGISTRATION_RECORDED', actedAs: ActedAs.EDITOR, data });
      return ok(organisationId);
    },
    { operation: 'recordRegistration', input },
  );
}
