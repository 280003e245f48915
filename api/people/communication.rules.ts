// A communication profile says how an individual communicates: language, interpreter, formats, ways to be reached, yes and no.
// The individual decides it; who may suggest, and the broker, may write it down for them. It is shown wherever the record opens.
// said → said anew … → due for a look a year after it was last looked through.
import { addDays } from '../common/calendar.ts';
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, tooLong, WordingCode } from '../common/wording.ts';

/** Language of letters and pages. */
export const LettersLanguage = { ENGLISH: 'ENGLISH', WELSH: 'WELSH' } as const;
export type LettersLanguage = keyof typeof LettersLanguage;

/** Interpreters. */
export const InterpreterKind = {
  SPOKEN: 'SPOKEN',
  BSL: 'BSL',
  SSE: 'SSE',
  TACTILE_BSL: 'TACTILE_BSL',
  DEAFBLIND_MANUAL: 'DEAFBLIND_MANUAL',
  LIPSPEAKER: 'LIPSPEAKER',
  SPEECH_TO_TEXT: 'SPEECH_TO_TEXT',
} as const;
export type InterpreterKind = keyof typeof InterpreterKind;

/** Formats of information other than ordinary print. */
export const InformationFormat = {
  EASY_READ: 'EASY_READ',
  LARGE_PRINT: 'LARGE_PRINT',
  BRAILLE: 'BRAILLE',
  AUDIO: 'AUDIO',
  SYMBOLS: 'SYMBOLS',
  PLAIN_TEXT: 'PLAIN_TEXT',
  BSL_VIDEO: 'BSL_VIDEO',
} as const;
export type InformationFormat = keyof typeof InformationFormat;

/** Ways to reach somebody. */
export const ContactWay = {
  PHONE: 'PHONE',
  TEXT: 'TEXT',
  EMAIL: 'EMAIL',
  LETTER: 'LETTER',
  VIDEO: 'VIDEO',
  IN_PERSON: 'IN_PERSON',
  THROUGH_SOMEBODY: 'THROUGH_SOMEBODY',
} as const;
export type ContactWay = keyof typeof ContactWay;

/** Why a profile was not kept. */
export const DescribeCommunicationErrorCode = {
  ...WordingCode,
  WAYS_CONTRADICT: 'WAYS_CONTRADICT',
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
  SPEAKER_NOT_KNOWN: 'SPEAKER_NOT_KNOWN',
} as const;
export type DescribeCommunicationErrorCode = keyof typeof DescribeCommunicationErrorCode;

/** How somebody communicates; null and empty mean that nothing was said. */
export interface CommunicationProfile {
  readonly pronouns: string | null;
  readonly noun: string | null;
  readonly spokenLanguage: string | null;
  readonly lettersLanguage: LettersLanguage;
  readonly interpreter: InterpreterKind | null;
  readonly interpreterNote: string | null;
  readonly formats: readonly InformationFormat[];
  readonly contactBy: readonly ContactWay[];
  readonly neverBy: readonly ContactWay[];
  readonly bestTimes: string | null;
  readonly saysYes: string | null;
  readonly saysNo: string | null;
  readonly needsTime: string | null;
  readonly uses: string | null;
}

/** A profile in which nothing was said. */
export const NOTHING_SAID: CommunicationProfile = {
  pronouns: null,
  noun: null,
  spokenLanguage: null,
  lettersLanguage: LettersLanguage.ENGLISH,
  interpreter: null,
  interpreterNote: null,
  formats: [],
  contactBy: [],
  neverBy: [],
  bestTimes: null,
  saysYes: null,
  saysNo: null,
  needsTime: null,
  uses: null,
};

/** What the decision needs to know beside the profile; `version` is 0 when there is none yet. */
export interface CommunicationKnown {
  readonly version: number;
  readonly seenVersion: number;
  readonly isSpeakerKnown: boolean;
}

const LONGEST: Readonly<Record<string, number>> = {
  ...{ pronouns: 60, noun: 60, spokenLanguage: 60, interpreterNote: 300 },
  ...{ bestTimes: 300, saysYes: 300, saysNo: 300, needsTime: 300, uses: 300 },
};
const REVIEW_DAYS = 365;

/** The profile as it is kept: cleaned, each way and format once; or every reason why not. */
export function decideCommunication(
  said: CommunicationProfile,
  known: CommunicationKnown,
): Result<CommunicationProfile, DescribeCommunicationErrorCode> {
  const texts = Object.fromEntries(
    Object.keys(LONGEST).map((name) => [name, cleaned(said[name as keyof CommunicationProfile] as string | null)]),
  );
  const problems: Problem<DescribeCommunicationErrorCode>[] = Object.entries(LONGEST).flatMap(([name, most]) =>
    tooLong(texts[name] ?? null, most, name),
  );
  const say = (code: DescribeCommunicationErrorCode, message: string, field?: string) =>
    problems.push(field === undefined ? { code, message } : { code, message, field: [field] });

  const both = said.contactBy.filter((way) => said.neverBy.includes(way)).map((way) => WAY_WORDS[way]);
  if (both.length > 0) {
    say('WAYS_CONTRADICT', `Both wanted and never to be used: ${both.join(', ')}. Choose one of the two.`, 'neverBy');
  }
  if (!known.isSpeakerKnown) {
    say('SPEAKER_NOT_KNOWN', 'Choose who said this: the person, you, or somebody in their circle.', 'spokenById');
  }
  if (known.seenVersion !== known.version) {
    say(
      'CHANGED_MEANWHILE',
      'Somebody else changed this a moment ago. Look at how it stands now, then change it again.',
    );
  }
  if (problems.length > 0) return refuse(problems);
  const once = <T extends string>(list: readonly T[]) => [...new Set(list)].sort();
  const lists = { formats: once(said.formats), contactBy: once(said.contactBy), neverBy: once(said.neverBy) };
  return ok({ ...said, ...texts, ...lists });
}

/** What anybody who opens the record has to know at once, in sentences; empty when nothing out of the ordinary was said. */
export function flagsOf(profile: CommunicationProfile): string[] {
  const { interpreter, interpreterNote, formats, neverBy, spokenLanguage, lettersLanguage, needsTime } = profile;
  const flags = [
    interpreter === null
      ? null
      : `Needs ${INTERPRETER_WORDS[interpreter]}${interpreterNote ? ` (${interpreterNote})` : ''}`,
    spokenLanguage === null || spokenLanguage.toLowerCase() === 'english' ? null : `Speaks ${spokenLanguage}`,
    lettersLanguage === 'WELSH' ? 'Write in Welsh' : null,
    formats.length === 0 ? null : `Give information in ${listed(formats.map((format) => FORMAT_WORDS[format]))}`,
    neverBy.length === 0 ? null : `Never contact by ${listed(neverBy.map((way) => WAY_WORDS[way]))}`,
    needsTime === null ? null : `Needs time: ${needsTime}`,
  ];
  return flags.flatMap((flag) => (flag === null ? [] : [`${flag.replace(/[.\s]+$/, '')}.`]));
}

/** Day on which the profile is due for a look: a year after it was last looked through. */
export function reviewDueOn(reviewedOn: string): string {
  return addDays(reviewedOn, REVIEW_DAYS);
}

const INTERPRETER_WORDS: Readonly<Record<InterpreterKind, string>> = {
  SPOKEN: 'an interpreter of a spoken language',
  BSL: 'a British Sign Language interpreter',
  SSE: 'somebody who signs while speaking (SSE)',
  TACTILE_BSL: 'an interpreter for signing by touch',
  DEAFBLIND_MANUAL: 'an interpreter of the deafblind manual alphabet',
  LIPSPEAKER: 'a lipspeaker',
  SPEECH_TO_TEXT: 'a speech-to-text reporter',
};

const FORMAT_WORDS: Readonly<Record<InformationFormat, string>> = {
  EASY_READ: 'Easy Read',
  LARGE_PRINT: 'large print',
  BRAILLE: 'braille',
  AUDIO: 'audio',
  SYMBOLS: 'symbols or pictures',
  PLAIN_TEXT: 'plain text for a screen reader',
  BSL_VIDEO: 'British Sign Language video',
};

const WAY_WORDS: Readonly<Record<ContactWay, string>> = {
  PHONE: 'phone',
  TEXT: 'text message',
  EMAIL: 'email',
  LETTER: 'letter',
  VIDEO: 'video call',
  IN_PERSON: 'visit',
  THROUGH_SOMEBODY: 'way of somebody else',
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
