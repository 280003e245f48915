import { dayAt, laterDay, timestampOf } from '../common/calendar.ts';
import { ok, type Problem, problemsOf, refuse, type Result } from '../common/result.ts';
import { findBudgetOn, type PayingBudget } from '../budgets/budget.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { individualSideName, recordAgreementEvent } from './record-agreement-event.ts';
import { writingSide } from './agreement.policy.ts';
import { type LockedAgreement, lockAgreement, moveAgreement, organisationName } from './agreement.queries.ts';
import { decideCounter, type Side } from './agreement.rules.ts';
import { type Binding, bindingOf } from './grounds.queries.ts';
import { promiseCost } from './commitment.queries.ts';
import { problemsOfWords, putTerms } from './put-terms.ts';
import { decideReplyBy } from './reply-by.rules.ts';
import { changesBetween } from './terms-words.rules.ts';
import type { Terms } from './terms.entity.ts';
import { problemsOfTerms, settled, type TermReason, type TermsContent } from './terms.rules.ts';
import type { CounterTermsErrorCode } from './agreement-errors.rules.ts';

export interface CounterTerms {
  readonly agreementId: string;
  /** Hash of the version that the author read and answers. */
  readonly termsHash: string;
  readonly terms: TermsContent;
  readonly reasons: readonly TermReason[];
  readonly message?: string | null;
  readonly replyBy?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Answers the open terms with others: a new version that follows exactly the one that was read (rules R40 and R41). */
export function counterTerms(ctx: Context, input: CounterTerms): Promise<Result<string, CounterTermsErrorCode>> {
  return inTransaction<Result<string, CounterTermsErrorCode>>(
    ctx,
    async (tx) => {
      const agreement = await lockAgreement(tx, input.agreementId);
      const side = writingSide(tx.viewer, agreement.parties);
      authorise(side !== null);

      const decision = decideCounter(agreement.facts, side ?? 'INDIVIDUAL', input.termsHash, tx.now());
      const replyBy = decideReplyBy(input.replyBy ?? null, tx.now());
      const problems = [
        ...problemsOf(decision),
        ...problemsOfTerms(input.terms),
        ...problemsOfWords(input.message, input.reasons),
        ...problemsOf(replyBy),
      ] as Problem<CounterTermsErrorCode>[];
      if (problems.length > 0 || !decision.ok || !replyBy.ok || side === null) return refuse(problems);

      const changed = changesBetween(contentOf(agreement), settled(input.terms), []).length;
      if (changed === 0) return refuse([nothingChanged()]);

      const { startsOn, endsOn } = input.terms;
      const budget = await budgetBehind(tx, agreement, startsOn);
      const budgetId = budget?.id ?? null;
      const binding = await bindingOf(tx, { ...agreement.row, budgetId }, side);
      const terms = await putNext(tx, agreement, { side, binding, budget, changed }, input);
      await moveAgreement(tx, agreement, decision.value.to, {
        facts: { latestAuthor: side, accepted: binding ? [side] : [] },
        row: {
          latestNumber: agreement.row.latestNumber + 1,
          latestAuthor: side,
          replyBy: timestampOf(replyBy.value),
          ...{ startsOn, endsOn, budgetId },
        },
      });
      const isPromised = side === 'INDIVIDUAL' && binding !== null;
      const promised = isPromised ? await promiseCost(tx, { ...agreement.row, budgetId }, terms) : ok(null);
      return promised.ok ? ok(agreement.row.id) : promised;
    },
    { operation: 'counterTerms', input },
  );
}

// Other days can fall into another budget: the terms and the agreement follow it.
function budgetBehind(tx: Transaction, { row }: LockedAgreement, startsOn: string): Promise<PayingBudget | null> {
  return findBudgetOn(tx, row.individualId, laterDay(startsOn, dayAt(tx.now())));
}

interface Next {
  readonly side: Side;
  readonly binding: Binding | null;
  readonly budget: PayingBudget | null;
  readonly changed: number;
}

async function putNext(
  tx: Transaction,
  { row }: LockedAgreement,
  { side, binding, budget, changed }: Next,
  input: CounterTerms,
): Promise<Terms> {
  const number = row.latestNumber + 1;
  const terms = await putTerms(
    tx,
    row,
    {
      number,
      side,
      authorName: side === 'PROVIDER' ? await organisationName(tx, row.providerId) : individualSideName(tx.viewer, row),
      binding,
      content: input.terms,
      reasons: input.reasons,
      message: input.message ?? null,
      budgetEndsOn: budget?.endsOn ?? null,
    },
    signedIn(tx.viewer),
  );
  await recordAgreementEvent(tx, row, side, 'TERMS_COUNTERED', {
    number,
    changed,
    weeklyCostPence: terms.weeklyCostPence,
  });
  return terms;
}

function contentOf({ latest }: LockedAgreement): TermsContent {
  return settled(latest);
}

function nothingChanged(): Problem<CounterTermsErrorCode> {
  return { code: 'NOTHING_CHANGED', message: 'These are the same terms. Change something, or accept them.' };
}
