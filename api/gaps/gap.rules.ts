// A gap is something that people need in an area and did not find in the directory (criterion 002-P7).
// Whoever looked tells of it; those who commission read it once five people have (rule R62).
// told by 1 … 4 → read by nobody → told by 5 → read, as "5 or more" → told by 10 → read, as "10 or more".

import type { OutcomeDomain } from '../common/outcome-domain.ts';
import { ok, refuse, type Problem, type Result } from '../common/result.ts';

/** Why a gap could not be told of. */
export const TellOfGapErrorCode = {
  NEED_REQUIRED: 'NEED_REQUIRED',
  NEED_TOO_LONG: 'NEED_TOO_LONG',
  AREA_REQUIRED: 'AREA_REQUIRED',
  AREA_NOT_KNOWN: 'AREA_NOT_KNOWN',
  TOLD_TOO_OFTEN: 'TOLD_TOO_OFTEN',
} as const;
export type TellOfGapErrorCode = keyof typeof TellOfGapErrorCode;

/** What somebody needs, in words, and where. */
export interface GapTold {
  readonly need: string;
  readonly domain?: OutcomeDomain | null;
  /** A postcode or an outward code. */
  readonly area: string;
}

/** A gap as it is kept. */
export interface Gap {
  readonly need: string;
  readonly domain: OutcomeDomain | null;
  readonly area: string;
}

/** One person may tell of so many gaps a day. */
export const MOST_TOLD_A_DAY = 10;

const LONGEST_NEED = 100;
const EMPTY_WORDS = new Set(
  'a an and any are at be because can cannot do find for from get go have help i im in is it just like local looking me my near need of on or our please really some somebody something someone that the there they this to us want we where which who with would you'.split(
    ' ',
  ),
);

/** The gap as it is kept: its words sorted and bare, so that people who mean the same are counted together. */
export function readGap(told: GapTold, outwardOf: (area: string) => string | null): Result<Gap, TellOfGapErrorCode> {
  const need = needInWords(told.need);
  const area = told.area.trim() === '' ? null : outwardOf(told.area);
  const problems: Problem<TellOfGapErrorCode>[] = [];
  const say = (code: TellOfGapErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });
  if (told.need.length > LONGEST_NEED)
    say('NEED_TOO_LONG', `Say what is missing in at most ${LONGEST_NEED} letters.`, 'need');
  else if (need === '')
    say('NEED_REQUIRED', 'Say what is missing in one or two words, such as "signing choir".', 'need');
  if (told.area.trim() === '')
    say('AREA_REQUIRED', 'Say where: the first half of a postcode is enough, such as FM3.', 'area');
  else if (area === null)
    say(
      'AREA_NOT_KNOWN',
      `“${told.area.trim().slice(0, 20)}” is no postcode. Write one, or its first half, such as FM3.`,
      'area',
    );
  return problems.length > 0 || area === null ? refuse(problems) : ok({ need, domain: told.domain ?? null, area });
}

/** What is said to somebody who told of too many gaps today. */
export const TOLD_TOO_OFTEN: Problem<TellOfGapErrorCode> = {
  code: 'TOLD_TOO_OFTEN',
  message: `You have told us of ${MOST_TOLD_A_DAY} gaps today. Thank you. Tell us more tomorrow.`,
};

/** The telling words in the order of the alphabet; figures are left out, since they may be somebody's telephone or house. */
function needInWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[’']/g, '')
      .match(/\p{L}+/gu) ?? [];
  return [...new Set(words)]
    .filter((word) => !EMPTY_WORDS.has(word))
    .sort()
    .join(' ');
}
