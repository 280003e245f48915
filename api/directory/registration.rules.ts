// A registration is what a regulator's register says of an organisation or a service, as one source told it on one day.
// The regulator decides; an import or an editor writes down what it said, and nothing already written is changed.
// told by a source → the newest of each source holds → followed by the next; what nobody tells is UNKNOWN.

import { dayInWords } from '../common/calendar.ts';
import { ok, refuse } from '../common/result.ts';
import type { Problem, Result } from '../common/result.ts';

/** Who keeps a register, with the name to show. */
export const REGULATORS = {
  CQC: 'Care Quality Commission',
  CIW: 'Care Inspectorate Wales',
  CIS: 'Care Inspectorate',
  RQIA: 'Regulation and Quality Improvement Authority',
  OFSTED: 'Ofsted',
  CHARITY_COMMISSION: 'Charity Commission',
  OSCR: 'Scottish Charity Regulator',
  CCNI: 'Charity Commission for Northern Ireland',
  COMPANIES_HOUSE: 'Companies House',
} as const;
export type Regulator = keyof typeof REGULATORS;

/** The regulators, as an enum of themselves. */
export const Regulator = Object.fromEntries(Object.keys(REGULATORS).map((name) => [name, name])) as {
  readonly [Name in Regulator]: Name;
};

/** How somebody stands in a register. */
export const RegistrationStatus = {
  ACTIVE: 'ACTIVE',
  DORMANT: 'DORMANT',
  SUSPENDED: 'SUSPENDED',
  DEREGISTERED: 'DEREGISTERED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type RegistrationStatus = keyof typeof RegistrationStatus;

/** What may only be done by who is registered for it (Health and Social Care Act 2008 (Regulated Activities) Regulations 2014). */
export const RegulatedActivity = {
  PERSONAL_CARE: 'PERSONAL_CARE',
  ACCOMMODATION_WITH_CARE: 'ACCOMMODATION_WITH_CARE',
  NURSING_CARE: 'NURSING_CARE',
  OTHER: 'OTHER',
} as const;
export type RegulatedActivity = keyof typeof RegulatedActivity;

/** One dated fact about a registration. */
export interface RegistrationFacts {
  readonly regulator: Regulator;
  readonly identifier: string;
  readonly status: RegistrationStatus;
  /** Empty when the source does not say. */
  readonly activities: readonly RegulatedActivity[];
  readonly rating: string | null;
  readonly ratedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly source: string;
  readonly asOf: string;
}

const CARE_REGULATORS: readonly Regulator[] = ['CQC', 'CIW', 'CIS', 'RQIA'];

/**
 * Whether somebody with these registrations may carry on the activity today (rule R20). Of what several sources tell of one
 * registration, the newest that knows counts; a source that does not name activities is not held against anybody.
 */
export function hasActiveRegistration(
  registrations: readonly RegistrationFacts[],
  activity: RegulatedActivity,
  today: string,
): boolean {
  return newestOfEach(registrations).some(
    ({ regulator, status, activities, startsOn, endsOn }) =>
      CARE_REGULATORS.includes(regulator) &&
      status === RegistrationStatus.ACTIVE &&
      (activities.length === 0 || activities.includes(activity)) &&
      (startsOn === null || startsOn <= today) &&
      (endsOn === null || endsOn >= today),
  );
}

/** Whether the newest rating that a care regulator gave is its worst, of which a person is to be warned (rule R20). */
export function isRatedInadequate(registrations: readonly RegistrationFacts[]): boolean {
  return newestOfEach(registrations).some(
    ({ regulator, rating }) =>
      CARE_REGULATORS.includes(regulator) && /^(?:inadequate|unsatisfactory|weak)$/i.test(rating ?? ''),
  );
}

/** What the register says, in a sentence for people, with its source and its day. */
export function describeRegistration(facts: RegistrationFacts): string {
  const { regulator, identifier, status, rating, ratedOn, source, asOf } = facts;
  const stands: Readonly<Record<RegistrationStatus, string>> = {
    ACTIVE: `Registered with ${nameOf(regulator)} as ${identifier}`,
    DORMANT: `Registered with ${nameOf(regulator)} as ${identifier}, but not giving this support at present`,
    SUSPENDED: `Registration ${identifier} with ${nameOf(regulator)} is suspended`,
    DEREGISTERED: `No longer registered with ${nameOf(regulator)}; it was ${identifier}`,
    UNKNOWN: `Known to ${nameOf(regulator)} as ${identifier}; whether it is registered now is not known`,
  };
  const rated = rating === null ? '' : `; rated ${rating}${ratedOn === null ? '' : ` on ${dayInWords(ratedOn)}`}`;
  return `${stands[status]}${rated}. From ${source}, as of ${dayInWords(asOf)}.`;
}

/** The regulator's name as it stands in a sentence: "the Care Quality Commission", but "Ofsted". */
function nameOf(regulator: Regulator): string {
  const isBare = regulator === 'OFSTED' || regulator === 'COMPANIES_HOUSE' || regulator === 'CIW';
  return `${isBare ? '' : 'the '}${REGULATORS[regulator]}`;
}

/** Of each registration the newest fact whose source knows how it stands; the newest at all when none does. */
function newestOfEach(registrations: readonly RegistrationFacts[]): RegistrationFacts[] {
  const newest = new Map<string, RegistrationFacts>();
  for (const facts of registrations) {
    const key = `${facts.regulator} ${facts.identifier}`;
    const other = newest.get(key);
    if (!other || outdoes(facts, other)) newest.set(key, facts);
  }
  return [...newest.values()];
}

/** Of two facts of one day the less favourable counts: better to ask once too often. */
function outdoes(one: RegistrationFacts, other: RegistrationFacts): boolean {
  const isKnown = one.status !== RegistrationStatus.UNKNOWN;
  if (isKnown !== (other.status !== RegistrationStatus.UNKNOWN)) return isKnown;
  if (one.asOf !== other.asOf) return one.asOf > other.asOf;
  return one.status !== RegistrationStatus.ACTIVE && other.status === RegistrationStatus.ACTIVE;
}

/** Why a registration could not be recorded. */
export const RecordRegistrationErrorCode = {
  IDENTIFIER_NOT_VALID: 'IDENTIFIER_NOT_VALID',
  RATING_NOT_VALID: 'RATING_NOT_VALID',
  SOURCE_NOT_VALID: 'SOURCE_NOT_VALID',
  DAYS_CROSSED: 'DAYS_CROSSED',
  DAY_AHEAD: 'DAY_AHEAD',
} as const;
export type RecordRegistrationErrorCode = keyof typeof RecordRegistrationErrorCode;

/** A registration as an editor writes it down from a register. */
export interface RegistrationToRecord {
  readonly regulator: Regulator;
  readonly identifier: string;
  readonly status: RegistrationStatus;
  readonly activities?: readonly RegulatedActivity[] | null;
  readonly rating?: string | null;
  readonly ratedOn?: string | null;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  /** Where the editor read it. */
  readonly source: string;
  /** Day on which it was read there; today unless told. */
  readonly asOf?: string | null;
}

/** The facts as they are kept, or every reason why they cannot be. */
export function decideRecording(
  told: RegistrationToRecord,
  today: string,
): Result<RegistrationFacts, RecordRegistrationErrorCode> {
  const lineOf = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() || null;
  const [identifier, rating, source] = [lineOf(told.identifier), lineOf(told.rating), lineOf(told.source)];
  const { ratedOn = null, startsOn = null, endsOn = null } = told;
  const asOf = told.asOf ?? today;
  const problems: Problem<RecordRegistrationErrorCode>[] = [];
  const say = (code: RecordRegistrationErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  if (!identifier || identifier.length > 100)
    say('IDENTIFIER_NOT_VALID', 'Enter what the regulator calls it, in at most 100 characters.', 'identifier');
  if ((rating?.length ?? 0) > 100) say('RATING_NOT_VALID', 'Enter the rating in at most 100 characters.', 'rating');
  if (ratedOn !== null && rating === null)
    say('RATING_NOT_VALID', 'Enter the rating that was given that day.', 'rating');
  if (!source || source.length > 300)
    say('SOURCE_NOT_VALID', 'Say where you read this, in at most 300 characters.', 'source');
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    say('DAYS_CROSSED', 'Enter a last day that is not before the first day.', 'endsOn');
  if (asOf > today) say('DAY_AHEAD', 'Enter the day on which you read this: today, or before.', 'asOf');
  if ((ratedOn ?? today) > today) say('DAY_AHEAD', 'Enter a day of the rating that is not in the future.', 'ratedOn');
  if (problems.length > 0 || !identifier || !source) return refuse(problems);

  const { regulator, status } = told;
  const activities = [...new Set(told.activities ?? [])].sort();
  return ok({ regulator, identifier, status, activities, rating, ratedOn, startsOn, endsOn, source, asOf });
}
