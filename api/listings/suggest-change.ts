import { ok, problemsOf, refuse, refuseWith, type Result } from '../common/result.ts';
import { readWrittenEntry, type WrittenEntry } from '../directory/entry-edit.rules.ts';
import { differingFields, type SomeValues } from '../directory/entry-field.rules.ts';
import { organisationOfService, valuesOfService } from '../directory/own-edit.queries.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { inTransaction } from '../platform/transaction.ts';
import { insertSuggestion, suggestionsLately } from './suggestion.queries.ts';
import { CLOSED, readCovering, type SuggestChangeErrorCode } from './suggestion.rules.ts';

/** What somebody thinks an entry should say. */
export interface SuggestChange {
  readonly serviceId: string;
  readonly entry?: WrittenEntry | null;
  /** Whether it is only that it has closed for good. */
  readonly hasClosed?: boolean | null;
  readonly why: string;
  readonly contact?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Takes a suggestion about an entry from anybody, signed in or not; an editor decides before anything is published. */
export function suggestChange(ctx: Context, input: SuggestChange): Promise<Result<string, SuggestChangeErrorCode>> {
  return inTransaction<Result<string, SuggestChangeErrorCode>>(
    ctx,
    async (tx) => {
      const { serviceId } = input;
      const organisationId = await organisationOfService(tx, serviceId);
      const stood = await valuesOfService(tx, serviceId);
      const entry = readWrittenEntry(input.hasClosed ? CLOSED : (input.entry ?? {}), 'entry', stood.SCHEDULES);
      const covering = readCovering(input, await suggestionsLately(tx));
      if (!entry.ok || !covering.ok) return refuse([...problemsOf(entry), ...problemsOf(covering)]);

      const changes = differingFields(stood, entry.value);
      if (changes.length === 0) {
        return refuseWith('NOTHING_SUGGESTED', 'The entry says all this already. Change what is wrong in it.', 'entry');
      }
      const id = await insertSuggestion(tx, {
        ...{ kind: input.hasClosed ? 'CLOSURE' : 'CHANGE', organisationId, serviceId, organisationName: null },
        words: Object.fromEntries(changes.map(({ field, value }) => [field, value])) as SomeValues,
        stood: Object.fromEntries(changes.map(({ field, before }) => [field, before])) as SomeValues,
        covering: covering.value,
      });
      // Without the provider, who may see what was suggested but not by whom.
      await recordEvent(tx, {
        ...{ stream: `service:${serviceId}`, type: 'CHANGE_SUGGESTED', actedAs: 'VISITOR', actorName: 'Somebody' },
        data: { suggestionId: id, serviceId },
      });
      return ok(serviceId);
    },
    { operation: 'suggestChange', input },
  );
}
