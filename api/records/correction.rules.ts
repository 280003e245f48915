// A correction is what somebody says is wrong in an individual's record, and what it should say.
// The individual asks; the authority answers within a calendar month; nobody writes over another's words (rule R36).
// OPEN → CORRECTED | NOT_CORRECTED → a statement of disagreement beside it, for good.
import { Temporal } from '../common/calendar.ts';
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';

/** How a correction stands. */
export const CorrectionState = { OPEN: 'OPEN', CORRECTED: 'CORRECTED', NOT_CORRECTED: 'NOT_CORRECTED' } as const;
export type CorrectionState = keyof typeof CorrectionState;

/** What the authority may answer. */
export const CorrectionAnswer = { CORRECTED: 'CORRECTED', NOT_CORRECTED: 'NOT_CORRECTED' } as const;
export type CorrectionAnswer = keyof typeof CorrectionAnswer;

/** Why a correction could not be asked for. */
export const AskForCorrectionErrorCode = {
  ...WordingCode,
  WRONG_REQUIRED: 'WRONG_REQUIRED',
  SHOULD_SAY_REQUIRED: 'SHOULD_SAY_REQUIRED',
} as const;
export type AskForCorrectionErrorCode = keyof typeof AskForCorrectionErrorCode;

/** Why a correction could not be answered. */
export const AnswerCorrectionErrorCode = {
  ...WordingCode,
  REASON_REQUIRED: 'REASON_REQUIRED',
  ANSWERED_ALREADY: 'ANSWERED_ALREADY',
} as const;
export type AnswerCorrectionErrorCode = keyof typeof AnswerCorrectionErrorCode;

/** Why a disagreement could not be stated. */
export const StateDisagreementErrorCode = {
  ...WordingCode,
  WORDS_REQUIRED: 'WORDS_REQUIRED',
  NOTHING_TO_DISAGREE_WITH: 'NOTHING_TO_DISAGREE_WITH',
  DISAGREED_ALREADY: 'DISAGREED_ALREADY',
} as const;
export type StateDisagreementErrorCode = keyof typeof StateDisagreementErrorCode;

/** Last day for the answer: the same day of the next month, or its last day (UK GDPR, Article 12(3)). */
export function answerDueOn(askedOn: string): string {
  return Temporal.PlainDate.from(askedOn).add({ months: 1 }).toString();
}

/** Whether the answer is late on that day. */
export function isAnswerLate(
  correction: { readonly state: CorrectionState; readonly askedOn: string },
  day: string,
): boolean {
  return correction.state === 'OPEN' && day > answerDueOn(correction.askedOn);
}

/** The words of a request as they are kept, or every reason why not. */
export function decideAsking(asked: {
  readonly wrong: string;
  readonly shouldSay: string;
}): Result<{ wrong: string; shouldSay: string }, AskForCorrectionErrorCode> {
  const [wrong, shouldSay] = [cleaned(asked.wrong), cleaned(asked.shouldSay)];
  const problems: Problem<AskForCorrectionErrorCode>[] = [
    ...tooLong(wrong, LONGEST_STATEMENT, 'wrong'),
    ...tooLong(shouldSay, LONGEST_STATEMENT, 'shouldSay'),
  ];
  if (wrong === null) problems.push({ code: 'WRONG_REQUIRED', message: 'Say what is wrong.', field: ['wrong'] });
  if (shouldSay === null)
    problems.push({ code: 'SHOULD_SAY_REQUIRED', message: 'Say what it should say instead.', field: ['shouldSay'] });
  return wrong === null || shouldSay === null || problems.length > 0 ? refuse(problems) : ok({ wrong, shouldSay });
}

/** The words of an answer as they are kept, null when none are needed; or every reason why not. */
export function decideAnswer(
  state: CorrectionState,
  answer: CorrectionAnswer,
  said: string | null | undefined,
): Result<string | null, AnswerCorrectionErrorCode> {
  const reason = cleaned(said);
  const problems: Problem<AnswerCorrectionErrorCode>[] = tooLong(reason, LONGEST_STATEMENT, 'reason');
  if (state !== 'OPEN')
    problems.push({ code: 'ANSWERED_ALREADY', message: 'This was answered already. Read the answer below.' });
  if (answer === 'NOT_CORRECTED' && reason === null)
    problems.push({ code: 'REASON_REQUIRED', message: 'Say why it stays as it is.', field: ['reason'] });
  return problems.length > 0 ? refuse(problems) : ok(reason);
}

/** The statement of disagreement as it is kept, or every reason why not. */
export function decideDisagreement(
  correction: { readonly state: CorrectionState; readonly hasDisagreement: boolean },
  said: string,
): Result<string, StateDisagreementErrorCode> {
  const words = cleaned(said);
  const problems: Problem<StateDisagreementErrorCode>[] = tooLong(words, LONGEST_STATEMENT, 'words');
  if (words === null) problems.push({ code: 'WORDS_REQUIRED', message: 'Say how you see it.', field: ['words'] });
  if (correction.state !== 'NOT_CORRECTED')
    problems.push({ code: 'NOTHING_TO_DISAGREE_WITH', message: 'Wait for an answer that nothing was changed.' });
  if (correction.hasDisagreement)
    problems.push({ code: 'DISAGREED_ALREADY', message: 'Your statement stands here already. It cannot be changed.' });
  return words === null || problems.length > 0 ? refuse(problems) : ok(words);
}
