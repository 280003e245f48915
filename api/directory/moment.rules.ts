// Days, times of day and moments out of a feed, in the many ways people write them.
// The importer decides. The written value → a day, a time "HH:MM", a moment | null.

import { PLACE, Temporal, WEEKDAYS, isDay } from '../common/calendar.ts';
import type { Weekday } from '../common/calendar.ts';
import type { Note } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** A day, "YYYY-MM-DD"; null when there is none that can be read. Day before month, as in the UK. */
export function dayOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note, 100);
  if (line === null) return null;
  if (isDay(line)) return line;

  const iso = line.slice(0, 10);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(line);
  const day = british
    ? `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
    : iso;
  const isRead = isDay(day) && (british !== null || /^\d{4}-\d{2}-\d{2}[T ]/.test(line));
  note(isRead ? 'DATE_FORM' : 'DATE_UNREADABLE');
  return isRead ? day : null;
}

/** A moment in UTC, ISO-8601 with Z; a moment without a zone is UK time. */
export function momentOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note, 100);
  if (line === null) return null;
  try {
    if (/(?:z|[+-]\d{2}:?\d{2})$/i.test(line) && line.includes(':')) return Temporal.Instant.from(line).toString();
    const moment = Temporal.PlainDateTime.from(line).toZonedDateTime(PLACE).toInstant().toString();
    note('ZONE_MISSING');
    return moment;
  } catch {
    note('DATE_UNREADABLE');
    return null;
  }
}

/** A time of day, "HH:MM"; null when there is none that can be read. "24:00" is the last minute of the day. */
export function timeOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note, 40)?.replace(/\s*(?:hrs?|hours|o'?clock)$/i, '');
  if (line === undefined) return null;
  const match =
    /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i.exec(line);
  const named = { noon: '12:00', midday: '12:00', midnight: '00:00' }[line.toLowerCase().replace(/^12 ?/, '')];
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(line);
  const time =
    named ?? (military ? `${military[1]}:${military[2]}` : match ? clockTime(match[1], match[2], match[3]) : null);
  if (time === null) note('TIME_UNREADABLE');
  else if (!/^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(line)) note('TIME_FORM');
  return time;
}

/** The weekdays in "TH,FR", "2MO", "Monday", "Mon and Wed" or 1 to 7, Monday first. */
export function weekdaysOf(value: unknown, note: Note): Weekday[] {
  if (Array.isArray(value)) return weekdaysOf(value.join(','), note);
  const line = lineOf(value, note, 200);
  if (line === null) return [];

  const words = line
    .replace(/\s*(?:–|\bto\b|(?<=[a-z])\s*-\s*(?=[a-z]))\s*/gi, '~')
    .split(/[\s,;/&]+|\band\b/i)
    .filter((word) => word !== '' && !/^every$/i.test(word));
  const days = words.flatMap(weekdaysIn);
  if (days.includes(null)) note('DAY_UNREADABLE');
  else if (!words.every((word) => /^[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(word))) note('DAY_FORM');
  return WEEKDAYS.filter((day) => days.includes(day));
}

const GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  day: WEEKDAYS,
  daily: WEEKDAYS,
  everyday: WEEKDAYS,
  weekdays: WEEKDAYS.slice(0, 5),
  weekday: WEEKDAYS.slice(0, 5),
  weekends: WEEKDAYS.slice(5),
  weekend: WEEKDAYS.slice(5),
};

function weekdaysIn(word: string): readonly (Weekday | null)[] {
  return GROUPS[word.toLowerCase()] ?? (word.includes('~') ? runOf(word) : [weekdayOf(word)]);
}

/** “Mon~Fri”: the days from one to the other, over the end of the week when need be. */
function runOf(word: string): (Weekday | null)[] {
  const ends = word.split('~').map(weekdayOf);
  const [first, last] = ends;
  if (ends.length !== 2 || !first || !last) return [null];
  const start = WEEKDAYS.indexOf(first);
  const length = ((WEEKDAYS.indexOf(last) - start + 7) % 7) + 1;
  return [...WEEKDAYS, ...WEEKDAYS].slice(start, start + length);
}

function weekdayOf(word: string): Weekday | null {
  if (/^[1-7]$/.test(word)) return WEEKDAYS[Number(word) - 1] ?? null;
  const letters = word
    .replace(/^[+-]?\d/, '')
    .replace(/s$/i, '')
    .toUpperCase();
  if (letters.length < 2) return null;
  return WEEKDAYS.find((day) => day.startsWith(letters)) ?? null;
}

function clockTime(hour = '', minute = '', half: string | undefined): string | null {
  if (minute === '' && half === undefined) return null;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const minutes = Number(minute);
  if (minutes > 59 || hours > 24 || (half && Number(hour) > 12)) return null;
  if (hours === 24) return minutes === 0 ? '23:59' : null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
