import { ok, type Result } from '../common/result.ts';
import { recordEvent } from '../platform/events.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { EntryErrorCode } from './entry-edit.rules.ts';
import { differingFields, type EntryField, type SomeValues } from './entry-field.rules.ts';
import { keeperAs } from './entry.policy.ts';
import { keepEdits, lockEntry, writeEntry, type LockedEntry, type NewEdit, type Subject } from './own-edit.queries.ts';

/** What is to be written, once it is known how the entry stands. */
export type Writing = (entry: LockedEntry) => Result<SomeValues, EntryErrorCode>;

/** Writes an entry by hand for whoever may, field by field, and only what differs; answers the fields that do. */
export async function editEntry(
  tx: Transaction,
  subject: Subject,
  read: Writing,
  suggestionId: string | null = null,
): Promise<Result<readonly EntryField[], EntryErrorCode>> {
  const entry = await lockEntry(tx, subject);
  const written = read(entry);
  if (!written.ok) return written;

  const edits: readonly NewEdit[] = differingFields(entry.values, written.value);
  if (edits.length === 0) return ok([]);
  const editedAs = keeperAs(tx.viewer, subject.organisationId);
  await keepEdits(tx, entry, { editedAs, suggestionId }, edits);
  await writeEntry(tx, subject, valuesOf(edits), editedAs);

  const { organisationId, serviceId } = subject;
  const fields = edits.map(({ field }) => field);
  await recordEvent(tx, {
    stream: serviceId === null ? `organisation:${organisationId}` : `service:${serviceId}`,
    type: serviceId === null ? 'ORGANISATION_EDITED' : 'SERVICE_EDITED',
    actedAs: editedAs,
    providerId: organisationId,
    data: { organisationId, serviceId, fields: fields.join(' '), suggestionId },
  });
  return ok(fields);
}

function valuesOf(edits: readonly NewEdit[]): SomeValues {
  return Object.fromEntries(edits.map(({ field, value }) => [field, value])) as SomeValues;
}
