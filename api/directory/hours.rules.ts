// Hours are when a service opens and closes on a day, in the many places and ways in which feeds tell them.
// The importer decides; what cannot be read as times is kept in the feed's own words. Raw schedule → two times of day, or words.

import { timeOf } from './moment.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** When it opens and closes, "HH:MM"; words where the feed has words for them. */
export interface Hours {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly words: string | null;
}

const ALWAYS = /^(?:open )?(?:24\s*(?:hours?|hrs?)(?: a day)?|24\s*\/\s*7|always(?: open)?)$/i;
const RANGE = /^(.*\d.*?)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(.*\d.*)$/i;
const CLOSED = /^closed$/i;
const unnoted = () => undefined;

/** Reads the hours of one schedule. */
export function readHours(raw: Raw, note: Note): Hours {
  const opening = lineOf(raw['opens_at'], note, 200);
  const closing = lineOf(raw['closes_at'], note, 200);
  if (opening === null && closing === null) return hoursAmongDates(raw, note);
  if ([opening, closing].some((line) => line !== null && ALWAYS.test(line))) {
    note('TIME_FORM');
    return { opensAt: '00:00', closesAt: '23:59', words: null };
  }
  const range = closing === null || closing === opening ? rangeIn(opening) : null;
  if (range !== null) {
    note('TIME_FORM');
    return { ...range, words: null };
  }
  if ([opening, closing].every((line) => line === null || timeOf(line, unnoted) !== null))
    return { opensAt: timeOf(opening ?? undefined, note), closesAt: timeOf(closing ?? undefined, note), words: null };
  return inWords(opening, closing, note);
}

/** The time in a moment such as "2020-01-01T09:00:00", or in a time by itself; null when there is none or it is midnight. */
export function momentTimeOf(value: unknown): string | null {
  const line = lineOf(value, unnoted, 100) ?? '';
  const written =
    /^\d{4}-\d{2}-\d{2}[T ](\d{1,2}:\d{2})/.exec(line)?.[1] ?? (/^\d{1,2}[:.]\d{2}/.test(line) ? line : null);
  const time = written === null ? null : timeOf(written, unnoted);
  return time === '00:00' ? null : time;
}

function hoursAmongDates(raw: Raw, note: Note): Hours {
  const opensAt = momentTimeOf(raw['dtstart']);
  const closesAt = momentTimeOf(raw['until']);
  if (opensAt !== null || closesAt !== null) note('TIME_IN_DATE');
  return { opensAt, closesAt, words: null };
}

function rangeIn(line: string | null): { opensAt: string; closesAt: string } | null {
  const [, first, second] = RANGE.exec(line ?? '') ?? [];
  if (first === undefined || second === undefined) return null;
  // “9 - 5pm” and “2 to 4pm”: the first has the half of the day that the second has, unless that turns them round.
  const closesAt = timeOf(second, unnoted);
  const half = /[ap]\.?m/i.exec(second)?.[0];
  const opensAt =
    timeOf(first, unnoted) ?? (/^\d{1,2}$/.test(first) && half ? nearestBefore(first, half, closesAt) : null);
  return opensAt === null || closesAt === null ? null : { opensAt, closesAt };
}

function nearestBefore(hour: string, half: string, closesAt: string | null): string | null {
  const same = timeOf(`${hour}${half}`, unnoted);
  return same !== null && closesAt !== null && same < closesAt ? same : timeOf(`${hour}am`, unnoted);
}

function inWords(opening: string | null, closing: string | null, note: Note): Hours {
  const isClosed = [opening, closing].every((line) => line === null || CLOSED.test(line));
  const opensAt = opening === null ? null : timeOf(opening, unnoted);
  const closesAt = closing === null ? null : timeOf(closing, unnoted);
  note('TIME_WORDS');
  const words = isClosed ? 'Closed' : [opening, closing].filter((line) => line !== null).join(' – ');
  return { opensAt, closesAt, words };
}
