// Informal support is what somebody close says they can give without pay: no, or up to so many hours a week.
// They alone decide, whatever others would like, and may say otherwise at any time without a reason (rule R52).
// not said → no ⇄ up to so many hours; the latest holds.
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';

/** What somebody answers who is asked whether they can support. */
export const InformalSupportAnswer = { NO: 'NO', UP_TO: 'UP_TO' } as const;
export type InformalSupportAnswer = keyof typeof InformalSupportAnswer;

/** Why the answer was not kept. */
export const SayInformalSupportErrorCode = {
  ...WordingCode,
  HOURS_NEEDED: 'HOURS_NEEDED',
  HOURS_NOT_POSSIBLE: 'HOURS_NOT_POSSIBLE',
  NOT_IN_CIRCLE: 'NOT_IN_CIRCLE',
} as const;
export type SayInformalSupportErrorCode = keyof typeof SayInformalSupportErrorCode;

/** What is said of it. */
export interface InformalSupportSaid {
  readonly answer: InformalSupportAnswer;
  /** Hours a week at most, from 1 to 168; ignored for no. */
  readonly hoursAWeek?: number | null;
  readonly words?: string | null;
}

const HOURS_OF_A_WEEK = 168;

/** The answer as it is kept, or every reason why not. `isInCircle` tells whether their place in the circle is in force. */
export function decideInformalSupport(
  said: InformalSupportSaid,
  isInCircle: boolean,
): Result<
  { answer: InformalSupportAnswer; hoursAWeek: number | null; words: string | null },
  SayInformalSupportErrorCode
> {
  const words = cleaned(said.words);
  const hours = said.hoursAWeek ?? null;
  const problems: Problem<SayInformalSupportErrorCode>[] = [...tooLong(words, LONGEST_STATEMENT, 'words')];
  const say = (code: SayInformalSupportErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  if (!isInCircle)
    say('NOT_IN_CIRCLE', 'You are not in this circle any more, so nothing is asked of you.', 'circleMemberId');
  if (said.answer === 'NO') {
    return problems.length > 0 ? refuse(problems) : ok({ answer: 'NO', hoursAWeek: null, words });
  }
  if (hours === null) say('HOURS_NEEDED', 'Say how many hours a week you can give at most, or say no.', 'hoursAWeek');
  else if (!Number.isInteger(hours) || hours < 1 || hours > HOURS_OF_A_WEEK)
    say('HOURS_NOT_POSSIBLE', `Give whole hours, from 1 to ${HOURS_OF_A_WEEK}.`, 'hoursAWeek');
  return problems.length > 0 ? refuse(problems) : ok({ answer: 'UP_TO', hoursAWeek: hours, words });
}
