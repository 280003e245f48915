import { ok, type Result } from '../common/result.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { decideSuggestion, lockSuggestion } from './suggestion.queries.ts';
import { decideDeclining, type DeclineSuggestionErrorCode } from './suggestion.rules.ts';

/** A suggestion that is not taken up, and why. */
export interface DeclineSuggestion {
  readonly suggestionId: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Declines a suggestion with a reason; it stays on record. For editors of the directory. */
export function declineSuggestion(
  ctx: Context,
  input: DeclineSuggestion,
): Promise<Result<string, DeclineSuggestionErrorCode>> {
  return inTransaction<Result<string, DeclineSuggestionErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const suggestion = await lockSuggestion(tx, input.suggestionId);
      authorise(
        canEditDirectory(tx.viewer),
        'Only an editor of the directory can decide this. You can change the entry.',
      );
      const decision = decideDeclining(suggestion.state, input.reason);
      if (!decision.ok) return decision;

      await decideSuggestion(tx, suggestion, { state: 'DECLINED', reason: decision.value });
      const { id, serviceId } = suggestion;
      const stream = serviceId === null ? `suggestion:${id}` : `service:${serviceId}`;
      await recordEvent(tx, {
        ...{ stream, type: 'SUGGESTION_DECLINED', actedAs: 'EDITOR', data: { suggestionId: id, serviceId } },
        ...(suggestion.organisationId === null ? {} : { providerId: suggestion.organisationId }),
      });
      return ok(id);
    },
    { operation: 'declineSuggestion', input },
  );
}
