import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { readWrittenEntry, type EntryErrorCode, type WrittenEntry } from './entry-edit.rules.ts';
import type { SomeValues } from './entry-field.rules.ts';
import { canKeepEntries, keeperAs } from './entry.policy.ts';
import { getOrganisationId, writeEntry } from './own-edit.queries.ts';

/** A service to be listed, which comes from no feed. */
export interface ListService {
  readonly organisationId: string;
  readonly entry: WrittenEntry;
  readonly idempotencyKey?: string | null;
}

/** Lists something that an organisation offers, for its own members and for editors; answers the service's id. */
export function listService(ctx: Context, input: ListService): Promise<Result<string, EntryErrorCode>> {
  return inTransaction<Result<string, EntryErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const organisationId = await getOrganisationId(tx, input.organisationId);
      authorise(
        canKeepEntries(tx.viewer, organisationId),
        'Only those who run the organisation can list something for it. You can tell us about it instead.',
      );
      const read = readWrittenEntry({ name: null, status: 'ACTIVE', ...input.entry }, 'entry');
      return read.ok ? ok(await insertEntry(tx, organisationId, read.value)) : read;
    },
    { operation: 'listService', input },
  );
}

/** Puts a new service into the directory in the caller's own transaction; whoever calls has checked who may. */
export async function insertEntry(tx: Transaction, organisationId: string, values: SomeValues): Promise<string> {
  const serviceId = tx.newId();
  const editedAs = keeperAs(tx.viewer, organisationId);
  await tx.manager.query(
    `insert into service (id, organisation_id, name, status, edited_at, edited_as) values ($1, $2, $3, 'ACTIVE', $4, $5)`,
    [serviceId, organisationId, values.NAME ?? '', timestampOf(tx.now()), editedAs],
  );
  await writeEntry(tx, { organisationId, serviceId }, values, editedAs);
  await recordEvent(tx, {
    ...{ stream: `service:${serviceId}`, type: 'SERVICE_LISTED', actedAs: editedAs, providerId: organisationId },
    data: { organisationId, serviceId },
  });
  return serviceId;
}
