// A fact is what a searcher may ask of a service beyond its words: an age, a day, a language, a way in, a cost.
// The searcher asks; what is not known is kept and said, unless asked to leave it out. Asked → fits | not known | does not fit (rule R19).

import type { Weekday } from '../common/calendar.ts';
import { WEEKDAYS, addDays, capitalised } from '../common/calendar.ts';
import { pounds } from '../common/money.ts';

/** What a place may need to have for somebody to use it. */
export const AccessNeed = {
  STEP_FREE: 'STEP_FREE',
  ACCESSIBLE_TOILET: 'ACCESSIBLE_TOILET',
  CHANGING_PLACE: 'CHANGING_PLACE',
  LIFT: 'LIFT',
  HEARING_LOOP: 'HEARING_LOOP',
  SIGN_LANGUAGE: 'SIGN_LANGUAGE',
  PARKING: 'PARKING',
  QUIET_SPACE: 'QUIET_SPACE',
  LARGE_PRINT: 'LARGE_PRINT',
} as const;
export type AccessNeed = keyof typeof AccessNeed;

/** Access needs in the order of their bits in the table of search. */
export const ACCESS_NEEDS = Object.keys(AccessNeed) as readonly AccessNeed[];

/** Parts of the day: from 5, 12, 17 and 22 o'clock. */
export const DayPart = { MORNING: 'MORNING', AFTERNOON: 'AFTERNOON', EVENING: 'EVENING', NIGHT: 'NIGHT' } as const;
export type DayPart = keyof typeof DayPart;

/** What can be asked for and not be known. */
export const SearchFact = {
  AGE: 'AGE',
  DAY: 'DAY',
  LANGUAGE: 'LANGUAGE',
  ACCESS: 'ACCESS',
  COST: 'COST',
  FUNDING: 'FUNDING',
  CAPACITY: 'CAPACITY',
  DISTANCE: 'DISTANCE',
} as const;
export type SearchFact = keyof typeof SearchFact;

/** What is asked of the facts; empty and null ask for nothing. */
export interface FactsAsked {
  readonly age: number | null;
  readonly days: readonly Weekday[];
  readonly partsOfDay: readonly DayPart[];
  readonly languages: readonly string[];
  readonly access: readonly AccessNeed[];
  readonly mostPence: number | null;
  /** Kinds of money that pay, as offers name them. */
  readonly funding: readonly string[];
  readonly hasCapacity: boolean;
  /** The day on which it is asked. */
  readonly today: string;
}

/** One fact that is asked for, as marks of the search table: what may fit, what surely does, and what to say when it is not known. */
export interface FactAsked {
  readonly fact: SearchFact;
  readonly kept: string;
  readonly sure: string;
  readonly sentence: string;
}

const ACCESS_IN_WORDS: Readonly<Record<AccessNeed, string>> = {
  STEP_FREE: 'Step-free',
  ACCESSIBLE_TOILET: 'Accessible toilet',
  CHANGING_PLACE: 'Changing Places toilet',
  LIFT: 'Lift',
  HEARING_LOOP: 'Hearing loop',
  SIGN_LANGUAGE: 'Sign language',
  PARKING: 'Parking',
  QUIET_SPACE: 'Quiet space',
  LARGE_PRINT: 'Large print or Braille',
};

const ALL = mark('ALL');

// What was said before the last fourteen days is unconfirmed: it may be so or not.
const CAPACITY_HOLDS_DAYS = 14;

/** The facts that are asked for, in the order in which a reader is told of them. */
export function factsAsked(asked: FactsAsked): FactAsked[] {
  return [
    ...ageAsked(asked),
    ...daysAsked(asked),
    ...languagesAsked(asked),
    ...accessAsked(asked),
    ...costAsked(asked),
    ...fundingAsked(asked),
    ...capacityAsked(asked),
  ];
}

/** What is said of a place whose distance is not known though one was asked for. */
export const DISTANCE_NOT_KNOWN = { fact: SearchFact.DISTANCE, sentence: 'Distance: not known. Ask them.' } as const;

/** A language as it is marked: letter case and accents do not count. */
export function plainLanguage(language: string): string {
  return language.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();
}

function ageAsked({ age }: FactsAsked): FactAsked[] {
  if (age === null) return [];
  const blocks = [1, 2, 4, 8, 16, 32, 64, 128].map((size) => mark(`A:${size}:${Math.floor(age / size)}`)).join('|');
  return [
    { fact: 'AGE', sure: blocks, kept: `${blocks}|${mark('A:?')}`, sentence: `For age ${age}: not known. Ask them.` },
  ];
}

function daysAsked({ days, partsOfDay }: FactsAsked): FactAsked[] {
  if (days.length === 0 && partsOfDay.length === 0) return [];
  const numbers = (days.length === 0 ? WEEKDAYS : days).map((day) => WEEKDAYS.indexOf(day) + 1);
  const letters = (partsOfDay.length === 0 ? Object.keys(DayPart) : partsOfDay).map((part) => part.charAt(0));
  const times = numbers.flatMap((day) => letters.map((letter) => mark(`D:${day}${letter}`)));
  const vague = numbers.map((day) => mark(`D:${day}?`));
  const sure = (partsOfDay.length === 0 ? [...times, ...vague] : times).join('|');
  const names = [...partsOfDay.map((part) => part.toLowerCase()), ...days.map(capitalised)].join(', ');
  return [
    {
      fact: 'DAY',
      sure,
      kept: [sure, ...(partsOfDay.length === 0 ? [] : vague), mark('D:?')].join('|'),
      sentence: `Open when you asked (${names}): not known. Ask them.`,
    },
  ];
}

function languagesAsked({ languages }: FactsAsked): FactAsked[] {
  if (languages.length === 0) return [];
  const sure = languages.map((language) => mark(`L:${plainLanguage(language)}`)).join('|');
  const sentence = `In ${languages.join(' or ')}: not known. Ask them.`;
  return [{ fact: 'LANGUAGE', sure, kept: `${sure}|${mark('L:?')}`, sentence }];
}

function accessAsked({ access }: FactsAsked): FactAsked[] {
  return [...new Set(access)].map((need) => ({
    fact: 'ACCESS',
    sure: mark(`X:${need}`),
    // What is known not to be so at one location may be so at another: each location is a row of its own.
    kept: `${mark(`X:${need}`)}|!${mark(`X!${need}`)}`,
    sentence: `${ACCESS_IN_WORDS[need]}: not known. Ask them.`,
  }));
}

function costAsked({ mostPence }: FactsAsked): FactAsked[] {
  if (mostPence === null) return [];
  const words = mostPence === 0 ? 'Free' : `At most ${pounds(mostPence)}`;
  return [{ fact: 'COST', sure: mark('£:1'), kept: ALL, sentence: `${words}: not known. Ask them.` }];
}

function fundingAsked({ funding }: FactsAsked): FactAsked[] {
  if (funding.length === 0) return [];
  const sure = funding.map((kind) => mark(`$:${kind}`)).join('|');
  const sentence = 'Whether it takes this kind of money: not known. Ask them.';
  return [{ fact: 'FUNDING', sure, kept: `${sure}|${mark('$:?')}`, sentence }];
}

function capacityAsked({ hasCapacity, today }: FactsAsked): FactAsked[] {
  if (!hasCapacity) return [];
  const days = Array.from({ length: CAPACITY_HOLDS_DAYS }, (_day, index) => addDays(today, -index));
  const sure = days.map((day) => mark(`Q:${day}`)).join('|');
  const full = days.map((day) => mark(`Q!${day}`)).join('|');
  return [{ fact: 'CAPACITY', sure, kept: `${sure}|!(${full})`, sentence: 'Free places: not known. Ask them.' }];
}

/** A mark as tsquery reads it. */
export function mark(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
