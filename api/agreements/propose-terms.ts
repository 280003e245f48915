import { dayAt, laterDay, type Temporal, timestampOf } from '../common/calendar.ts';
import { ok, type Problem, problemsOf, refuse, refuseWith, type Result } from '../common/result.ts';
import { findBudgetOn, type PayingBudget } from '../budgets/budget.queries.ts';
import type { Context } from '../platform/context.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { individualSideName, recordAgreementEvent } from './record-agreement-event.ts';
import { Agreement } from './agreement.entity.ts';
import { canProposeTerms } from './agreement.policy.ts';
import { type ChosenOption, findChosenOption, hasLiveAgreement } from './chosen-option.queries.ts';
import { bindingOf } from './grounds.queries.ts';
import { promiseCost } from './commitment.queries.ts';
import { problemsOfWords, putTerms } from './put-terms.ts';
import { decideReplyBy } from './reply-by.rules.ts';
import { problemsOfTerms, type TermsContent } from './terms.rules.ts';
import type { ProposeTermsErrorCode } from './agreement-errors.rules.ts';

export interface ProposeTerms {
  /** The option that was chosen; its service's organisation is asked. */
  readonly optionId: string;
  readonly terms: TermsContent;
  readonly message?: string | null;
  /** Day by which to answer; null for five working days. */
  readonly replyBy?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Puts the first terms for a chosen option to its provider: opens an agreement, which binds nobody yet. Answers its id. */
export function proposeTerms(ctx: Context, input: ProposeTerms): Promise<Result<string, ProposeTermsErrorCode>> {
  return inTransaction<Result<string, ProposeTermsErrorCode>>(
    ctx,
    async (tx) => {
      const chosen = await findChosenOption(tx, input.optionId);
      if (!chosen) throw notFound('option');
      authorise(canProposeTerms(tx.viewer, { ...chosen, providerId: chosen.providerId ?? '', hasBudget: false }));

      const replyBy = decideReplyBy(input.replyBy ?? null, tx.now());
      const problems = [
        ...(await problemsOfChoice(tx, chosen)),
        ...problemsOfTerms(input.terms),
        ...problemsOfWords(input.message),
        ...problemsOf(replyBy),
      ];
      if (problems.length > 0 || !replyBy.ok || chosen.providerId === null) return refuse(problems);

      const budget = await findBudgetOn(tx, chosen.individualId, laterDay(input.terms.startsOn, dayAt(tx.now())));
      const provided = { ...chosen, providerId: chosen.providerId };
      return openAgreement(tx, input, provided, budget, replyBy.value);
    },
    { operation: 'proposeTerms', input },
  );
}

async function problemsOfChoice(tx: Transaction, chosen: ChosenOption): Promise<Problem<ProposeTermsErrorCode>[]> {
  if (!chosen.isChosen) {
    return [...problemsOf(refuseWith('NOT_CHOSEN' as const, 'This option has not been chosen. Choose it first.'))];
  }
  if (chosen.providerId === null) {
    return [
      ...problemsOf(
        refuseWith('NO_PROVIDER' as const, 'This option is not in the directory, so there is nobody to send terms to.'),
      ),
    ];
  }
  if (await hasLiveAgreement(tx, chosen.optionId, chosen.providerId)) {
    return [
      ...problemsOf(
        refuseWith(
          'ALREADY_PROPOSED' as const,
          'Terms for this option are with the provider already. Open that agreement.',
        ),
      ),
    ];
  }
  return [];
}

async function openAgreement(
  tx: Transaction,
  input: ProposeTerms,
  chosen: ChosenOption & { readonly providerId: string },
  budget: PayingBudget | null,
  replyBy: Temporal.Instant,
): Promise<Result<string, ProposeTermsErrorCode>> {
  const agreement = await newAgreement(tx, input.terms, chosen, budget, replyBy);
  await tx.manager.insert(Agreement, agreement);
  const binding = await bindingOf(tx, agreement, 'INDIVIDUAL');
  const terms = await putTerms(
    tx,
    agreement,
    {
      number: 1,
      side: 'INDIVIDUAL',
      authorName: individualSideName(tx.viewer, chosen),
      binding,
      content: input.terms,
      reasons: [],
      message: input.message ?? null,
      budgetEndsOn: budget?.endsOn ?? null,
    },
    signedIn(tx.viewer),
  );
  await recordAgreementEvent(tx, agreement, 'INDIVIDUAL', 'TERMS_PROPOSED', {
    number: 1,
    weeklyCostPence: terms.weeklyCostPence,
  });
  const promised = binding !== null ? await promiseCost(tx, agreement, terms) : ok(null);
  return promised.ok ? ok(agreement.id) : promised;
}

async function newAgreement(
  tx: Transaction,
  { startsOn, endsOn }: TermsContent,
  chosen: ChosenOption & { readonly providerId: string },
  budget: PayingBudget | null,
  replyBy: Temporal.Instant,
): Promise<Agreement> {
  return {
    authorityId: chosen.authorityId,
    id: tx.newId(),
    individualId: chosen.individualId,
    providerId: chosen.providerId,
    reference: await nextReference(tx),
    individualAlias: chosen.individualAlias,
    outcomeId: chosen.outcomeId,
    optionId: chosen.optionId,
    serviceId: chosen.serviceId,
    budgetId: budget?.id ?? null,
    state: 'PROPOSED',
    latestNumber: 1,
    latestAuthor: 'INDIVIDUAL',
    waitingFor: ['PROVIDER'],
    replyBy: timestampOf(replyBy),
    startsOn,
    endsOn,
    movedAt: timestampOf(tx.now()),
    endedReason: null,
  };
}

async function nextReference(tx: Transaction): Promise<string> {
  const rows: { number: string }[] = await tx.manager.query("select nextval('reference_number')::text as number");
  return `AG-${dayAt(tx.now()).slice(0, 4)}-${(rows[0]?.number ?? '').padStart(6, '0')}`;
}
