// A rate is what one unit of an offer costs in one band of the week, from one day on.
// The provider decides each; a band without a rate costs what a weekday does. One band holds at a time (rule R3).
// STATED → holds from its first day → until the next rate of its band begins, or the offer ends.
import { pounds } from '../common/money.ts';
import type { OfferUnit, ShownPrice } from './offer.rules.ts';

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
