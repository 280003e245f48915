import { ok, type Result } from '../common/result.ts';
import { getIndividual } from '../people/individual.queries.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Budget } from './budget.entity.ts';
import { canAgreeBudget } from './budget.policy.ts';
import { holdBudgetsOf } from './budget.queries.ts';
import { decideBudget, type AgreeBudgetErrorCode } from './budget.rules.ts';

export interface AgreeBudget {
  readonly individualId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly totalPence: number;
  /** Kept back for emergencies, out of the total (rule R11). */
  readonly keptBackPence: number;
  readonly idempotencyKey?: string | null;
}

/** Agrees an individual's personal budget for a period in which there is none yet; for whoever holds the authority's budgets. */
export function agreeBudget(ctx: Context, input: AgreeBudget): Promise<Result<string, AgreeBudgetErrorCode>> {
  return inTransaction<Result<string, AgreeBudgetErrorCode>>(
    ctx,
    async (tx) => {
      const individual = await getIndividual(tx, input.individualId);
      authorise(canAgreeBudget(tx.viewer, individual), 'Only somebody who holds the budget can agree it.');

      const decision = decideBudget(input, await holdBudgetsOf(tx, individual.id));
      if (!decision.ok) return decision;

      const id = tx.newId();
      await tx.manager.insert(Budget, {
        authorityId: individual.authorityId,
        id,
        individualId: individual.id,
        startsOn: input.startsOn,
        endsOn: input.endsOn,
        totalPence: input.totalPence,
        keptBackPence: input.keptBackPence,
        spentPence: 0,
        promisedPence: 0,
      });
      await recordEvent(tx, {
        stream: `budget:${id}`,
        type: 'BUDGET_AGREED',
        actedAs: ActedAs.BUDGET_HOLDER,
        authorityId: individual.authorityId,
        individualId: individual.id,
        data: { budgetId: id, totalPence: input.totalPence },
      });
      return ok(id);
    },
    { operation: 'agreeBudget', input },
  );
}
