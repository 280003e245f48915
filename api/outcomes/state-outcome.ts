import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Outcome } from './outcome.entity.ts';
import { canSuggestInPlan } from '../people/individual.policy.ts';
import { getIndividual, recordPlanEvent } from '../people/individual.queries.ts';
import { isSpeakerKnown } from '../people/statement.queries.ts';
import { lastPriorityOf } from './outcome.queries.ts';
import { decideStatement, OutcomeState, type StateOutcomeErrorCode, type Statement } from './outcome.rules.ts';

export interface StateOutcome extends Statement {
  readonly individualId: string;
  /** Who said it; the viewer's own words when the viewer is the individual, otherwise the individual's unless said. */
  readonly spokenById?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Writes down what a person wants to happen, with who said it and who wrote it (rule R36); answers the outcome's id. */
export function stateOutcome(ctx: Context, input: StateOutcome): Promise<Result<string, StateOutcomeErrorCode>> {
  return inTransaction<Result<string, StateOutcomeErrorCode>>(
    ctx,
    async (tx) => {
      const writerId = signedIn(tx.viewer);
      const individual = await getIndividual(tx, input.individualId);
      const subject = { authorityId: individual.authorityId, individualId: individual.id };
      authorise(canSuggestInPlan(tx.viewer, subject));

      const spokenById = input.spokenById ?? individual.id;
      const today = dayAt(tx.now());
      const decision = decideStatement(input, {
        today,
        lastPriority: await lastPriorityOf(tx, individual.id),
        isSpeakerKnown: await isSpeakerKnown(tx, individual.id, spokenById, today),
      });
      if (!decision.ok) return decision;

      const id = tx.newOpaqueId();
      await tx.manager.insert(Outcome, {
        ...subject,
        ...decision.value,
        id,
        state: OutcomeState.DRAFT,
        spokenById,
        recordedById: writerId,
        createdAt: timestampOf(tx.now()),
      });
      const stream = `outcome:${id}`;
      await recordPlanEvent(tx, subject, { stream, type: 'OUTCOME_STATED', data: { outcomeId: id, spokenById } });
      return ok(id);
    },
    { operation: 'stateOutcome', input },
  );
}
