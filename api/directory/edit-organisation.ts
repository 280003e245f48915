import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { editEntry } from './edit-entry.ts';
import { readWrittenDetails, type EntryErrorCode, type WrittenDetails } from './entry-edit.rules.ts';
import { canKeepEntries } from './entry.policy.ts';
import { getOrganisationId } from './own-edit.queries.ts';

/** What is to be written into an organisation's own details. */
export interface EditOrganisation {
  readonly organisationId: string;
  readonly details: WrittenDetails;
  readonly idempotencyKey?: string | null;
}

/** Writes the details of one's own organisation, or of any for an editor; no import writes over them from then on. */
export function editOrganisation(ctx: Context, input: EditOrganisation): Promise<Result<string, EntryErrorCode>> {
  return inTransaction<Result<string, EntryErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const organisationId = await getOrganisationId(tx, input.organisationId);
      authorise(
        canKeepEntries(tx.viewer, organisationId),
        'Only those who run this can change it. You can suggest a change instead.',
      );
      const done = await editEntry(tx, { organisationId, serviceId: null }, () =>
        readWrittenDetails(input.details, 'details'),
      );
      return done.ok ? ok(organisationId) : done;
    },
    { operation: 'editOrganisation', input },
  );
}
