// What somebody writes into an entry by hand is cleaned and bounded by the same rules as what a feed says.
// The writer decides the words. written → cleaned values | every problem at once, each with what to do.

import { WEEKDAYS, type Weekday } from '../common/calendar.ts';
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { emailOf, websiteOf } from './address.rules.ts';
import type { ServiceStatus } from './entry.rules.ts';
import type { Ages, KeptSchedule, SomeValues } from './entry-field.rules.ts';
import { phonesOf } from './phone.rules.ts';
import type { Repair } from './repair.rules.ts';
import { lineOf, textOf } from './text.rules.ts';

/** Why what was written cannot stand in an entry. */
export const EntryErrorCode = {
  NAME_REQUIRED: 'NAME_REQUIRED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
  WEBSITE_UNREADABLE: 'WEBSITE_UNREADABLE',
  EMAIL_UNREADABLE: 'EMAIL_UNREADABLE',
  PHONE_UNREADABLE: 'PHONE_UNREADABLE',
  AGE_OUT_OF_RANGE: 'AGE_OUT_OF_RANGE',
  AGES_CROSSED: 'AGES_CROSSED',
  DAYS_REQUIRED: 'DAYS_REQUIRED',
  TOO_MANY: 'TOO_MANY',
} as const;
export type EntryErrorCode = keyof typeof EntryErrorCode;

/** Why an entry could not be changed. */
export const EditServiceErrorCode = { ...EntryErrorCode } as const;

/** Why an organisation's details could not be changed. */
export const EditOrganisationErrorCode = {
  NAME_REQUIRED: 'NAME_REQUIRED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
  WEBSITE_UNREADABLE: 'WEBSITE_UNREADABLE',
  EMAIL_UNREADABLE: 'EMAIL_UNREADABLE',
  PHONE_UNREADABLE: 'PHONE_UNREADABLE',
} as const;

/** Why a service could not be listed. */
export const ListServiceErrorCode = { ...EntryErrorCode } as const;

/** When it is open, as somebody writes it. */
export interface WrittenSchedule {
  readonly days: readonly Weekday[];
  readonly opensAt?: string | null;
  readonly closesAt?: string | null;
  readonly description?: string | null;
}

/** The details of an organisation, as somebody writes them; what is left out stays as it is, null says nothing. */
export interface WrittenDetails {
  readonly name?: string | null;
  readonly description?: string | null;
  readonly website?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
}

/** An entry as somebody writes it; what is left out stays as it is, null says nothing. */
export interface WrittenEntry extends WrittenDetails {
  readonly status?: ServiceStatus | null;
  readonly feesDescription?: string | null;
  readonly couldStart?: string | null;
  readonly ages?: { readonly minimum?: number | null; readonly maximum?: number | null } | null;
  readonly languages?: readonly string[] | null;
  readonly areas?: readonly string[] | null;
  readonly schedules?: readonly WrittenSchedule[] | null;
}

type EntryProblem = Problem<EntryErrorCode>;
type Clean<T> = { readonly value: T; readonly problems: readonly EntryProblem[] };

const LONGEST_LINE = 300;
const LONGEST_TEXT = 20_000;
const LONGEST_FEES = 2_000;
const LONGEST_NAME_IN_LIST = 100;
const MOST_IN_LIST = 50;
const OLDEST = 120;

/** Cleans what was written of an entry; `kept` are its schedules now, so that one left as it was keeps all that a feed said of it. */
export function readWrittenEntry(
  written: WrittenEntry,
  at: string,
  kept: readonly KeptSchedule[] = [],
): Result<SomeValues, EntryErrorCode> {
  const { status, languages, areas, schedules, feesDescription, couldStart, ages } = written;
  return gather({
    ...detailsOf(written, at),
    STATUS: status === undefined || status === null ? undefined : { value: status, problems: [] },
    FEES: cleanWhen(feesDescription, (each) => text(each, LONGEST_FEES, at, 'feesDescription')),
    COULD_START: cleanWhen(couldStart, (each) => line(each, LONGEST_LINE, at, 'couldStart')),
    AGES: cleanWhen(ages, (each) => cleanAges(each, at)),
    LANGUAGES: cleanWhen(languages, (each) => cleanNames(each ?? [], at, 'languages')),
    AREAS: cleanWhen(areas, (each) => cleanNames(each ?? [], at, 'areas')),
    SCHEDULES: cleanWhen(schedules, (each) => cleanSchedules(each ?? [], at, kept)),
  });
}

/** Cleans what was written of an organisation's own details. */
export function readWrittenDetails(written: WrittenDetails, at: string): Result<SomeValues, EntryErrorCode> {
  return gather(detailsOf(written, at));
}

type Cleaned = { readonly [Field in keyof SomeValues]: Clean<unknown> | undefined };

function gather(cleaned: Cleaned): Result<SomeValues, EntryErrorCode> {
  const given = Object.entries(cleaned).filter(([, each]) => each !== undefined) as [string, Clean<unknown>][];
  const problems = given.flatMap(([, each]) => each.problems);
  if (problems.length > 0) return refuse(problems);
  return ok(Object.fromEntries(given.map(([field, { value }]) => [field, value])) as SomeValues);
}

function detailsOf({ name, description, website, email, phone }: WrittenDetails, at: string): Cleaned {
  return {
    NAME: cleanWhen(name, (each) => cleanName(each, at)),
    DESCRIPTION: cleanWhen(description, (each) => text(each, LONGEST_TEXT, at, 'description')),
    WEBSITE: cleanWhen(website, (each) => address(each, websiteOf, WEBSITE_PROBLEM, at, 'website')),
    EMAIL: cleanWhen(email, (each) => address(each, emailOf, EMAIL_PROBLEM, at, 'email')),
    PHONE: cleanWhen(phone, (each) => address(each, phoneOf, PHONE_PROBLEM, at, 'phone')),
  };
}

function cleanWhen<T>(written: T | undefined, clean: (given: T) => Clean<unknown>): Clean<unknown> | undefined {
  return written === undefined ? undefined : clean(written);
}

const WEBSITE_PROBLEM = {
  code: EntryErrorCode.WEBSITE_UNREADABLE,
  message: 'This is not one web address. Write it like www.example.org.',
} as const;
const EMAIL_PROBLEM = {
  code: EntryErrorCode.EMAIL_UNREADABLE,
  message: 'This is not an e-mail address. Write it like hello@example.org.',
} as const;
const PHONE_PROBLEM = {
  code: EntryErrorCode.PHONE_UNREADABLE,
  message: 'This is not one telephone number. Write the number alone, like 01632 960 001.',
} as const;

function cleanName(written: string | null, at: string): Clean<string | null> {
  const cleaned = line(written, LONGEST_LINE, at, 'name');
  if (cleaned.value !== null) return cleaned;
  return { value: null, problems: [{ code: 'NAME_REQUIRED', message: 'Give it a name.', field: [at, 'name'] }] };
}

/** The same for words on one line. */
export function line(written: string | null, longest: number, ...field: string[]): Clean<string | null> {
  return bounded(lineOf, written, longest, field);
}

/** Cleans a text in somebody's own words; null when it says nothing, and a problem when it is longer than it may be. */
export function text(written: string | null, longest: number, ...field: string[]): Clean<string | null> {
  return bounded(textOf, written, longest, field);
}

function bounded(read: typeof lineOf, written: string | null, longest: number, field: string[]): Clean<string | null> {
  const { value, repairs } = noted((note) => read(written, note, longest));
  if (!repairs.has('TEXT_CUT')) return { value, problems: [] };
  const message = `This is longer than ${longest} characters. Shorten it.`;
  return { value, problems: [{ code: 'TEXT_TOO_LONG', message, field }] };
}

function address(
  written: string | null,
  read: (value: unknown, note: (repair: Repair) => void) => string | null,
  problem: { readonly code: EntryErrorCode; readonly message: string },
  ...field: string[]
): Clean<string | null> {
  const cleaned = line(written, LONGEST_TEXT, ...field);
  if (cleaned.value === null) return cleaned;
  const { value, repairs } = noted((note) => read(cleaned.value, note));
  const isOne = value !== null && !repairs.has('WEBSITE_SEVERAL') && !repairs.has('PHONE_SEVERAL');
  return isOne ? { value, problems: [] } : { value: null, problems: [{ ...problem, field }] };
}

function phoneOf(written: unknown, note: (repair: Repair) => void): string | null {
  const [first] = phonesOf(written, note);
  return first && first.extension === null && first.description === null ? first.number : null;
}

function cleanAges(written: NonNullable<WrittenEntry['ages']> | null, at: string): Clean<Ages | null> {
  const minimum = written?.minimum ?? null;
  const maximum = written?.maximum ?? null;
  if (minimum === null && maximum === null) return { value: null, problems: [] };
  const problems: EntryProblem[] = [];
  for (const [name, age] of Object.entries({ minimum, maximum })) {
    if (age === null || (age >= 0 && age <= OLDEST)) continue;
    const message = `Give an age in years, from 0 to ${OLDEST}.`;
    problems.push({ code: 'AGE_OUT_OF_RANGE', message, field: [at, 'ages', name] });
  }
  if (minimum !== null && maximum !== null && minimum > maximum) {
    const message = 'The youngest age is above the oldest. Exchange the two, or leave one out.';
    problems.push({ code: 'AGES_CROSSED', message, field: [at, 'ages', 'minimum'] });
  }
  return { value: { minimum, maximum }, problems };
}

function cleanNames(written: readonly string[], at: string, name: string): Clean<readonly string[]> {
  const lines = written.map((each) => line(each, LONGEST_NAME_IN_LIST, at, name));
  const value = [...new Set(lines.map((each) => each.value).filter((each) => each !== null))];
  return { value, problems: [...lines.flatMap((each) => each.problems), ...tooMany(value, at, name)] };
}

function cleanSchedules(
  written: readonly WrittenSchedule[],
  at: string,
  kept: readonly KeptSchedule[],
): Clean<readonly KeptSchedule[]> {
  const read = written.map((each, place) => cleanSchedule(each, [at, 'schedules', String(place)], kept));
  const value = read.map((each) => each.value).filter((each) => each !== null);
  return { value, problems: [...read.flatMap((each) => each.problems), ...tooMany(value, at, 'schedules')] };
}

function cleanSchedule(
  written: WrittenSchedule,
  field: string[],
  kept: readonly KeptSchedule[],
): Clean<KeptSchedule | null> {
  const days = WEEKDAYS.filter((day) => written.days.includes(day));
  const [opensAt, closesAt] = [written.opensAt ?? null, written.closesAt ?? null];
  const words = text(written.description ?? null, LONGEST_FEES, ...field, 'description');
  const description = words.value;
  const hasTimes = opensAt !== null || closesAt !== null;
  if (days.length === 0 && !hasTimes && description === null) return { value: null, problems: [] };
  if (days.length === 0 && hasTimes && description === null) {
    const message = 'Say on which days, or say in words when it is.';
    return { value: null, problems: [{ code: 'DAYS_REQUIRED', message, field: [...field, 'days'] }] };
  }
  const plain = { days, opensAt, closesAt, description };
  const same = kept.find((each) =>
    Object.entries(plain).every(([part, value]) => isEqual(each[part as keyof KeptSchedule], value)),
  );
  const rest = { frequency: null, every: null, byDay: null, byMonthDay: null, validFrom: null, validTo: null };
  return { value: same ?? { ...rest, locationId: null, ...plain }, problems: words.problems };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function tooMany(value: readonly unknown[], ...field: string[]): EntryProblem[] {
  if (value.length <= MOST_IN_LIST) return [];
  return [{ code: 'TOO_MANY', message: `At most ${MOST_IN_LIST} are kept. Leave some out.`, field }];
}

function noted<T>(read: (note: (repair: Repair) => void) => T): { value: T; repairs: ReadonlySet<Repair> } {
  const repairs = new Set<Repair>();
  return { value: read((repair) => repairs.add(repair)), repairs };
}
