// A published service is one entry with everything about it that is public, as HSDS 3.1 writes it; that passes as
// Open Referral UK 3.0 too, which allows fields of others.
// Its publisher and its licence decide whether it is published. Service → the standard's service, nested, or its summary.

import { WEEKDAYS } from '../common/calendar.ts';
import type { Weekday } from '../common/calendar.ts';
import { openContacts, openPhones } from './open-contact.rules.ts';
import type { PublishedContact } from './open-contact.rules.ts';
import { openOrganisation } from './open-organisation.rules.ts';
import type { PublishedOrganisation } from './open-organisation.rules.ts';
import { openLocation } from './open-place.rules.ts';
import type { PublishedLocation } from './open-place.rules.ts';
import { openAttribute } from './open-term.rules.ts';
import type { PublishedTerm } from './open-term.rules.ts';
import { filled, languageCode, madeId, openEmail, openMoment, openWebsite } from './open-value.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';

/** When a service is open, as the directory publishes it. */
export interface PublishedSchedule {
  readonly days: readonly Weekday[];
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly frequency: string | null;
  readonly every: number | null;
  readonly byDay: string | null;
  readonly byMonthDay: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly description: string | null;
}

/** What a service costs, as the directory publishes it. */
export interface PublishedCost {
  readonly option: string | null;
  readonly amountPence: number | null;
  readonly description: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A service with everything that is published of it. */
export interface PublishedService {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: string;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly feesDescription: string | null;
  readonly couldStart: string | null;
  readonly assuredOn: string | null;
  readonly lastModifiedAt: string | null;
  readonly languages: readonly string[];
  readonly areas: readonly string[];
  readonly organisation: PublishedOrganisation;
  readonly places: readonly { readonly id: string; readonly location: PublishedLocation }[];
  readonly schedules: readonly PublishedSchedule[];
  readonly costs: readonly PublishedCost[];
  readonly contacts: readonly PublishedContact[];
  readonly terms: readonly PublishedTerm[];
}

/** How much of each thing a list tells. */
export type Detail = 'FULL' | 'SUMMARY' | 'MINIMAL';

/** The service in as much detail as was asked for; each detail is valid by itself. */
export function openService(service: PublishedService, detail: Detail): OpenRecord {
  if (detail === 'MINIMAL') {
    const { id, name, status, lastModifiedAt } = service;
    return filled({ id, name, status: statusOf(status), last_modified: openMoment(lastModifiedAt) });
  }
  if (detail === 'SUMMARY') return summaryOf(service);
  return filled({
    ...ownPartsOf(service),
    service_at_locations: service.places.map(({ id, location }) => ({
      ...{ id, service_id: service.id, location_id: location.id },
      location: openLocation(location),
    })),
  });
}

/** A service where it is given: the place in full, and the service without its other places. */
export function openPlace(service: PublishedService, placeId: string, detail: Detail): OpenRecord | null {
  const place = service.places.find(({ id }) => id === placeId);
  if (!place) return null;
  return filled({
    ...{ id: placeId, service_id: service.id, location_id: place.location.id },
    location: openLocation(place.location),
    service: detail === 'FULL' ? ownPartsOf(service) : summaryOf(service),
  });
}

function summaryOf(service: PublishedService): OpenRecord {
  return filled({
    id: service.id,
    organization_id: service.organisation.id,
    name: service.name,
    description: service.description,
    url: openWebsite(service.website),
    email: openEmail(service.email),
    status: statusOf(service.status),
    wait_time: service.couldStart,
    fees_description: service.feesDescription,
    fees: service.feesDescription,
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    assured_date: service.assuredOn,
    last_modified: openMoment(service.lastModifiedAt),
    organization: openOrganisation(service.organisation),
  });
}

function ownPartsOf(service: PublishedService): OpenRecord {
  const { id } = service;
  const part = (kind: string, index: number) => ({ id: madeId(id, kind, index + 1), service_id: id });
  return filled({
    ...summaryOf(service),
    contacts: openContacts(service),
    phones: openPhones(service),
    languages: service.languages.map((name, index) =>
      filled({ ...part('language', index), name, code: languageCode(name) }),
    ),
    service_areas: service.areas.map((name, index) => ({ ...part('area', index), name })),
    schedules: service.schedules.map((schedule, index) => ({ ...part('schedule', index), ...openSchedule(schedule) })),
    cost_options: service.costs.map((cost, index) => ({ ...part('cost', index), ...openCost(cost) })),
    attributes: service.terms.map((term) => openAttribute(id, 'service', term)),
  });
}

function statusOf(status: string): string {
  return status.toLowerCase().replace('_', ' ');
}

function openSchedule(schedule: PublishedSchedule): OpenRecord {
  return filled({
    valid_from: schedule.validFrom,
    valid_to: schedule.validTo,
    freq: schedule.frequency ?? (schedule.days.length > 0 ? 'WEEKLY' : null),
    interval: schedule.every,
    byday: byDayOf(schedule),
    bymonthday: schedule.byMonthDay,
    opens_at: schedule.opensAt?.slice(0, 5),
    closes_at: schedule.closesAt?.slice(0, 5),
    description: schedule.description,
  });
}

/** The days as RFC 5545 writes them; a feed's own word counts when it is in that form, since it may say “second Monday”. */
function byDayOf({ days, byDay }: PublishedSchedule): string {
  if (byDay !== null && /^[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU))*$/.test(byDay))
    return byDay;
  return WEEKDAYS.filter((day) => days.includes(day))
    .map((day) => day.slice(0, 2))
    .join(',');
}

function openCost(cost: PublishedCost): OpenRecord {
  return filled({
    valid_from: cost.validFrom,
    valid_to: cost.validTo,
    option: cost.option,
    currency: cost.amountPence === null ? null : 'GBP',
    amount: cost.amountPence === null ? null : cost.amountPence / 100,
    amount_description: cost.description,
  });
}
