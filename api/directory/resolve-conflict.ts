import { ok, type Result } from '../common/result.ts';
import { isId } from '../common/id.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { canEditDirectory } from './directory.policy.ts';
import type { EntryField, EntryValue, SomeValues } from './entry-field.rules.ts';
import { endConflict, lockEntry, writeEntry, type Subject } from './own-edit.queries.ts';
import {
  decideConflict,
  type ConflictChoice,
  type ConflictState,
  type ResolveConflictErrorCode,
} from './own-word.rules.ts';

/** What an editor decides about one conflict. */
export interface ResolveConflict {
  readonly conflictId: string;
  readonly choice: ConflictChoice;
  readonly idempotencyKey?: string | null;
}

interface FoundConflict extends Subject {
  readonly id: string;
  readonly editId: string;
  readonly field: EntryField;
  readonly feedValue: EntryValue;
  readonly state: ConflictState;
}

/** Ends a conflict: what stands here stays, or the feed's word is taken and its imports write the field again. */
export function resolveConflict(
  ctx: Context,
  input: ResolveConflict,
): Promise<Result<string, ResolveConflictErrorCode>> {
  return inTransaction<Result<string, ResolveConflictErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const subject = await getConflict(tx, input.conflictId);
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can decide this.');
      await lockEntry(tx, subject);
      const conflict = await getConflict(tx, input.conflictId);
      const decision = decideConflict(conflict.state, input.choice);
      if (!decision.ok) return decision;

      await endConflict(tx, conflict, decision.value);
      const value = { [conflict.field]: conflict.feedValue } as SomeValues;
      if (decision.value === 'TAKEN') await writeEntry(tx, subject, value, 'EDITOR');
      await record(tx, conflict, decision.value);
      return ok(conflict.id);
    },
    { operation: 'resolveConflict', input },
  );
}

async function getConflict(tx: Transaction, conflictId: string): Promise<FoundConflict> {
  const rows: FoundConflict[] = isId(conflictId)
    ? await tx.manager.query(
        `select id, edit_id as "editId", organisation_id as "organisationId", service_id as "serviceId", field,
           feed_value as "feedValue", state from edit_conflict where id = $1`,
        [conflictId],
      )
    : [];
  if (!rows[0]) throw notFound('conflict');
  return rows[0];
}

function record(tx: Transaction, { id, organisationId, serviceId, field }: FoundConflict, state: 'KEPT' | 'TAKEN') {
  return recordEvent(tx, {
    stream: serviceId === null ? `organisation:${organisationId}` : `service:${serviceId}`,
    type: state === 'KEPT' ? 'OWN_WORDS_KEPT' : 'FEED_WORDS_TAKEN',
    actedAs: 'EDITOR',
    providerId: organisationId,
    data: { conflictId: id, organisationId, serviceId, field },
  });
}
