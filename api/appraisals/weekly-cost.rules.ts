// The weekly cost of an option follows from one price and how many units of it a week has; a guess is never made.
// The provider decides the price, the person how much of it. Two prices that differ leave the cost unknown (rule R18).
// prices, times a week, units asked for → pence a week, or not known, and always the grounds.
import { divideHalfUp, pounds } from '../common/money.ts';
import { describeCost } from '../directory/cost.rules.ts';
import { type OfferUnit, unitOf } from '../offers/offer.rules.ts';
import { BAND_WORDS, RateBand, UNIT_WORDS } from '../offers/rate.rules.ts';

/** A price by the unit, as an offer states it. */
export interface OfferedPrice {
  readonly offerId: string;
  readonly unit: OfferUnit;
  /** On a weekday. */
  readonly ratePence: number;
  /** By band of the week where they are stated; a band without one costs what a weekday does (rule R3). */
  readonly rates?: Partial<Readonly<Record<RateBand, number>>> | null;
  /** Charge for travel to each visit; null when none is said. */
  readonly travelPence?: number | null;
}

/** A cost in the directory's own words. */
export interface ListedCost {
  readonly option: string | null;
  readonly amountPence: number | null;
  readonly description: string | null;
}

/** What is known of a service's cost. */
export interface KnownCost {
  readonly offers: readonly OfferedPrice[];
  readonly costs: readonly ListedCost[];
  /** What is said about fees in words. */
  readonly feesDescription: string | null;
  /** How often it takes place in a week; null when that is not known or one may choose. */
  readonly timesAWeek: number | null;
  /** The bands of the week in which it takes place; empty when that is not known. */
  readonly bands?: readonly RateBand[];
}

/** A week's cost and from what it follows. */
export interface WeeklyCost {
  readonly pence: number | null;
  readonly grounds: string | null;
  readonly offerId: string | null;
}

interface Price {
  readonly offerId: string | null;
  readonly unit: OfferUnit | null;
  /** Null when it differs with the time of the week, and the time is not settled. */
  readonly pence: number | null;
  readonly words: string;
}

/** The units a week in hundredths: "2.5" is 250; null when it is no number above zero and up to 999. */
export function hundredthsOf(units: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(units.trim());
  const hundredths = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
  return hundredths > 0 ? hundredths : null;
}

/** The cost of a week, when it can be known, with its grounds; the units are in hundredths, null when not said. */
export function weeklyCostOf(known: KnownCost, unitsAWeek: number | null): WeeklyCost {
  const prices = pricesOf(known);
  const [price, ...others] = prices;
  if (!price) return { pence: null, grounds: shortened(saidOf(known)), offerId: null };

  const { offerId } = price;
  if (prices.every(({ pence }) => pence === 0)) return { pence: 0, grounds: 'Free', offerId };
  if (others.length > 0 || price.pence === null)
    return { pence: null, grounds: shortened(prices.map(({ words }) => words).join('; ')), offerId: null };
  if (price.unit === 'WEEK') return { pence: price.pence, grounds: price.words, offerId };
  if (price.unit === null) return { pence: null, grounds: price.words, offerId };

  if (unitsAWeek !== null) {
    const grounds = `${price.words}, ${inWords(unitsAWeek)} ${unitName(price.unit, unitsAWeek)} a week`;
    return { pence: divideHalfUp(price.pence * unitsAWeek, 100), grounds, offerId };
  }
  if (price.unit !== 'HOUR' && known.timesAWeek === 1)
    return { pence: price.pence, grounds: `${price.words}, once a week`, offerId };
  return { pence: null, grounds: price.words, offerId };
}

function pricesOf({ offers, costs, bands = [] }: KnownCost): Price[] {
  if (offers.length > 0) return offers.map((offer) => offeredPrice(offer, bands));
  return costs.flatMap((cost) =>
    cost.amountPence === null
      ? []
      : { offerId: null, unit: unitOf(cost.option), pence: cost.amountPence, words: describeCost(cost) },
  );
}

/** What an offer costs in those bands of the week: one price when they cost the same, all of them in words when they do not. */
function offeredPrice(
  { offerId, unit, ratePence, rates, travelPence }: OfferedPrice,
  bands: readonly RateBand[],
): Price {
  const rateIn = (band: RateBand) => rates?.[band] ?? ratePence;
  const used = bands.length > 0 ? bands : [RateBand.WEEKDAY];
  const [pence = ratePence, ...differing] = new Set(used.map(rateIn));
  const [one] = UNIT_WORDS[unit];
  const travel = travelPence ? `, and ${pounds(travelPence)} travel a visit` : '';
  if (differing.length > 0) {
    const words = used.map((band) => `${pounds(rateIn(band))} ${one} ${BAND_WORDS[band]}`).join(', ');
    return { offerId, unit, pence: null, words: words + travel };
  }
  // Without times it is the weekday that is told, and said to be so when other times cost otherwise.
  const isOnlyWeekday = bands.length === 0 && Object.values(rates ?? {}).some((rate) => rate !== ratePence);
  const words = pence === 0 ? 'Free' : `${pounds(pence)} ${one}${isOnlyWeekday ? ` ${BAND_WORDS.WEEKDAY}` : ''}`;
  return { offerId, unit, pence, words: words + travel };
}

function saidOf({ costs, feesDescription }: KnownCost): string | null {
  return costs.map(describeCost).join('; ') || feesDescription;
}

function shortened(words: string | null): string | null {
  return words !== null && words.length > 300 ? `${words.slice(0, 299)}…` : words;
}

function inWords(hundredths: number): string {
  return String(hundredths / 100);
}

function unitName(unit: OfferUnit, hundredths: number): string {
  const [one, more] = UNIT_WORDS[unit];
  return hundredths === 100 ? one.replace(/^an? /, '') : more;
}
