import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { editEntry } from './edit-entry.ts';
import { readWrittenEntry, type EntryErrorCode, type WrittenEntry } from './entry-edit.rules.ts';
import { canKeepEntries } from './entry.policy.ts';
import { organisationOfService } from './own-edit.queries.ts';

/** What is to be written into the entry of a service. */
export interface EditService {
  readonly serviceId: string;
  readonly entry: WrittenEntry;
  readonly idempotencyKey?: string | null;
}

/** Writes an entry of one's own organisation, or any entry for an editor; no import writes over it from then on. */
export function editService(ctx: Context, input: EditService): Promise<Result<string, EntryErrorCode>> {
  return inTransaction<Result<string, EntryErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const organisationId = await organisationOfService(tx, input.serviceId);
      authorise(
        canKeepEntries(tx.viewer, organisationId),
        'Only those who run this can change it. You can suggest a change instead.',
      );
      const done = await editEntry(tx, { organisationId, serviceId: input.serviceId }, ({ values }) =>
        readWrittenEntry(input.entry, 'entry', values.SCHEDULES),
      );
      return done.ok ? ok(input.serviceId) : done;
    },
    { operation: 'editService', input },
  );
}
