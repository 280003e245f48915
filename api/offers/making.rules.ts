// What an offer says is made whole in one go: its unit, its rates, who is told the price, and on what conditions.
// The provider decides; a price is never below zero, and no two rates of one band begin on one day (rules R3 and R4).
// asked for → every problem told | kept as it stands.
import { isDay, laterDay } from '../common/calendar.ts';
import { penceOf, pounds } from '../common/money.ts';
import { ok, type Problem, refuse, type Result } from '../common/result.ts';
import { FundingKind, type OfferUnit, ShownPrice, type VatTreatment } from './offer.rules.ts';
import { RateBand } from './rate.rules.ts';

/** What is wrong with an offer as it was written. */
export const OfferProblemCode = {
  RATE_MISSING: 'RATE_MISSING',
  RATE_IMPOSSIBLE: 'RATE_IMPOSSIBLE',
  RATES_OVERLAP: 'RATES_OVERLAP',
  RANGE_IMPOSSIBLE: 'RANGE_IMPOSSIBLE',
  DAYS_IMPOSSIBLE: 'DAYS_IMPOSSIBLE',
  NUMBER_IMPOSSIBLE: 'NUMBER_IMPOSSIBLE',
  AREAS_IMPOSSIBLE: 'AREAS_IMPOSSIBLE',
} as const;
export type OfferProblemCode = keyof typeof OfferProblemCode;

/** One rate as it is asked for: pounds, from a day on or from the first day of the offer. */
export interface AskedRate {
  readonly band: RateBand;
  readonly rate: string;
  readonly startsOn?: string | null;
}

/** An offer as somebody writes it down; amounts in pounds. */
export interface AskedOffer {
  readonly unit: OfferUnit;
  readonly rates: readonly AskedRate[];
  readonly showsPrice: ShownPrice;
  readonly rangeFrom?: string | null;
  readonly rangeTo?: string | null;
  readonly travel?: string | null;
  readonly workers?: number | null;
  readonly vat?: VatTreatment | null;
  readonly areas?: readonly string[] | null;
  readonly funding?: readonly FundingKind[] | null;
  readonly noticeDays?: number | null;
  readonly minimumMinutes?: number | null;
  readonly couldStartOn?: string | null;
  /** First day; today when left out. */
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
}

/** An offer as it is kept; amounts in pence. */
export interface KeptOffer {
  readonly unit: OfferUnit;
  readonly showsPrice: ShownPrice;
  /** What everybody is told; null unless the exact price is shown. */
  readonly ratePence: number | null;
  readonly rangeFromPence: number | null;
  readonly rangeToPence: number | null;
  readonly travelPence: number | null;
  readonly workers: number;
  readonly vat: VatTreatment | null;
  readonly areas: string[];
  readonly funding: FundingKind[];
  readonly noticeDays: number | null;
  readonly minimumMinutes: number | null;
  readonly couldStartOn: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rates: readonly KeptRate[];
}

/** A rate as it is kept. */
export interface KeptRate {
  readonly band: RateBand;
  readonly startsOn: string;
  readonly ratePence: number;
}

/** Highest rate of a unit, in pence. */
export const MOST_RATE_PENCE = 10_000_00;

const MOST_RATES = 60;
const MOST_AREAS = 50;
const LONGEST_AREA = 100;
const NUMBERS = [
  ['workers', 1, 4, 'Say how many workers come together, from 1 to 4.'],
  ['minimumMinutes', 1, 1440, 'Say the shortest visit in minutes, from 1 to 1440, or leave it out.'],
  ['noticeDays', 0, 365, 'Say the notice in days, from 0 to 365, or leave it out.'],
] as const;

type Say = (code: OfferProblemCode, message: string, ...field: string[]) => void;

/** The offer as it is to be kept from that day on, or every problem found; fields are named below `offer`. */
export function decideOffer(asked: AskedOffer, today: string): Result<KeptOffer, OfferProblemCode> {
  const problems: Problem<OfferProblemCode>[] = [];
  const say: Say = (code, message, ...field) => problems.push({ code, message, field: ['offer', ...field] });
  const validFrom = asked.startsOn ?? today;
  checkDays(asked, validFrom, today, say);
  const rates = ratesOf(asked, validFrom, say);
  const range = rangeOf(asked, rates, say);
  const travelPence = amountOf(asked.travel, () =>
    say('RATE_IMPOSSIBLE', `Give the charge for travel in pounds, from 0.00 to ${most()}, or leave it out.`, 'travel'),
  );
  const areas = areasOf(asked, say);
  for (const [field, least, highest, message] of NUMBERS) {
    const value = asked[field] ?? null;
    if (value !== null && !(Number.isInteger(value) && value >= least && value <= highest))
      say('NUMBER_IMPOSSIBLE', message, field);
  }
  if (problems.length > 0) return refuse(problems);
  return ok({
    ...{ unit: asked.unit, showsPrice: asked.showsPrice, ...range, travelPence, areas, rates, validFrom },
    ratePence: asked.showsPrice === ShownPrice.EXACT ? firstWeekdayRate(rates) : null,
    workers: asked.workers ?? 1,
    vat: asked.vat ?? null,
    funding: Object.values(FundingKind).filter((kind) => asked.funding?.includes(kind)),
    noticeDays: asked.noticeDays ?? null,
    minimumMinutes: asked.minimumMinutes ?? null,
    couldStartOn: asked.couldStartOn ?? null,
    validTo: asked.endsOn ?? null,
  });
}

function checkDays(asked: AskedOffer, validFrom: string, today: string, say: Say): void {
  if (!isDay(validFrom) || validFrom < today)
    say('DAYS_IMPOSSIBLE', 'The first day must be today or later.', 'startsOn');
  if (asked.endsOn && (!isDay(asked.endsOn) || asked.endsOn < validFrom))
    say('DAYS_IMPOSSIBLE', 'The last day must not come before the first day.', 'endsOn');
  if (asked.couldStartOn && !isDay(asked.couldStartOn))
    say('DAYS_IMPOSSIBLE', 'Say the day from which you could start, or leave it out.', 'couldStartOn');
}

function ratesOf(asked: AskedOffer, validFrom: string, say: Say): KeptRate[] {
  const kept: KeptRate[] = [];
  const taken = new Set<string>();
  if (asked.rates.length > MOST_RATES) say('RATES_OVERLAP', `Give at most ${MOST_RATES} prices.`, 'rates');
  for (const [place, { band, rate, startsOn }] of asked.rates.entries()) {
    const field = ['rates', String(place)];
    // What began before the offer does holds from its first day.
    const from = laterDay(startsOn ?? validFrom, validFrom);
    const pence = amountOf(rate, () =>
      say('RATE_IMPOSSIBLE', `Give a price from 0.00 to ${most()}.`, ...field, 'rate'),
    );
    if (startsOn && (!isDay(startsOn) || (asked.endsOn && startsOn > asked.endsOn)))
      say('DAYS_IMPOSSIBLE', 'A price must begin while the offer holds.', ...field, 'startsOn');
    if (taken.has(`${band} ${from}`))
      say('RATES_OVERLAP', 'Two prices for the same part of the week begin on one day. Leave one out.', ...field);
    taken.add(`${band} ${from}`);
    if (pence !== null) kept.push({ band, startsOn: from, ratePence: pence });
  }
  const hasWeekday = asked.rates.some(
    ({ band, startsOn }) => band === RateBand.WEEKDAY && (startsOn ?? validFrom) <= validFrom,
  );
  if (!hasWeekday) say('RATE_MISSING', 'Give the price on a weekday, from the first day on.', 'rates');
  return kept;
}

function rangeOf(asked: AskedOffer, rates: readonly KeptRate[], say: Say) {
  if (asked.showsPrice !== ShownPrice.RANGE) return { rangeFromPence: null, rangeToPence: null };
  // An amount that is none is told below, with the other.
  const from = amountOf(asked.rangeFrom, () => undefined);
  const to = amountOf(asked.rangeTo, () => undefined);
  if (from === null || to === null || from > to)
    say('RANGE_IMPOSSIBLE', 'Give the lowest and the highest price that everybody is told.', 'rangeFrom');
  else if (rates.some(({ ratePence }) => ratePence < from || ratePence > to))
    say(
      'RANGE_IMPOSSIBLE',
      'Every price must lie within the range that everybody is told. Widen the range.',
      'rangeTo',
    );
  return { rangeFromPence: from, rangeToPence: to };
}

function areasOf(asked: AskedOffer, say: Say): string[] {
  const areas = [...new Set((asked.areas ?? []).map((area) => area.replace(/\s+/g, ' ').trim()).filter(Boolean))];
  if (areas.length > MOST_AREAS || areas.some((area) => area.length > LONGEST_AREA))
    say('AREAS_IMPOSSIBLE', `Name at most ${MOST_AREAS} areas, each in at most ${LONGEST_AREA} characters.`, 'areas');
  return areas;
}

function amountOf(pounds: string | null | undefined, onWrong: () => void): number | null {
  if (pounds === null || pounds === undefined) return null;
  const pence = penceOf(pounds);
  if (pence !== null && pence >= 0 && pence <= MOST_RATE_PENCE) return pence;
  onWrong();
  return null;
}

function firstWeekdayRate(rates: readonly KeptRate[]): number | null {
  const weekday = rates.filter(({ band }) => band === RateBand.WEEKDAY);
  return weekday.sort((one, other) => one.startsOn.localeCompare(other.startsOn))[0]?.ratePence ?? null;
}

function most(): string {
  return pounds(MOST_RATE_PENCE);
}
