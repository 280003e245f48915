// A letter asks an entry's public contact whether it is still correct. The calendar decides when, or an editor asks for one.
// WAITING → SENDING → SENT | FAILED; its link is OPEN → ANSWERED | EXPIRED. One answer a period, from one check to the next.

import { addDays, dayInWords } from '../common/calendar.ts';
import { ok, refuse, refuseWith } from '../common/result.ts';
import type { Problem, Result } from '../common/result.ts';
import { AssuranceResult, LONGEST_WORDS } from './assurance.rules.ts';
import { addMonths, type FreshnessPolicy } from './freshness.rules.ts';

/** Why a letter was written. */
export const LetterKind = { FIRST: 'FIRST', SECOND: 'SECOND', ASKED: 'ASKED' } as const;
export type LetterKind = keyof typeof LetterKind;

/** How far a letter has come. */
export const LetterState = { WAITING: 'WAITING', SENDING: 'SENDING', SENT: 'SENT', FAILED: 'FAILED' } as const;
export type LetterState = keyof typeof LetterState;

/** Whether a letter's link can be used. */
export const LinkState = { OPEN: 'OPEN', ANSWERED: 'ANSWERED', EXPIRED: 'EXPIRED' } as const;
export type LinkState = keyof typeof LinkState;

/** Days after the first letter until the second. */
export const SECOND_AFTER_DAYS = 30;
/** Days for which a link works. */
export const LINK_DAYS = 60;
/** Times that a letter is tried. */
export const MOST_TRIES = 5;

/** What was written already about an entry in the period that runs. */
export interface Written {
  readonly checkedOn: string | null;
  readonly firstOn: string | null;
  readonly hasSecond: boolean;
  readonly isAnswered: boolean;
}

/** Which letter is to be written today; null when none is. */
export function letterDue(
  { checkedOn, firstOn, hasSecond, isAnswered }: Written,
  policy: FreshnessPolicy,
  today: string,
): Extract<LetterKind, 'FIRST' | 'SECOND'> | null {
  if (isAnswered || (checkedOn !== null && today < addMonths(checkedOn, policy.freshMonths))) return null;
  if (firstOn === null) return LetterKind.FIRST;
  return !hasSecond && today >= addDays(firstOn, SECOND_AFTER_DAYS) ? LetterKind.SECOND : null;
}

/** Last day on which the link of a letter written that day works. */
export function expiryOf(writtenOn: string): string {
  return addDays(writtenOn, LINK_DAYS);
}

/** What a letter says, as plain text. */
export function letterText(about: {
  readonly serviceName: string;
  readonly organisationName: string;
  readonly link: string;
  readonly expiresOn: string;
}): { readonly subject: string; readonly text: string } {
  const { serviceName, organisationName, link, expiresOn } = about;
  const text = [
    'Hello,',
    `“${serviceName}” by ${organisationName} is in the directory of care and support. People choose from it, so it has to be right.`,
    'Is it still correct? This page shows what it says. You can answer with one press, and you need no account:',
    link,
    `The link works once, until ${dayInWords(expiresOn)}. Opening it changes nothing.`,
    'You get this because this address is public in the directory. If it is not yours, you can leave this letter unanswered.',
  ];
  return { subject: `Is “${serviceName}” still correct?`, text: `${text.join('\n\n')}\n` };
}

/** Why the link of a letter could not be used. */
export const AnswerLetterErrorCode = {
  LINK_NOT_VALID: 'LINK_NOT_VALID',
  LINK_EXPIRED: 'LINK_EXPIRED',
  ALREADY_ANSWERED: 'ALREADY_ANSWERED',
  WORDS_NEEDED: 'WORDS_NEEDED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
} as const;
export type AnswerLetterErrorCode = keyof typeof AnswerLetterErrorCode;

/** Why a letter could not be sent to an entry's contact. */
export const SendLetterErrorCode = {
  NO_ADDRESS: 'NO_ADDRESS',
  WRITTEN_TODAY: 'WRITTEN_TODAY',
  SERVICE_ENDED: 'SERVICE_ENDED',
} as const;
export type SendLetterErrorCode = keyof typeof SendLetterErrorCode;

/** What is known of a letter when its link is followed. */
export interface FollowedLetter {
  readonly expiresOn: string;
  /** Whether it or another of its period was answered. */
  readonly isAnswered: boolean;
  /** Whether the entry was checked since it was written. */
  readonly isPeriodOver: boolean;
}

/** Whether the link can be used today. */
export function linkState(letter: FollowedLetter, today: string): LinkState {
  if (letter.isAnswered || letter.isPeriodOver) return LinkState.ANSWERED;
  return today > letter.expiresOn ? LinkState.EXPIRED : LinkState.OPEN;
}

/** What is written down of an answer, or every reason why it cannot be. */
export function decideAnswer(
  letter: FollowedLetter,
  answer: { readonly isStillCorrect: boolean; readonly words?: string | null },
  today: string,
): Result<{ readonly result: AssuranceResult; readonly words: string | null }, AnswerLetterErrorCode> {
  const state = linkState(letter, today);
  if (state === LinkState.ANSWERED)
    return refuseWith('ALREADY_ANSWERED', 'This was answered already. Thank you: there is nothing more to do.');
  if (state === LinkState.EXPIRED)
    return refuseWith('LINK_EXPIRED', 'This link has run out. Ask the council’s directory team for a new one.');
  const words = answer.words?.trim() || null;
  const problems: Problem<AnswerLetterErrorCode>[] = [];
  if (!answer.isStillCorrect && words === null)
    problems.push({ code: 'WORDS_NEEDED', message: 'Tell us what is wrong, in a few words.', field: ['words'] });
  if ((words?.length ?? 0) > LONGEST_WORDS)
    problems.push({ code: 'TEXT_TOO_LONG', message: `Use at most ${LONGEST_WORDS} characters.`, field: ['words'] });
  if (problems.length > 0) return refuse(problems);
  return ok({ result: answer.isStillCorrect ? AssuranceResult.STILL_CORRECT : AssuranceResult.NOT_RIGHT, words });
}
