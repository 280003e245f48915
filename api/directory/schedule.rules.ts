// A schedule says when a service is open, as days and times where the feed gives them, or as a sentence.
// The feed decides; the reader sees one sentence. RRULE fields → days and times → “Thursdays, 11am to 2pm”.

import { WEEKDAYS, capitalised, timeInWords } from '../common/calendar.ts';
import type { Weekday } from '../common/calendar.ts';
import { momentTimeOf, readHours } from './hours.rules.ts';
import { dayOf, weekdaysOf } from './moment.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { lineOf, textOf } from './text.rules.ts';

/** How often a schedule comes round. */
export type Frequency = 'WEEKLY' | 'MONTHLY';

/** When a service is open. */
export interface ScheduleEntry {
  readonly days: readonly Weekday[];
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly frequency: Frequency | null;
  readonly every: number | null;
  readonly byDay: string | null;
  readonly byMonthDay: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly description: string | null;
}

/** A schedule as a feed gives it, which may be for one of the service's locations only. */
export interface PlacedSchedule extends ScheduleEntry {
  /** The location it is for, by its identifier in the feed; null when it is for all. */
  readonly locationExternalId: string | null;
}

const ORDINALS: Readonly<Record<string, string>> = {
  '1': 'First',
  '2': 'Second',
  '3': 'Third',
  '4': 'Fourth',
  '5': 'Fifth',
  '-1': 'Last',
};

/** Reads one schedule of a feed; null when it says nothing. */
export function readSchedule(raw: Raw, note: Note): PlacedSchedule | null {
  const byDay = raw['byday'] ?? raw['weekday'];
  const days = daysOf(byDay, raw['freq'], note);
  const { opensAt, closesAt, words } = readHours(raw, note);
  const dates = datesOf(raw, days.length === 0 && raw['freq'] === undefined, note);
  const entry: PlacedSchedule = {
    days,
    opensAt,
    closesAt,
    frequency: frequencyOf(raw['freq'], note),
    every: everyOf(raw['interval']),
    byDay: lineOf(byDay, note, 100)?.toUpperCase() ?? null,
    byMonthDay: lineOf(raw['bymonthday'], note, 100),
    ...dates,
    description: textOf(raw['description'] ?? raw['notes'], note, 2000) ?? words,
    locationExternalId: lineOf(raw['location_id'], () => undefined),
  };
  const isEmpty = days.length === 0 && !entry.opensAt && !entry.closesAt && !entry.description && !entry.byMonthDay;
  return isEmpty ? null : entry;
}

/** The schedule in one sentence without a full stop: “Thursdays, 11am to 2pm”; its own words when it has no days or times. */
export function describeSchedule(schedule: Omit<ScheduleEntry, 'validFrom' | 'validTo'>): string {
  const parts = [daysInWords(schedule), hoursInWords(schedule)].filter((part) => part !== null);
  if (parts.length === 0) return schedule.description ?? 'Ask when it is open';
  const [first = '', ...rest] = parts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
}

function daysInWords(
  schedule: Pick<ScheduleEntry, 'days' | 'frequency' | 'every' | 'byDay' | 'byMonthDay'>,
): string | null {
  const { days, frequency, every, byDay, byMonthDay } = schedule;
  if (frequency === 'MONTHLY' && byMonthDay) return `Day ${byMonthDay.replaceAll(',', ' and ')} of the month`;
  if (days.length === 0) return null;
  if (frequency === 'MONTHLY') {
    const ordinal = ORDINALS[/^([+-]?\d)/.exec(byDay ?? '')?.[1]?.replace('+', '') ?? ''];
    const names = listed(days.map(capitalised));
    const month = every && every > 1 ? `every ${every} months` : 'of the month';
    return ordinal ? `${ordinal} ${names} ${month}` : `${names} once a month`;
  }
  const names = every === 2 ? days.map(capitalised) : days.map((day) => `${capitalised(day)}s`);
  if (every === 2) return `Every other ${listed(names)}`;
  const often = every && every > 2 ? ` every ${every} weeks` : '';
  if (days.length === 7) return `Every day${often}`;
  return `${isRun(days) ? `${names[0]} to ${names.at(-1)}` : listed(names)}${often}`;
}

function hoursInWords({ opensAt, closesAt }: Pick<ScheduleEntry, 'opensAt' | 'closesAt'>): string | null {
  if (opensAt === '00:00' && closesAt === '23:59') return 'day and night';
  if (opensAt && closesAt) return `${timeInWords(opensAt)} to ${timeInWords(closesAt)}`;
  if (opensAt) return `from ${timeInWords(opensAt)}`;
  return closesAt ? `until ${timeInWords(closesAt)}` : null;
}

function isRun(days: readonly Weekday[]): boolean {
  const first = WEEKDAYS.indexOf(days[0] ?? 'MONDAY');
  return days.length > 2 && days.every((day, index) => WEEKDAYS[first + index] === day);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The days; “daily” without days is every day. */
function daysOf(byDay: unknown, frequency: unknown, note: Note): Weekday[] {
  const days = weekdaysOf(byDay, note);
  return days.length === 0 && /^\s*daily\s*$/i.test(String(frequency ?? '')) ? [...WEEKDAYS] : days;
}

/** The first and the last day; two moments of one day are when it opens and closes, and only a single event ends that day. */
function datesOf(raw: Raw, isSingle: boolean, note: Note): { validFrom: string | null; validTo: string | null } {
  const isTime = (value: unknown) => /^\s*\d{1,2}[:.]\d{2}/.test(String(value ?? ''));
  const startsOn = isTime(raw['dtstart']) ? null : dayOf(raw['dtstart'], note);
  const endsOn = isTime(raw['until']) ? null : dayOf(raw['until'], note);
  const isOneDay = startsOn !== null && startsOn === endsOn && momentTimeOf(raw['until']) !== null;
  const lastDay = isSingle && startsOn !== null ? (endsOn ?? startsOn) : isOneDay ? null : endsOn;
  return {
    validFrom: dayOf(raw['valid_from'], note) ?? startsOn,
    validTo: lastDay ?? dayOf(raw['valid_to'], note),
  };
}

function frequencyOf(value: unknown, note: Note): Frequency | null {
  const frequency = lineOf(value, note, 40)?.toUpperCase();
  if (frequency === 'DAILY') return 'WEEKLY';
  return frequency === 'WEEKLY' || frequency === 'MONTHLY' ? frequency : null;
}

function everyOf(value: unknown): number | null {
  const every = Number(value ?? Number.NaN);
  return Number.isInteger(every) && every >= 1 && every <= 52 ? every : null;
}
