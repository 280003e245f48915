// What a program asks of the published directory: the query parameters of the standard, read and bounded.
// The standard decides the names; a value that cannot be meant is refused with a sentence. Text → what is asked | problems.

import { Temporal } from '../common/calendar.ts';
import type { Weekday } from '../common/calendar.ts';
import { ok, refuse } from '../common/result.ts';
import type { Problem, Result } from '../common/result.ts';
import { timeOf, weekdaysOf } from './moment.rules.ts';
import type { Detail } from './open-service.rules.ts';
import { readPostcode } from './place.rules.ts';
import type { Postcode } from './place.rules.ts';
import { wellFormed } from './text.rules.ts';

/** Query parameters as they came; a parameter that came twice is a list. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is asked of a list. */
export interface Asked {
  readonly page: number;
  readonly perPage: number;
  readonly detail: Detail;
  readonly isLines: boolean;
  readonly search: string | null;
  readonly organisationId: string | null;
  /** Any of these terms, or a term below one of them. */
  readonly termIds: readonly string[];
  readonly taxonomyIds: readonly string[];
  readonly parentId: string | null;
  readonly isTopOnly: boolean;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly days: readonly Weekday[];
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly modifiedAfter: string | null;
  readonly near: Postcode | null;
  readonly withinMetres: number | null;
  readonly isServiceFull: boolean;
}

/** Most things on a page. */
export const MOST_PER_PAGE = 1_000;
const USUAL_PER_PAGE = 50;
const MOST_PAGES = 1_000_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the parameters; all problems at once. Empty ones count as not given, unknown ones are passed over. */
export function readAsked(parameters: Parameters): Result<Asked> {
  const problems: Problem[] = [];
  const say = (name: string, message: string) => problems.push({ code: 'BAD_REQUEST', message, field: [name] });
  const reader = readerOf(parameters, say);
  const near = reader.text('postcode');
  const asked: Asked = {
    page: reader.whole('page', 1, MOST_PAGES) ?? 1,
    perPage: reader.whole('per_page', 1, MOST_PER_PAGE) ?? reader.whole('perPage', 1, MOST_PER_PAGE) ?? USUAL_PER_PAGE,
    detail: reader.flag('minimal', false) ? 'MINIMAL' : reader.flag('full', true) ? 'FULL' : 'SUMMARY',
    isLines: reader.oneOf('format', ['json', 'ndjson']) === 'ndjson',
    search: reader.text('search'),
    organisationId: reader.ids('organization_id')[0] ?? null,
    termIds: reader.ids('taxonomy_term_id'),
    taxonomyIds: reader.ids('taxonomy_id'),
    parentId: reader.ids('parent_id')[0] ?? null,
    isTopOnly: reader.flag('top_only', false),
    minimumAge: reader.whole('minimum_age', 0, 120),
    maximumAge: reader.whole('maximum_age', 0, 120),
    days: reader.days('day'),
    startTime: reader.time('start_time'),
    endTime: reader.time('end_time'),
    modifiedAfter: reader.moment('modified_after'),
    near: near === null ? null : readPostcode(near),
    withinMetres: reader.whole('proximity', 1, 1_000_000),
    isServiceFull: reader.flag('full_service', false),
  };
  if (near !== null && asked.near === null) say('postcode', `“${near.slice(0, 20)}” is not a UK postcode.`);
  if (near === null && asked.withinMetres !== null)
    say('proximity', 'Give a postcode with proximity: it is the distance from there, in metres.');
  if (asked.startTime !== null && asked.endTime !== null && asked.endTime < asked.startTime)
    say('end_time', 'end_time must not be before start_time.');
  if (asked.minimumAge !== null && asked.maximumAge !== null && asked.maximumAge < asked.minimumAge)
    say('maximum_age', 'maximum_age must not be below minimum_age.');
  return problems.length > 0 ? refuse(problems) : ok(asked);
}

/** Whether the text is an identifier of the standard. */
export function isOpenId(text: string): boolean {
  return UUID.test(text);
}

type Say = (name: string, message: string) => void;

function readerOf(parameters: Parameters, say: Say) {
  const all = (name: string): string[] => {
    const given = parameters[name];
    const list = typeof given === 'string' ? [given] : [...(given ?? [])];
    return list.map((text) => wellFormed(text).trim().slice(0, 500)).filter((text) => text !== '');
  };
  const text = (name: string) => all(name)[0] ?? null;
  const read = <T>(name: string, readOne: (given: string) => T | null, sentence: string): T | null => {
    const given = text(name);
    if (given === null) return null;
    const value = readOne(given);
    if (value === null) say(name, sentence);
    return value;
  };
  return {
    text,
    whole: (name: string, least: number, most: number) =>
      read(name, (given) => wholeOf(given, least, most), `${name} must be a whole number from ${least} to ${most}.`),
    flag: (name: string, usual: boolean) =>
      read(name, (given) => FLAGS[given.toLowerCase()] ?? null, `${name} must be true or false.`) ?? usual,
    oneOf: (name: string, words: readonly string[]) =>
      read(
        name,
        (given) => words.find((word) => word === given.toLowerCase()) ?? null,
        `${name} must be ${words.join(' or ')}.`,
      ),
    ids: (name: string) => {
      const ids = all(name)
        .flatMap((given) => given.split(/[\s,]+/))
        .slice(0, 100);
      if (!ids.every(isOpenId)) say(name, `${name} must be a UUID, or several with commas between them.`);
      return ids.filter(isOpenId);
    },
    days: (name: string) => daysAsked(name, all(name), say),
    time: (name: string) => read(name, (given) => timeOf(given, unnoted), `${name} must be a time such as 14:30.`),
    moment: (name: string) =>
      read(name, momentAsked, `${name} must be a moment such as 2026-09-01T09:00:00Z, or a day.`),
  };
}

function daysAsked(name: string, given: readonly string[], say: Say): readonly Weekday[] {
  const days = weekdaysOf(given.join(','), unnoted);
  if (given.length > 0 && days.length === 0) say(name, `${name} must be a day such as MO or Monday.`);
  return days;
}

const unnoted = () => undefined;

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
};

function wholeOf(given: string, least: number, most: number): number | null {
  const value = Number(given);
  return /^\d+$/.test(given) && value >= least && value <= most ? value : null;
}

// A plus sign in an address means a space, so that an offset may come as " 01:00".
function momentAsked(given: string): string | null {
  const written = given.replace(/ (\d{2}:?\d{2})$/, '+$1');
  const zoned = /^\d{4}-\d{2}-\d{2}$/.test(written)
    ? `${written}T00:00:00Z`
    : /(?:z|[+-]\d{2}:?\d{2})$/i.test(written)
      ? written
      : `${written}Z`;
  try {
    return Temporal.Instant.from(zoned).toString();
  } catch {
    return null;
  }
}
