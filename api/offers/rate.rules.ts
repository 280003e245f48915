// A rate is what one unit of an offer costs in one band of the week, from one day on.
// The provider decides each; a band without a rate costs what a weekday does. One band holds at a time (rule R3).
// STATED → holds from its first day → until the next rate of its band begins, or the offer ends.
import type { Weekday } from '../common/calendar.ts';
import { pounds } from '../common/money.ts';
import { type OfferUnit, ShownPrice } from './offer.rules.ts';

/** The parts of the week that may have a price of their own. */
export const RateBand = {
  WEEKDAY: 'WEEKDAY',
  EVENING: 'EVENING',
  NIGHT: 'NIGHT',
  SATURDAY: 'SATURDAY',
  SUNDAY: 'SUNDAY',
  BANK_HOLIDAY: 'BANK_HOLIDAY',
} as const;
export type RateBand = keyof typeof RateBand;

/** A unit's price in words. */
export const UNIT_WORDS: Readonly<Record<OfferUnit, readonly [one: string, more: string]>> = {
  HOUR: ['an hour', 'hours'],
  VISIT: ['a visit', 'visits'],
  SESSION: ['a session', 'sessions'],
  DAY: ['a day', 'days'],
  WEEK: ['a week', 'weeks'],
};

/** When a band is, in the middle of a sentence. */
export const BAND_WORDS: Readonly<Record<RateBand, string>> = {
  WEEKDAY: 'on weekdays',
  EVENING: 'in the evening',
  NIGHT: 'at night',
  SATURDAY: 'on Saturdays',
  SUNDAY: 'on Sundays',
  BANK_HOLIDAY: 'on bank holidays',
};

/** Where the day ends and begins for prices, unless terms say otherwise: evening from 18:00, night from 22:00 to 07:00. */
const EVENING_FROM = '18:00';
const NIGHT_FROM = '22:00';
const NIGHT_TO = '07:00';

/** The band of one moment of an ordinary week: Sunday goes before Saturday, then night, evening, weekday (rule R3). */
export function bandAt(weekday: Weekday, time: string): RateBand {
  if (weekday === 'SUNDAY') return RateBand.SUNDAY;
  if (weekday === 'SATURDAY') return RateBand.SATURDAY;
  if (time >= NIGHT_FROM || time < NIGHT_TO) return RateBand.NIGHT;
  return time >= EVENING_FROM ? RateBand.EVENING : RateBand.WEEKDAY;
}

/**
 * The bands of a weekly time, in the order of the bands; those of its start when no end is known, and the day's own when no
 * time is. Times that end before they begin go on into the night.
 */
export function bandsOf(days: readonly Weekday[], opensAt: string | null, closesAt: string | null): RateBand[] {
  const from = opensAt ?? '09:00';
  const isPart = (time: string) =>
    closesAt !== null &&
    opensAt !== null &&
    (closesAt < from ? time > from || time < closesAt : time > from && time < closesAt);
  const moments = [from, ...[NIGHT_TO, EVENING_FROM, NIGHT_FROM].filter(isPart)];
  const found = new Set(days.flatMap((day) => moments.map((time) => bandAt(day, time))));
  return Object.values(RateBand).filter((band) => found.has(band));
}

/** The words for a price that is not told. */
export const PRICE_ON_ASKING = 'Price on asking';

/** What a reader is told of a price; `rate` is pence, null when this reader may not know it. */
export interface ToldPrice {
  readonly unit: OfferUnit;
  readonly rate: number | null;
  readonly showsPrice: ShownPrice;
  readonly rangeFrom: number | null;
  readonly rangeTo: number | null;
}

/** A price in words, as this reader may know it: "£21.60 an hour", "£20.00 to £30.00 an hour", or that it is to be asked. */
export function priceInWords({ unit, rate, rangeFrom, rangeTo }: ToldPrice): string {
  const [one] = UNIT_WORDS[unit];
  if (rate !== null) return rate === 0 ? 'Free' : `${pounds(rate)} ${one}`;
  if (rangeFrom === null || rangeTo === null) return PRICE_ON_ASKING;
  return `${pounds(rangeFrom)} to ${pounds(rangeTo)} ${one}`;
}

/** A price in words as everybody is told it, whoever reads. */
export function publicPriceInWords(price: ToldPrice): string {
  return priceInWords({ ...price, rate: price.showsPrice === ShownPrice.EXACT ? price.rate : null });
}
