import { words } from '../../words/en.ts';
import type { AgreementOnPage } from './agreement.fields.ts';

type Named = Pick<AgreementOnPage, 'viewerRole' | 'provider' | 'individualLabel'>;

/** "Agreement with Brightwater" to the person, "Agreement for P-104" to the provider. */
export function captionOf(agreement: Named): string {
  return agreement.viewerRole === 'INDIVIDUAL'
    ? words.agreement.with(agreement.provider.name)
    : words.agreement.for(agreement.individualLabel);
}

/** What changed and by whom while terms are open; otherwise how the agreement stands. */
export function headingOf(agreement: AgreementOnPage): string {
  const { changes, unchanged, openTerms, status } = agreement;
  if (status === 'COUNTERED' && changes.length > 0) {
    return words.agreement.changed(openTerms.authorName, changes.length, changes.length + unchanged.length);
  }
  return agreement.statusSentence;
}

/** By when the open terms are to be answered; null once they are agreed, or when they do not lapse. */
export function answerDue(agreement: Pick<AgreementOnPage, 'status' | 'replyBy'>): string | null {
  return isOpen(agreement) ? agreement.replyBy : null;
}

/** Whether the latest terms are still on the table. */
export function isOpen(agreement: Pick<AgreementOnPage, 'status'>): boolean {
  return agreement.status === 'PROPOSED' || agreement.status === 'COUNTERED';
}
