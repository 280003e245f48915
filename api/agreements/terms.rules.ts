// Terms are what an agreement says: one version is one whole, never changed, only followed by the next.
// Either side writes a version; the other side answers it.
// PUT FORWARD → ACCEPTED by both | FOLLOWED by the next version | LAPSED.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { addDays, isDay, minutesOf, WEEKDAYS, type Weekday } from '../common/calendar.ts';
import type { Problem } from '../common/result.ts';
import { cleaned } from '../common/wording.ts';
import type { OfferUnit } from '../offers/offer.rules.ts';

/** The named terms that every agreement holds. */
export const TermName = {
  SUPPORT: 'SUPPORT',
  PLACE: 'PLACE',
  WHEN: 'WHEN',
  PRICE: 'PRICE',
  START: 'START',
  END: 'END',
  NOTICE: 'NOTICE',
  CANCELLATION: 'CANCELLATION',
  WORKER_ABSENCE: 'WORKER_ABSENCE',
} as const;
export type TermName = keyof typeof TermName;

/** What is wrong with terms as they were written. */
export const TermsProblemCode = {
  TEXT_MISSING: 'TEXT_MISSING',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
  VISITS_MISSING: 'VISITS_MISSING',
  VISIT_IMPOSSIBLE: 'VISIT_IMPOSSIBLE',
  VISITS_OVERLAP: 'VISITS_OVERLAP',
  RATE_IMPOSSIBLE: 'RATE_IMPOSSIBLE',
  DAYS_IMPOSSIBLE: 'DAYS_IMPOSSIBLE',
  NOTICE_IMPOSSIBLE: 'NOTICE_IMPOSSIBLE',
} as const;
export type TermsProblemCode = keyof typeof TermsProblemCode;

/** One weekly visit; ends after it starts, on the same day. */
export interface Visit {
  readonly weekday: Weekday;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The content of one version of terms. */
export interface TermsContent {
  readonly support: string;
  readonly place: string;
  readonly visits: readonly Visit[];
  readonly unit: OfferUnit;
  /** Price of one unit, in pence. */
  readonly ratePence: number;
  readonly startsOn: string;
  /** Last day; null when they run on. */
  readonly endsOn: string | null;
  readonly noticeDays: number;
  readonly cancellation: string;
  readonly ifWorkerCannotCome: string;
}

/** Why one term was changed, in the author's words. */
export interface TermReason {
  readonly term: TermName;
  readonly reason: string;
}

const TEXT_MOST = 2_000;
const VISITS_MOST = 35;
const RATE_MOST = 10_000_00;
const TEXTS = [
  ['support', 'Say what support is given.'],
  ['place', 'Say where it is given.'],
  ['cancellation', 'Say what happens if a visit is cancelled.'],
  ['ifWorkerCannotCome', 'Say what happens if the worker cannot come.'],
] as const;

/** Everything that is wrong with the terms, with the path of each field below `input.terms`; empty when they can be put forward. */
export function problemsOfTerms(terms: TermsContent): Problem<TermsProblemCode>[] {
  return [...problemsOfTexts(terms), ...problemsOfVisits(terms.visits), ...problemsOfNumbers(terms)];
}

/** The terms as they are kept and hashed: texts trimmed, visits in the order of the week. */
export function settled(terms: TermsContent): TermsContent {
  const visits = terms.visits.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt }));
  return {
    support: cleaned(terms.support) ?? '',
    place: cleaned(terms.place) ?? '',
    visits: visits.sort(byWeek),
    unit: terms.unit,
    ratePence: terms.ratePence,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    noticeDays: terms.noticeDays,
    cancellation: cleaned(terms.cancellation) ?? '',
    ifWorkerCannotCome: cleaned(terms.ifWorkerCannotCome) ?? '',
  };
}

/**
 * The fingerprint that acceptances and signatures carry: SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of the
 * agreement, the version's number and its content. The same content in another version has another hash (rule R40).
 */
export function termsHash(agreementId: string, number: number, terms: TermsContent): string {
  const { support, place, visits, unit, ratePence, startsOn, endsOn, noticeDays, cancellation, ifWorkerCannotCome } =
    terms;
  const text = canonicalize({
    agreementId,
    number,
    terms: { support, place, visits, unit, ratePence, startsOn, endsOn, noticeDays, cancellation, ifWorkerCannotCome },
  });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

function byWeek(one: Visit, other: Visit): number {
  const day = WEEKDAYS.indexOf(one.weekday) - WEEKDAYS.indexOf(other.weekday);
  return day !== 0 ? day : one.startsAt.localeCompare(other.startsAt);
}

function problemsOfTexts(terms: TermsContent): Problem<TermsProblemCode>[] {
  return TEXTS.flatMap(([field, sentence]): Problem<TermsProblemCode>[] => {
    const text = cleaned(terms[field]) ?? '';
    if (text === '') return [{ code: 'TEXT_MISSING', message: sentence, field: ['input', 'terms', field] }];
    if (text.length <= TEXT_MOST) return [];
    return [
      { code: 'TEXT_TOO_LONG', message: `Use at most ${TEXT_MOST} characters.`, field: ['input', 'terms', field] },
    ];
  });
}

function problemsOfVisits(visits: readonly Visit[]): Problem<TermsProblemCode>[] {
  const field = ['input', 'terms', 'visits'];
  if (visits.length === 0 || visits.length > VISITS_MOST) {
    return [
      {
        code: 'VISITS_MISSING',
        message: `Say on which days and times, from 1 to ${VISITS_MOST} visits a week.`,
        field,
      },
    ];
  }
  if (visits.some((visit) => lengthOf(visit) <= 0)) {
    return [{ code: 'VISIT_IMPOSSIBLE', message: 'Each visit must end after it starts, on the same day.', field }];
  }
  const inOrder = [...visits].sort(byWeek);
  const overlaps = inOrder.some((visit, place) => {
    const before = inOrder[place - 1];
    return before !== undefined && before.weekday === visit.weekday && before.endsAt > visit.startsAt;
  });
  return overlaps ? [{ code: 'VISITS_OVERLAP', message: 'Two visits overlap. Change one of the times.', field }] : [];
}

function problemsOfNumbers(terms: TermsContent): Problem<TermsProblemCode>[] {
  const problems: Problem<TermsProblemCode>[] = [];
  if (!Number.isSafeInteger(terms.ratePence) || terms.ratePence < 0 || terms.ratePence > RATE_MOST) {
    problems.push({
      code: 'RATE_IMPOSSIBLE',
      message: 'The price must be between £0.00 and £10,000.00.',
      field: ['input', 'terms', 'rate'],
    });
  }
  const isPossible =
    isDay(terms.startsOn) && (terms.endsOn === null || (isDay(terms.endsOn) && terms.endsOn >= terms.startsOn));
  if (!isPossible || (terms.endsOn !== null && terms.endsOn > addDays(terms.startsOn, 3_653))) {
    problems.push({
      code: 'DAYS_IMPOSSIBLE',
      message: 'The last day must come after the first day, within ten years.',
      field: ['input', 'terms', 'endsOn'],
    });
  }
  if (!Number.isInteger(terms.noticeDays) || terms.noticeDays < 0 || terms.noticeDays > 365) {
    problems.push({
      code: 'NOTICE_IMPOSSIBLE',
      message: 'Notice must be between 0 and 365 days.',
      field: ['input', 'terms', 'noticeDays'],
    });
  }
  return problems;
}

/** Minutes that a visit lasts; zero or less when its times are impossible. */
export function lengthOf(visit: Visit): number {
  const [start, end] = [minutesOf(visit.startsAt), minutesOf(visit.endsAt)];
  return start === null || end === null ? 0 : end - start;
}
