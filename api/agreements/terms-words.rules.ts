// Terms in words: one line for each named term, and what changed between two versions as Was and Now.
import { diffWords } from 'diff';
import { capitalised, dayInWords, timeInWords, WEEKDAYS } from '../common/calendar.ts';
import { pounds } from '../common/money.ts';
import type { OfferUnit } from '../offers/offer.rules.ts';
import { weeklyCostPence } from './terms-cost.rules.ts';
import { TermName, type TermReason, type TermsContent, type Visit } from './terms.rules.ts';

/** One named term in words. */
export interface TermLine {
  readonly term: TermName;
  readonly label: string;
  readonly value: string;
}

/** Whether a stretch of prose stayed, was added or was taken out. */
export const ProseSegmentKind = { SAME: 'SAME', ADDED: 'ADDED', REMOVED: 'REMOVED' } as const;
export type ProseSegmentKind = keyof typeof ProseSegmentKind;

/** One stretch of prose. */
export interface ProseSegment {
  readonly kind: ProseSegmentKind;
  readonly text: string;
}

/** One term that differs between two versions. */
export interface TermChange {
  readonly term: TermName;
  readonly label: string;
  readonly was: string;
  readonly now: string;
  /** Word by word, for prose only: money, times and counts are shown whole, since "£21.60" mended into "£22.10" misleads. */
  readonly prose: readonly ProseSegment[] | null;
  readonly reason: string | null;
}

const PER_UNIT: Readonly<Record<OfferUnit, string>> = {
  HOUR: 'an hour',
  VISIT: 'a visit',
  SESSION: 'a session',
  DAY: 'a day',
  WEEK: 'a week',
};

const LABELS: Readonly<Record<TermName, string>> = {
  SUPPORT: 'Support',
  PLACE: 'Where',
  WHEN: 'When',
  PRICE: 'Price',
  START: 'Starts',
  END: 'Ends',
  NOTICE: 'Notice',
  CANCELLATION: 'If a visit is cancelled',
  WORKER_ABSENCE: 'If a worker cannot come',
};

const PROSE: ReadonlySet<TermName> = new Set(['SUPPORT', 'PLACE', 'CANCELLATION', 'WORKER_ABSENCE']);

/** Every named term in words, in the order in which they are always shown. */
export function linesOf(terms: TermsContent): TermLine[] {
  const values = valuesOf(terms);
  return (Object.keys(TermName) as TermName[]).map((term) => ({ term, label: LABELS[term], value: values[term] }));
}

/** What differs between a version and the one before it, in the order of the terms. */
export function changesBetween(was: TermsContent, now: TermsContent, reasons: readonly TermReason[]): TermChange[] {
  const before = valuesOf(was);
  return linesOf(now)
    .filter((line) => before[line.term] !== line.value)
    .map((line) => ({
      term: line.term,
      label: line.label,
      was: before[line.term],
      now: line.value,
      prose: PROSE.has(line.term) ? segmentsBetween(before[line.term], line.value) : null,
      reason: reasons.find((reason) => reason.term === line.term)?.reason ?? null,
    }));
}

/** The terms of a version that say the same as in the one before it. */
export function unchangedLines(was: TermsContent, now: TermsContent): TermLine[] {
  const before = valuesOf(was);
  return linesOf(now).filter((line) => before[line.term] === line.value);
}

/** The days and times of visits: "Mondays and Fridays, 1pm to 3pm". */
export function visitsInWords(visits: readonly Visit[]): string {
  const daysByTime = new Map<string, string[]>();
  for (const weekday of WEEKDAYS) {
    for (const visit of visits.filter((candidate) => candidate.weekday === weekday)) {
      const time = `${timeInWords(visit.startsAt)} to ${timeInWords(visit.endsAt)}`;
      daysByTime.set(time, [...(daysByTime.get(time) ?? []), `${capitalised(weekday)}s`]);
    }
  }
  return [...daysByTime]
    .map(([time, days]) => `${days.length === 7 ? 'Every day' : listInWords(days)}, ${time}`)
    .join('; ');
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function valuesOf(terms: TermsContent): Record<TermName, string> {
  const rate = `${pounds(terms.ratePence)} ${PER_UNIT[terms.unit]}`;
  return {
    SUPPORT: terms.support,
    PLACE: terms.place,
    WHEN: visitsInWords(terms.visits),
    PRICE: terms.unit === 'WEEK' ? rate : `${rate} (${pounds(weeklyCostPence(terms))} a week)`,
    START: dayInWords(terms.startsOn),
    END: terms.endsOn === null ? 'Runs on until somebody gives notice' : dayInWords(terms.endsOn),
    NOTICE: terms.noticeDays === 0 ? 'No notice needed' : `${terms.noticeDays} days, both ways`,
    CANCELLATION: terms.cancellation,
    WORKER_ABSENCE: terms.ifWorkerCannotCome,
  };
}

function segmentsBetween(was: string, now: string): ProseSegment[] {
  return diffWords(was, now).map(({ added, removed, value }) => ({
    kind: added ? ProseSegmentKind.ADDED : removed ? ProseSegmentKind.REMOVED : ProseSegmentKind.SAME,
    text: value,
  }));
}
