// Keeping an offer is what its provider does with it once it stands: change it, end it, say how much is free.
// The provider decides. What was offered is never rewritten: the old offer ends and the next begins, so that history stays.
// STANDS → REVISED (its last day is the one before the next begins) | ENDED (its last day has passed).
import { addDays, isDay, laterDay } from '../common/calendar.ts';
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { OrganisationKind } from '../common/viewer.ts';
import type { ServiceStatus } from '../directory/entry.rules.ts';
import {
  hasActiveRegistration,
  type RegistrationFacts,
  type RegulatedActivity,
} from '../directory/registration.rules.ts';
import { CapacityUnit } from './capacity.rules.ts';
import { OfferProblemCode } from './making.rules.ts';

/** Why a service could not be offered. */
export const MakeOfferErrorCode = {
  ...OfferProblemCode,
  SERVICE_NOT_RUNNING: 'SERVICE_NOT_RUNNING',
  NOT_REGISTERED: 'NOT_REGISTERED',
} as const;
export type MakeOfferErrorCode = keyof typeof MakeOfferErrorCode;

/** Why an offer could not be touched any more. */
export const OfferStandingCode = {
  OFFER_ENDED: 'OFFER_ENDED',
  OFFER_REPLACED: 'OFFER_REPLACED',
  FROM_A_FEED: 'FROM_A_FEED',
} as const;
export type OfferStandingCode = keyof typeof OfferStandingCode;

/** Why an offer could not be revised. */
export const ReviseOfferErrorCode = { ...MakeOfferErrorCode, ...OfferStandingCode } as const;
export type ReviseOfferErrorCode = keyof typeof ReviseOfferErrorCode;

/** Why an offer could not be ended. */
export const EndOfferErrorCode = { ...OfferStandingCode, DAYS_IMPOSSIBLE: 'DAYS_IMPOSSIBLE' } as const;
export type EndOfferErrorCode = keyof typeof EndOfferErrorCode;

/** Why capacity could not be stated. */
export const StateCapacityErrorCode = {
  OFFER_ENDED: 'OFFER_ENDED',
  CAPACITY_IMPOSSIBLE: 'CAPACITY_IMPOSSIBLE',
} as const;
export type StateCapacityErrorCode = keyof typeof StateCapacityErrorCode;

/** A service that is to be offered, as far as the rules ask. */
export interface ServiceToOffer {
  readonly status: ServiceStatus;
  readonly regulatedActivity: RegulatedActivity | null;
  readonly organisationKind: OrganisationKind;
  readonly registrations: readonly RegistrationFacts[];
}

/**
 * What stops a service from being offered; none while it runs or is closed for a while only, and is no regulated care or has
 * the registration for it. Community groups need none, nor do personal assistants whom a person employs, who make no offers
 * here (rule R20).
 */
export function offeringProblems(service: ServiceToOffer, today: string): Problem<MakeOfferErrorCode>[] {
  const { status, regulatedActivity: activity, organisationKind, registrations } = service;
  const problems: Problem<MakeOfferErrorCode>[] = [];
  if (status !== 'ACTIVE' && status !== 'TEMPORARILY_CLOSED')
    problems.push({
      code: 'SERVICE_NOT_RUNNING',
      message: 'This service does not run any more, so it cannot be offered.',
    });
  const isExempt = activity === null || organisationKind === OrganisationKind.COMMUNITY_GROUP;
  if (!isExempt && !hasActiveRegistration(registrations, activity, today))
    problems.push({
      code: 'NOT_REGISTERED',
      message:
        'This is care that needs a registration, and we know of none in force. Ask the editor of the directory to record yours, then make the offer.',
    });
  return problems;
}

/** An offer, as far as these rules ask. */
export interface OfferStanding {
  readonly source: 'FEED' | 'PROVIDER';
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly isReplaced: boolean;
}

/** Most that can be said to be free. */
export const MOST_FREE = 100_000;

/** What stops an offer from being changed at all; none while it is the newest of its kind and has not ended. */
export function standingProblems(offer: OfferStanding, today: string): Problem<OfferStandingCode>[] {
  if (offer.source === 'FEED')
    return [{ code: 'FROM_A_FEED', message: 'This price comes from a directory feed. Make an offer of your own.' }];
  if (offer.isReplaced)
    return [{ code: 'OFFER_REPLACED', message: 'This offer was replaced by a newer one. Change that one.' }];
  if (offer.validTo !== null && offer.validTo < today)
    return [{ code: 'OFFER_ENDED', message: 'This offer has ended. Make a new one.' }];
  return [];
}

/**
 * The last day of an offer that another takes the place of: the day before the next begins. One that would have begun later
 * never holds, which is told by a last day before its first.
 */
export function lastDayBefore({ validFrom }: Pick<OfferStanding, 'validFrom'>, nextFrom: string): string {
  return addDays(laterDay(nextFrom, validFrom ?? nextFrom), -1);
}

/** The last day of an offer that ends: today unless told; an offer that has not begun never begins. */
export function decideEnding(
  offer: OfferStanding,
  lastOn: string | null,
  today: string,
): Result<string, EndOfferErrorCode> {
  const problems: Problem<EndOfferErrorCode>[] = [...standingProblems(offer, today)];
  const last = lastOn ?? today;
  if (!isDay(last) || last < today)
    problems.push({ code: 'DAYS_IMPOSSIBLE', message: 'The last day must be today or later.', field: ['lastOn'] });
  if (problems.length > 0) return refuse(problems);
  return ok(offer.validFrom === null ? last : laterDay(last, addDays(offer.validFrom, -1)));
}

/** What a provider says of its capacity; `free` null takes back what was said. */
export interface CapacityAsked {
  readonly free: number | null;
  readonly unit: CapacityUnit | null;
}

/** Decides whether capacity can be stated as asked, whoever made the offer: a feed never says what is free. */
export function decideCapacity(
  offer: OfferStanding,
  { free, unit }: CapacityAsked,
  today: string,
): Result<{ readonly free: number; readonly unit: CapacityUnit } | null, StateCapacityErrorCode> {
  if (offer.validTo !== null && offer.validTo < today)
    return refuseWith('OFFER_ENDED', 'This offer has ended. Say what is free on another.');
  if (free === null) return ok(null);
  if (!Number.isInteger(free) || free < 0 || free > MOST_FREE)
    return refuseWith('CAPACITY_IMPOSSIBLE', 'Say how much is free in whole numbers: 0 when nothing is.', 'free');
  return ok({ free, unit: unit ?? CapacityUnit.PLACES });
}
