// An entry is one service of a feed as Kith keeps it: everything repaired that can be, everything repaired marked.
// The importer decides. Raw row → entry with its repairs | quarantined with a reason; no row is ever lost.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { emailOf, websiteOf } from './address.rules.ts';
import { readContacts } from './contact.rules.ts';
import type { ContactEntry } from './contact.rules.ts';
import { readCost } from './cost.rules.ts';
import type { CostEntry } from './cost.rules.ts';
import { readLocations } from './location.rules.ts';
import type { LocationEntry } from './location.rules.ts';
import { dayOf, momentOf } from './moment.rules.ts';
import { readOrganisation } from './organisation-entry.rules.ts';
import type { OrganisationEntry } from './organisation-entry.rules.ts';
import { readRegistrations } from './registration-entry.rules.ts';
import type { RegistrationEntry } from './registration-entry.rules.ts';
import { isRaw, rawList } from './repair.rules.ts';
import type { Note, Raw, Repair } from './repair.rules.ts';
import { readSchedule } from './schedule.rules.ts';
import { isSecretService, masked, withoutWholePostcodes } from './secret-place.rules.ts';
import type { PlacedSchedule } from './schedule.rules.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { fromStandard } from './standard-form.rules.ts';
import type { Convert } from './standard-form.rules.ts';
import { kindOfTerms, readTerms } from './term.rules.ts';
import type { TermEntry } from './term.rules.ts';
import { lineOf, referenceOf, textOf } from './text.rules.ts';

/** Whether a service runs. */
export const ServiceStatus = {
  ACTIVE: 'ACTIVE',
  INACTIVE: 'INACTIVE',
  DEFUNCT: 'DEFUNCT',
  TEMPORARILY_CLOSED: 'TEMPORARILY_CLOSED',
} as const;
export type ServiceStatus = keyof typeof ServiceStatus;

/** Why a row is kept aside. */
export type QuarantineReason =
  'NOT_AN_OBJECT' | 'NAME_MISSING' | 'STATUS_UNKNOWN' | 'ORGANISATION_MISSING' | 'ID_REPEATED' | 'FULL_TEXT_MISSING';

/** One service of a feed. */
export interface ServiceEntry {
  readonly externalId: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: ServiceStatus;
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
  readonly organisation: OrganisationReference;
  readonly locations: readonly LocationEntry[];
  readonly schedules: readonly PlacedSchedule[];
  readonly costs: readonly CostEntry[];
  readonly contacts: readonly ContactEntry[];
  readonly terms: readonly TermEntry[];
  readonly registrations: readonly RegistrationEntry[];
  readonly repairs: readonly Repair[];
}

/** The organisation of a service: told in full, or only by its identifier, to be found among those of the feed. */
export type OrganisationReference =
  | { readonly externalId: string; readonly entry: OrganisationEntry }
  | { readonly externalId: string; readonly entry: null; readonly kind: OrganisationKind | null };

const STATUSES: Readonly<Record<string, ServiceStatus>> = {
  active: 'ACTIVE',
  live: 'ACTIVE',
  published: 'ACTIVE',
  open: 'ACTIVE',
  inactive: 'INACTIVE',
  archived: 'INACTIVE',
  suspended: 'INACTIVE',
  unpublished: 'INACTIVE',
  defunct: 'DEFUNCT',
  closed: 'DEFUNCT',
  'temporarily closed': 'TEMPORARILY_CLOSED',
  temporarily_closed: 'TEMPORARILY_CLOSED',
};

/** Reads one service; repairs what can be repaired and refuses, with the reason, what cannot. */
export function readService(given: unknown, convert: Convert = fromStandard): Result<ServiceEntry, QuarantineReason> {
  if (!isRaw(given)) return refuseWith('NOT_AN_OBJECT', 'The row is not an entry with fields.');
  const repairs = new Set<Repair>();
  const note: Note = (repair) => repairs.add(repair);
  const row = convert(given, note);

  const name = lineOf(row['name'], note);
  if (name === null) return refuseWith('NAME_MISSING', 'The entry has no name.', 'name');
  const status = statusOf(row['status'], note);
  if (status === null) {
    return refuseWith(
      'STATUS_UNKNOWN',
      `The status “${String(row['status']).slice(0, 50)}” is none that we know.`,
      'status',
    );
  }
  const terms = readTerms(row['attributes'], note);
  const organisation = organisationOf(row, kindOfTerms(terms), note);
  if (organisation === null) {
    return refuseWith('ORGANISATION_MISSING', 'The entry does not say which organisation runs it.', 'organization');
  }
  const content = withoutSecrets({ name, ...contentOf(row, note) }, terms, note);
  return ok({
    ...content,
    status,
    organisation,
    terms,
    ...identified(row, name, organisation, note),
    repairs: [...repairs].sort(),
  });
}

/** The entry without what would find a place that must stay secret. */
function withoutSecrets<T extends Pick<ServiceEntry, 'name' | 'description' | 'locations'>>(
  entry: T,
  terms: readonly TermEntry[],
  note: Note,
): T {
  const isSecret = isSecretService(entry, terms);
  const locations = entry.locations.map((location) =>
    isSecret && location.type !== 'VIRTUAL' ? masked(location) : location,
  );
  if (locations.every(({ hasPublicAddress }) => hasPublicAddress)) return entry;
  note('ADDRESS_HIDDEN');
  return { ...entry, locations, description: withoutWholePostcodes(entry.description) };
}

function contentOf(row: Raw, note: Note) {
  const contacts = readContacts(row, note);
  const shown = contacts.filter((contact) => contact.isPublic);
  return {
    description: textOf(row['description'], note),
    website: websiteOf(row['url'], note),
    email: emailOf(row['email'], note) ?? shown.find((contact) => contact.email)?.email ?? null,
    phone: shown.find((contact) => contact.phone)?.phone ?? null,
    ...agesOf(row, note),
    feesDescription: textOf(row['fees_description'] ?? row['fees'], note, 2000),
    couldStart: lineOf(row['wait_time'], note),
    assuredOn: dayOf(row['assured_date'], note),
    lastModifiedAt: momentOf(row['last_modified'], note),
    languages: namesOf(row['languages'], note),
    areas: namesOf(row['service_areas'], note).map((name) => areaOf(name, note)),
    locations: readLocations(row['service_at_locations'], note),
    schedules: allOf(row['schedules'], readSchedule, note),
    costs: allOf(row['cost_options'], readCost, note),
    contacts,
    registrations: readRegistrations({ registrations: row['registrations'] }, note),
  };
}

function allOf<T>(value: unknown, readOne: (raw: Raw, note: Note) => T | null, note: Note): T[] {
  return rawList(value, note)
    .slice(0, 100)
    .map((raw) => readOne(raw, note))
    .filter((entry) => entry !== null);
}

function namesOf(value: unknown, note: Note): string[] {
  const names = allOf(value, (raw) => lineOf(raw['name'], note, 100), note);
  return [...new Set(names)];
}

/** The name of an area; the code of a district that lost one of its zeros, E0800009, is E08000009. */
function areaOf(name: string, note: Note): string {
  if (!/^[EWSN]\d{7}$/.test(name)) return name;
  note('AREA_CODE');
  return `${name.slice(0, 3)}0${name.slice(3)}`;
}

function statusOf(value: unknown, note: Note): ServiceStatus | null {
  const line = lineOf(value, note, 100);
  if (line === null) {
    note('STATUS_MISSING');
    return 'ACTIVE';
  }
  if (line !== line.toLowerCase() || !['active', 'inactive', 'defunct', 'temporarily closed'].includes(line))
    note('STATUS_FORM');
  return STATUSES[line.toLowerCase()] ?? null;
}

function agesOf(row: Raw, note: Note): { minimumAge: number | null; maximumAge: number | null } {
  const minimumAge = ageOf(row['minimum_age'], note);
  const oldest = ageOf(row['maximum_age'], note);
  if (oldest === 0) note('AGE_NONE');
  const maximumAge = oldest === 0 ? null : oldest;
  if (minimumAge === null || maximumAge === null || minimumAge <= maximumAge) return { minimumAge, maximumAge };
  note('AGES_CROSSED');
  return { minimumAge: maximumAge, maximumAge: minimumAge };
}

function ageOf(value: unknown, note: Note): number | null {
  const line = lineOf(value, note, 20);
  if (line === null) return null;
  const age = Math.floor(Number(line));
  if (age >= 0 && age <= 120) return age;
  note(age === -1 ? 'AGE_NONE' : 'AGE_UNREADABLE');
  return null;
}

function organisationOf(row: Raw, kind: OrganisationKind | null, note: Note): OrganisationReference | null {
  const nested = row['organization'];
  const entry = isRaw(nested) ? readOrganisation(nested, note, kind) : null;
  if (entry) return { externalId: entry.externalId, entry };
  const externalId = referenceOf(row['organization_id'], note);
  return externalId === null ? null : { externalId, entry: null, kind };
}

/** The feed's own identifier; one made from what tells the service apart when there is none. */
function identified(row: Raw, name: string, organisation: OrganisationReference, note: Note): { externalId: string } {
  const id = lineOf(row['id'], note);
  if (id === null) {
    note('ID_MISSING');
    const place = readLocations(row['service_at_locations'], () => undefined)[0]?.externalId ?? '';
    const key = JSON.stringify([name.toLowerCase(), organisation.externalId, place]);
    return { externalId: `made-${exactFingerprintOf(key).toString('hex').slice(0, 32)}` };
  }
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) note('ID_NOT_UUID');
  return { externalId: id };
}
