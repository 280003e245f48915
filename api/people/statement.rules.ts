// A statement is what somebody says about an individual, in their own words, with who said it and who wrote it down (rule R36).
// Its speaker decides it: says it, says it anew, or takes it back. Nobody changes another's words; others say their own.
// said → said anew (by another statement) | taken back.
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';

/** What a statement of About Me is about. */
export const AboutMeSection = {
  WHO_I_AM: 'WHO_I_AM',
  WHO_MATTERS: 'WHO_MATTERS',
  WHAT_MATTERS: 'WHAT_MATTERS',
  STRENGTHS: 'STRENGTHS',
  ROUTINES: 'ROUTINES',
  WHAT_WORKS: 'WHAT_WORKS',
  WHAT_TO_AVOID: 'WHAT_TO_AVOID',
} as const;
export type AboutMeSection = keyof typeof AboutMeSection;

/** As what somebody spoke: what a professional says stands apart from the person's own words. */
export const SpokenAs = { INDIVIDUAL: 'INDIVIDUAL', CIRCLE: 'CIRCLE', PROFESSIONAL: 'PROFESSIONAL' } as const;
export type SpokenAs = keyof typeof SpokenAs;

/** Why a statement was not kept. */
export const SayAboutMeErrorCode = {
  ...WordingCode,
  WORDS_REQUIRED: 'WORDS_REQUIRED',
  SPEAKER_NOT_KNOWN: 'SPEAKER_NOT_KNOWN',
  NOT_THEIR_WORDS: 'NOT_THEIR_WORDS',
  SAID_ANEW_ALREADY: 'SAID_ANEW_ALREADY',
} as const;
export type SayAboutMeErrorCode = keyof typeof SayAboutMeErrorCode;

/** Why a statement was not taken back. */
export const TakeBackStatementErrorCode = { SAID_ANEW_ALREADY: 'SAID_ANEW_ALREADY' } as const;
export type TakeBackStatementErrorCode = keyof typeof TakeBackStatementErrorCode;

/** What is said. */
export interface Said {
  readonly words: string;
  readonly helpedBy?: string | null;
}

/** The earlier statement that new words are to take the place of. */
export interface EarlierStatement {
  readonly spokenById: string;
  readonly isLatest: boolean;
}

/** What the decision needs to know beside the words. */
export interface Speaking {
  readonly speakerId: string;
  /** Whether the speaker is the individual, the writer, or somebody in the circle. */
  readonly isSpeakerKnown: boolean;
  readonly earlier: EarlierStatement | null;
}

const LONGEST_HELPER = 200;

/** The words as they are kept, or every reason why not. */
export function decideSaying(
  said: Said,
  { speakerId, isSpeakerKnown, earlier }: Speaking,
): Result<{ words: string; helpedBy: string | null }, SayAboutMeErrorCode> {
  const words = cleaned(said.words);
  const helpedBy = cleaned(said.helpedBy);
  const problems: Problem<SayAboutMeErrorCode>[] = [
    ...tooLong(words, LONGEST_STATEMENT, 'words'),
    ...tooLong(helpedBy, LONGEST_HELPER, 'helpedBy'),
  ];
  const say = (code: SayAboutMeErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  if (words === null) say('WORDS_REQUIRED', 'Write down what was said.', 'words');
  if (!isSpeakerKnown)
    say('SPEAKER_NOT_KNOWN', 'Choose who said this: the person, you, or somebody in their circle.', 'spokenById');
  if (earlier !== null && earlier.spokenById !== speakerId)
    say('NOT_THEIR_WORDS', 'These are somebody else’s words. Add your own beside them instead.', 'replacesId');
  if (earlier !== null && !earlier.isLatest)
    say('SAID_ANEW_ALREADY', 'This was said anew or taken back already. Look at how it stands now.', 'replacesId');

  return words === null || problems.length > 0 ? refuse(problems) : ok({ words, helpedBy });
}

/** Whether a statement is taken back now: false when it was before; refused when its speaker has said it anew since. */
export function decideTakingBack(statement: {
  readonly wasTakenBack: boolean;
  readonly wasSaidAnew: boolean;
}): Result<boolean, TakeBackStatementErrorCode> {
  if (statement.wasTakenBack) return ok(false);
  if (!statement.wasSaidAnew) return ok(true);
  return refuseWith('SAID_ANEW_ALREADY', 'This was said another way since. Take those words back instead.');
}
