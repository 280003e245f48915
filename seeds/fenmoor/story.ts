import type { Visit } from '../../api/agreements/terms.rules.ts';
import type { Weekday } from '../../api/common/calendar.ts';
import type { OfferUnit } from '../../api/offers/offer.rules.ts';
import type { OutcomeDomain } from '../../api/common/outcome-domain.ts';

// A story is what one person of Fenmoor wants, agreed in the past, and has on the table now.

/** What somebody wants to happen, in their own words. */
export interface OutcomeSeed {
  readonly statement: string;
  readonly domain: OutcomeDomain;
  readonly baseline: number;
  readonly target: number;
  readonly isAgreed: boolean;
}

/** An agreement as it was, or is being, made. */
export interface AgreementSeed {
  readonly outcome: OutcomeSeed;
  readonly organisation: string;
  readonly service: string;
  readonly reasons: string;
  readonly support: string;
  readonly place: string;
  readonly visits: readonly Visit[];
  readonly unit: OfferUnit;
  readonly ratePence: number;
  /** The provider answers with this rate instead, for this reason. */
  readonly counter?: { readonly ratePence: number; readonly reason: string };
  readonly daysAgo: number;
  /** Days that it lasts; null while it runs on. */
  readonly lasts: number | null;
  /** How far it came. */
  readonly until: 'PROPOSED' | 'COUNTERED' | 'SIGNED';
}

/** One individual's story. */
export interface Story {
  readonly individual: string;
  /** Who decides: the individual, or somebody who may bind them. */
  readonly decider: string;
  readonly broker: string;
  readonly yearlyPence: number;
  readonly keptBackPence: number;
  readonly spentPence: number;
  readonly wishes: readonly OutcomeSeed[];
  readonly agreements: readonly AgreementSeed[];
}

/** Visits at the same time on each of these days. */
export function on(days: readonly Weekday[], startsAt: string, endsAt: string): Visit[] {
  return days.map((weekday) => ({ weekday, startsAt, endsAt }));
}

/** All days of the week. */
export const EVERY_DAY: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

/** An outcome to plant. */
export function wish(
  statement: string,
  domain: OutcomeDomain,
  baseline: number,
  target: number,
  isAgreed = true,
): OutcomeSeed {
  return { statement, domain, baseline, target, isAgreed };
}
