import { ok, type Result } from '../common/result.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import { editEntry } from '../directory/edit-entry.ts';
import type { EntryField, SomeValues } from '../directory/entry-field.rules.ts';
import { insertEntry } from '../directory/list-service.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { decideSuggestion, lockSuggestion, type LockedSuggestion } from './suggestion.queries.ts';
import { decideAccepting, type AcceptSuggestionErrorCode } from './suggestion.rules.ts';

/** What an editor accepts of a suggestion. */
export interface AcceptSuggestion {
  readonly suggestionId: string;
  /** Only these fields; all that are suggested when left out. */
  readonly fields?: readonly EntryField[] | null;
  /** What the organisation of a new listing is. */
  readonly kind?: OrganisationKind | null;
  readonly idempotencyKey?: string | null;
}

/** Writes what was suggested into the entry, or lists what was told of; for editors of the directory. */
export function acceptSuggestion(
  ctx: Context,
  input: AcceptSuggestion,
): Promise<Result<string, AcceptSuggestionErrorCode>> {
  return inTransaction<Result<string, AcceptSuggestionErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const suggestion = await lockSuggestion(tx, input.suggestionId);
      authorise(
        canEditDirectory(tx.viewer),
        'Only an editor of the directory can decide this. You can change the entry.',
      );
      const decision = decideAccepting(suggestion, input.fields ?? null);
      if (!decision.ok) return decision;

      const subject = await write(tx, suggestion, decision.value, input.kind ?? 'UNSORTED');
      await decideSuggestion(tx, suggestion, { state: 'ACCEPTED', fields: Object.keys(decision.value), ...subject });
      await recordEvent(tx, {
        ...{ stream: `service:${subject.serviceId}`, type: 'SUGGESTION_ACCEPTED', actedAs: 'EDITOR' },
        ...{ providerId: subject.organisationId, data: { suggestionId: suggestion.id, serviceId: subject.serviceId } },
      });
      return ok(suggestion.id);
    },
    { operation: 'acceptSuggestion', input },
  );
}

interface Written {
  readonly organisationId: string;
  readonly serviceId: string;
}

async function write(
  tx: Transaction,
  suggestion: LockedSuggestion,
  values: SomeValues,
  kind: OrganisationKind,
): Promise<Written> {
  const { id, organisationId, serviceId } = suggestion;
  if (organisationId !== null && serviceId !== null) {
    await editEntry(tx, { organisationId, serviceId }, () => ok(values), id);
    return { organisationId, serviceId };
  }
  const newId = tx.newId();
  const name = suggestion.organisationName;
  await tx.manager.query('insert into organisation (id, kind, name) values ($1, $2, $3)', [newId, kind, name]);
  return { organisationId: newId, serviceId: await insertEntry(tx, newId, values) };
}
