import { ok, problemsOf, refuse, type Problem, type Result } from '../common/result.ts';
import { line, readWrittenEntry, type WrittenEntry } from '../directory/entry-edit.rules.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { inTransaction } from '../platform/transaction.ts';
import { insertSuggestion, suggestionsLately } from './suggestion.queries.ts';
import { readCovering, type SuggestListingErrorCode } from './suggestion.rules.ts';

/** What somebody knows of that the directory does not list. */
export interface SuggestListing {
  readonly organisationName: string;
  readonly entry: WrittenEntry;
  readonly why: string;
  readonly contact?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Takes a tip about something that is not listed, from anybody; an editor decides before anything is published. */
export function suggestListing(ctx: Context, input: SuggestListing): Promise<Result<null, SuggestListingErrorCode>> {
  return inTransaction<Result<null, SuggestListingErrorCode>>(
    ctx,
    async (tx) => {
      const entry = readWrittenEntry({ name: null, ...input.entry }, 'entry');
      const name = line(input.organisationName, 300, 'organisationName');
      const covering = readCovering(input, await suggestionsLately(tx));
      const problems: Problem<SuggestListingErrorCode>[] = [
        ...name.problems,
        ...problemsOf(entry),
        ...problemsOf(covering),
      ];
      if (name.value === null) problems.push(NAMELESS);
      if (!entry.ok || !covering.ok || problems.length > 0) return refuse(problems);

      const id = await insertSuggestion(tx, {
        ...{ kind: 'LISTING', organisationId: null, serviceId: null, organisationName: name.value },
        ...{ words: entry.value, stood: {}, covering: covering.value },
      });
      await recordEvent(tx, {
        ...{ stream: `suggestion:${id}`, type: 'LISTING_SUGGESTED', actedAs: 'VISITOR', actorName: 'Somebody' },
        data: { suggestionId: id },
      });
      return ok(null);
    },
    { operation: 'suggestListing', input },
  );
}

const NAMELESS = {
  code: 'ORGANISATION_REQUIRED',
  message: 'Say who runs it. If you do not know, give its name again.',
  field: ['organisationName'],
} as const;
