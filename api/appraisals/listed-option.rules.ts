// A listed option is a service of the directory, told by the facts that every option shows.
// The directory says the facts; an unknown one is said to be unknown and worth asking about, never left out (rule R19).
// service's facts → option's facts, as they were when it was added.
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { dayInWords } from '../common/calendar.ts';
import { describeSchedule, type ScheduleEntry } from '../directory/schedule.rules.ts';
import { isCurrentOffer } from '../offers/offer.rules.ts';
import { bandsOf, RateBand } from '../offers/rate.rules.ts';
import { kindOfOption, type OptionFacts } from './option.rules.ts';
import { hundredthsOf, type ListedCost, type OfferedPrice, weeklyCostOf } from './weekly-cost.rules.ts';

/** Why a service could not be added. */
export const ListedOptionCode = {
  SERVICE_NOT_RUNNING: 'SERVICE_NOT_RUNNING',
  UNITS_NOT_VALID: 'UNITS_NOT_VALID',
} as const;
export type ListedOptionCode = keyof typeof ListedOptionCode;

interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Where a service is, with what is known about getting in and around. */
export interface ServicePlace {
  readonly type: 'PHYSICAL' | 'POSTAL' | 'VIRTUAL';
  readonly name: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string | null;
  /** Miles from the individual's home, as the crow flies; null when either place is not known. */
  readonly distanceMiles: number | null;
  readonly accessFacts: readonly string[];
}

/** What the directory and the offers know of a service. */
export interface ServiceFacts {
  readonly serviceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'DEFUNCT' | 'TEMPORARILY_CLOSED';
  readonly organisationKind: OrganisationKind;
  readonly couldStart: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly languages: readonly string[];
  readonly feesDescription: string | null;
  readonly schedules: readonly ScheduleEntry[];
  readonly costs: readonly (ListedCost & Period)[];
  readonly offers: readonly (OfferedPrice &
    Period & { readonly couldStartOn: string | null; readonly minimumMinutes: number | null })[];
  /** Whether a regulator of care rates it worst, of which a person is warned (rule R20). */
  readonly isRatedInadequate?: boolean;
  /** Nearest first, those of unknown distance last; at most 20. */
  readonly places: readonly ServicePlace[];
}

const LONGEST_SUMMARY = 300;
const MOST_SCHEDULES = 3;
const MOST_ACCESS_FACTS = 6;
const SAYS_STEP_FREE = /\b(?:step[- ]?free|wheelchairs?|ramps?|ramped|level access|steps?|stairs?|lift)\b/i;

/** The facts of a service as an option, with every problem found; `unitsAWeek` is how much of it a week would have. */
export function decideListedOption(
  service: ServiceFacts,
  unitsAWeek: string | null,
  today: string,
): Result<OptionFacts, ListedOptionCode> {
  const hundredths = unitsAWeek === null ? null : hundredthsOf(unitsAWeek);
  const problems: Problem<ListedOptionCode>[] = [];
  if (service.status === 'DEFUNCT' || service.status === 'INACTIVE')
    problems.push({
      code: 'SERVICE_NOT_RUNNING',
      message: 'This service does not run any more.',
      field: ['serviceId'],
    });
  if (unitsAWeek !== null && hundredths === null)
    problems.push({
      code: 'UNITS_NOT_VALID',
      message: 'Say how many hours, visits or days a week, such as 4 or 2.5, or leave it out.',
      field: ['unitsAWeek'],
    });
  return problems.length > 0 ? refuse(problems) : ok(factsOn(today, service, hundredths));
}

function factsOn(today: string, service: ServiceFacts, unitsAWeek: number | null): OptionFacts {
  const current = <T extends Period>(all: readonly T[]): T[] => all.filter((each) => isCurrentOffer(each, today));
  const [schedules, offers, costs] = [current(service.schedules), current(service.offers), current(service.costs)];
  const { feesDescription, places } = service;
  const known = { offers, costs, feesDescription, timesAWeek: timesAWeek(schedules), bands: bandsIn(schedules) };
  const cost = weeklyCostOf(known, unitsAWeek);
  const offer = offers.find(({ offerId }) => offerId === cost.offerId);
  return {
    kind: kindOfOption(service.organisationKind),
    serviceId: service.serviceId,
    offerId: cost.offerId,
    name: service.name,
    summary: firstWords(service.description),
    weeklyCostPence: cost.pence,
    costGrounds: cost.grounds,
    happensWhen: whenInWords(schedules),
    gettingThere: placeInWords(places),
    distanceMiles: nearest(places),
    couldStart: startInWords(offer?.couldStartOn ?? null, service.couldStart, today),
    thingsToThinkAbout: thingsToThinkAbout(service, offer?.minimumMinutes ?? null),
    ifItFallsThrough: null,
  };
}

/** How often the schedules take place in a week; null when that cannot be told. */
export function timesAWeek(schedules: readonly ScheduleEntry[]): number | null {
  if (schedules.length === 0) return null;
  const isWeekly = schedules.every(
    ({ days, frequency, every }) => days.length > 0 && frequency !== 'MONTHLY' && (every ?? 1) === 1,
  );
  return isWeekly ? schedules.reduce((total, { days }) => total + days.length, 0) : null;
}

function bandsIn(schedules: readonly ScheduleEntry[]): RateBand[] {
  const found = new Set(schedules.flatMap(({ days, opensAt, closesAt }) => bandsOf(days, opensAt, closesAt)));
  return Object.values(RateBand).filter((band) => found.has(band));
}

/** The first sentence of a description, or its first words when that is long. */
export function firstWords(description: string | null): string | null {
  const text = description?.replace(/\s+/g, ' ').trim();
  if (!text) return null;
  const sentence = /^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= LONGEST_SUMMARY) return sentence;
  return `${sentence.slice(0, LONGEST_SUMMARY - 1).replace(/\s+\S*$/, '')}…`;
}

function whenInWords(schedules: readonly ScheduleEntry[]): string | null {
  const all = [...new Set(schedules.map(describeSchedule))];
  if (all.length === 0) return null;
  const more = all.length > MOST_SCHEDULES ? '; and other times' : '';
  return all.slice(0, MOST_SCHEDULES).join('; ') + more;
}

function nearest(places: readonly ServicePlace[]): number | null {
  const miles = places.flatMap(({ distanceMiles }) => distanceMiles ?? []);
  return miles.length === 0 ? null : Math.round(Math.min(...miles) * 10) / 10;
}

function placeInWords(places: readonly ServicePlace[]): string | null {
  const place = places.find(({ type }) => type === 'PHYSICAL');
  if (!place) return places.some(({ type }) => type === 'VIRTUAL') ? 'Online or by telephone' : null;
  const [line] = place.addressLines;
  return [place.name, line === place.name ? null : line, place.postcode].filter(Boolean).join(', ') || null;
}

function startInWords(couldStartOn: string | null, said: string | null, today: string): string | null {
  if (couldStartOn === null) return said;
  return couldStartOn <= today ? 'Now' : `From ${dayInWords(couldStartOn)}`;
}

function thingsToThinkAbout(service: ServiceFacts, minimumMinutes: number | null): string | null {
  const place = service.places.find(({ type }) => type === 'PHYSICAL');
  const access = (place?.accessFacts ?? []).slice(0, MOST_ACCESS_FACTS);
  const sentences = [
    service.isRatedInadequate
      ? 'Its regulator gave it the worst rating: read the report, and talk it through before you choose'
      : null,
    service.status === 'TEMPORARILY_CLOSED' ? 'Closed for now: ask when it opens again' : null,
    agesInWords(service.minimumAge, service.maximumAge),
    minimumMinutes === null ? null : `Shortest visit: ${minimumMinutes} minutes`,
    ...access,
    access.some((fact) => SAYS_STEP_FREE.test(fact)) ? null : 'Step-free: not known. Ask them',
    service.languages.length === 0 ? null : `Languages: ${service.languages.join(', ')}`,
  ];
  return sentences.flatMap((sentence) => (sentence ? `${sentence.replace(/[.\s]+$/, '')}.` : [])).join(' ');
}

function agesInWords(from: number | null, to: number | null): string | null {
  if (from !== null && to !== null) return `For people aged ${from} to ${to}`;
  if (from !== null && from > 0) return `For people aged ${from} and over`;
  return to === null ? null : `For people aged up to ${to}`;
}
