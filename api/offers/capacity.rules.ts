// Capacity is how much of an offer is free, as the provider last said, less what acceptances have reserved since (rule R51).
// The provider states it; nobody else can. Whether it can still be relied on follows from the day it was stated.
// NOT SAID → STATED → after 14 days UNCONFIRMED → STATED again.
import { dayAt, dayInWords, instantOf, Temporal } from '../common/calendar.ts';

/** What is counted as free. */
export const CapacityUnit = {
  HOURS_A_WEEK: 'HOURS_A_WEEK',
  VISITS_A_WEEK: 'VISITS_A_WEEK',
  PLACES: 'PLACES',
} as const;
export type CapacityUnit = keyof typeof CapacityUnit;

/** Days after which what a provider said about capacity is unconfirmed. */
export const CONFIRMED_FOR_DAYS = 14;

/** How much is free, and when that was said. */
export interface StatedCapacity {
  readonly free: number;
  readonly unit: CapacityUnit;
  readonly statedAt: string;
}

const WORDS: Readonly<Record<CapacityUnit, readonly [one: string, more: string]>> = {
  HOURS_A_WEEK: ['hour a week', 'hours a week'],
  VISITS_A_WEEK: ['visit a week', 'visits a week'],
  PLACES: ['place', 'places'],
};

/** Whether what was said about capacity is recent enough to rely on: said no more than 14 days ago, to the minute. */
export function isConfirmed(statedAt: string, now: Temporal.Instant): boolean {
  const until = Temporal.Instant.from(statedAt).add({ hours: CONFIRMED_FOR_DAYS * 24 });
  return Temporal.Instant.compare(until, now) >= 0;
}

/** Capacity in words: "2 places free, said on 3 March 2026"; "Not confirmed. …" once that is too long ago. */
export function capacityInWords({ free, unit, statedAt }: StatedCapacity, now: Temporal.Instant): string {
  const day = dayInWords(dayAt(instantOf(new Date(statedAt))));
  const amount = free === 0 ? `No ${WORDS[unit][1]} free` : freeInWords(free, unit);
  return isConfirmed(statedAt, now) ? `${amount}, said on ${day}` : `Not confirmed. ${amount} on ${day}: ask them`;
}

/** An amount that is free, in the middle of a sentence: "2 places free", "no places free". */
export function freeInWords(free: number, unit: CapacityUnit): string {
  const [one, more] = WORDS[unit];
  return free === 0 ? `no ${more} free` : `${free} ${free === 1 ? one : more} free`;
}
