import { timestampOf } from '../common/calendar.ts';
import type { Problem } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong } from '../common/wording.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { Agreement } from './agreement.entity.ts';
import { insertAcceptance } from './agreement.queries.ts';
import type { Binding } from './grounds.queries.ts';
import type { Side } from './agreement.rules.ts';
import { totalCostPence, weeklyCostPence } from './terms-cost.rules.ts';
import { Terms } from './terms.entity.ts';
import { settled, termsHash, type TermReason, type TermsContent } from './terms.rules.ts';

/** A new version of terms, about to be put forward. */
export interface NewTerms {
  readonly number: number;
  readonly side: Side;
  readonly authorName: string;
  /** How writing them accepts them; null for a broker, who binds nobody (rule R25). */
  readonly binding: Binding | null;
  readonly content: TermsContent;
  readonly reasons: readonly TermReason[];
  readonly message: string | null;
  readonly budgetEndsOn: string | null;
}

/** What is wrong with the words that go with terms: the message to the other side, and the reasons for changes. */
export function problemsOfWords(
  message: string | null | undefined,
  reasons: readonly TermReason[] = [],
): Problem<'TEXT_TOO_LONG'>[] {
  return [
    ...tooLong(cleaned(message), LONGEST_STATEMENT, 'input', 'message'),
    ...reasons.flatMap(({ reason }) => tooLong(cleaned(reason), LONGEST_STATEMENT, 'input', 'reasons')),
  ];
}

/** Puts a version of terms forward, with its cost and its hash; the author's own side has accepted what it may bind itself by. */
export async function putTerms(
  tx: Transaction,
  agreement: Pick<Agreement, 'id' | 'authorityId' | 'individualId' | 'providerId'>,
  asked: NewTerms,
  authorId: string,
): Promise<Terms> {
  const content = settled(asked.content);
  const terms: Terms = {
    authorityId: agreement.authorityId,
    id: tx.newId(),
    agreementId: agreement.id,
    individualId: agreement.individualId,
    providerId: agreement.providerId,
    number: asked.number,
    author: asked.side,
    authorId,
    authorName: asked.authorName,
    message: cleaned(asked.message),
    ...content,
    visits: [...content.visits],
    reasons: asked.reasons.flatMap(({ term, reason }) => {
      const words = cleaned(reason);
      return words === null ? [] : [{ term, reason: words }];
    }),
    weeklyCostPence: weeklyCostPence(content),
    totalCostPence: totalCostPence(content, asked.budgetEndsOn),
    hash: termsHash(agreement.id, asked.number, content),
    proposedAt: timestampOf(tx.now()),
  };
  await tx.manager.insert(Terms, terms);
  if (asked.binding) await insertAcceptance(tx, terms, asked.side, asked.binding.decidedAs);
  return terms;
}
