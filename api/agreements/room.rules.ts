// Room is what an agreement takes of a provider's capacity: a place, so many visits, or so many hours a week.
// The terms decide how much; the provider said how much there is.
// accepted → reserved → given back when it ends, is declined, withdrawn, or lapses.
import { type CapacityUnit, freeInWords } from '../offers/capacity.rules.ts';
import { lengthOf, type Visit } from './terms.rules.ts';

/** What weekly visits take, whichever way a provider counts: part hours count whole, once a week. */
export function roomNeeded(visits: readonly Visit[]): { readonly hours: number; readonly visits: number } {
  const minutes = visits.reduce((total, visit) => total + lengthOf(visit), 0);
  return { hours: Math.max(1, Math.ceil(minutes / 60)), visits: Math.max(1, visits.length) };
}

/** Why there is no room, and what to do. */
export function noRoomSentence(free: number, unit: CapacityUnit): string {
  return `The provider does not have enough room for this now: ${freeInWords(free, unit)}. Ask them when there will be, or look at other options.`;
}
