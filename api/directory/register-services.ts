import { dayAt, timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import { overwriting, writeRows } from './directory.queries.ts';
import type { KeptSchedule, SomeValues } from './entry-field.rules.ts';
import type { ServiceEntry } from './entry.rules.ts';
import { keepOwnWords } from './keep-own-words.ts';
import { columnsOf, scheduleRow } from './own-edit.queries.ts';
import { registerLocations } from './register-locations.ts';
import { dayPassed, registerAssurances } from './register-assurances.ts';
import { registerRegistrations } from './register-registrations.ts';
import { registerTerms } from './register-terms.ts';

/** A service to be written: new, or other than what is known. */
export interface ServiceToRegister {
  readonly id: string;
  readonly isNew: boolean;
  readonly organisationId: string;
  /** Hexadecimal fingerprint of the entry. */
  readonly hash: string;
  readonly entry: ServiceEntry;
}

type Rows = Record<string, unknown>[];

const COLUMNS = {
  id: 'uuid',
  organisation_id: 'uuid',
  feed_id: 'uuid',
  external_id: 'text',
  content_hash: 'bytea',
  name: 'text',
  description: 'text',
  status: 'text',
  website: 'text',
  email: 'text',
  phone: 'text',
  minimum_age: 'integer',
  maximum_age: 'integer',
  fees_description: 'text',
  could_start: 'text',
  assured_on: 'date',
  assured_by: 'text',
  assured_by_id: 'uuid',
  last_modified_at: 'timestamptz',
  languages: 'text[]',
  areas: 'text[]',
  repairs: 'text[]',
  imported_at: 'timestamptz',
};

const PARTS = {
  service_at_location: { id: 'uuid', service_id: 'uuid', location_id: 'uuid' },
  schedule: {
    id: 'uuid',
    service_id: 'uuid',
    location_id: 'uuid',
    position: 'integer',
    days: 'text[]',
    opens_at: 'time',
    closes_at: 'time',
    frequency: 'text',
    every: 'integer',
    by_day: 'text',
    by_month_day: 'text',
    valid_from: 'date',
    valid_to: 'date',
    description: 'text',
  },
  cost_option: {
    id: 'uuid',
    service_id: 'uuid',
    position: 'integer',
    option: 'text',
    amount_pence: 'bigint',
    description: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
  contact: {
    id: 'uuid',
    service_id: 'uuid',
    position: 'integer',
    name: 'text',
    title: 'text',
    email: 'text',
    phone: 'text',
    phone_extension: 'text',
    phone_description: 'text',
    is_public: 'boolean',
  },
  service_term: { service_id: 'uuid', term_id: 'uuid' },
} as const;
type Part = keyof typeof PARTS;

// A later check made here outlives what the publisher says of an earlier one.
const IS_NEWER = `excluded.assured_on > coalesce(service.assured_on, '-infinity')`;
const LAST_CHECK = `assured_on = greatest(service.assured_on, excluded.assured_on),
  assured_by = case when ${IS_NEWER} then excluded.assured_by else service.assured_by end,
  assured_by_id = case when ${IS_NEWER} then excluded.assured_by_id else service.assured_by_id end`;

/** Writes services of a feed with everything that belongs to them; what a service had before of these is replaced. */
export async function registerServices(
  tx: Transaction,
  feedId: string,
  services: readonly ServiceToRegister[],
): Promise<void> {
  if (services.length === 0) return;
  const locations = await registerLocations(
    tx,
    feedId,
    services.flatMap(({ entry }) => entry.locations),
  );
  const terms = await registerTerms(
    tx,
    feedId,
    services.flatMap(({ entry }) => entry.terms),
  );

  const known = services.filter(({ isNew }) => !isNew);
  const said = known.map(({ id, entry }) => ({ id, values: valuesOf(entry, locations) }));
  const own = await keepOwnWords(tx, 'service', said);

  const importedAt = timestampOf(tx.now()).toISOString();
  const kept = ['id', 'feed_id', 'external_id', 'assured_on', 'assured_by', 'assured_by_id'];
  const onConflict = `on conflict (feed_id, external_id) do update set ${overwriting(COLUMNS, kept)}, ${LAST_CHECK}`;
  const rows = services.map((service) => ({
    ...rowOf(service, feedId, importedAt, dayAt(tx.now())),
    ...columnsOf(own.get(service.id) ?? {}),
  }));
  await writeRows(tx, { table: 'service', columns: COLUMNS, onConflict }, rows);

  const changedIds = known.map(({ id }) => id);
  for (const [table, columns] of Object.entries(PARTS) as [Part, Record<string, string>][]) {
    if (changedIds.length > 0) await tx.manager.query(`delete from ${table} where service_id = any ($1)`, [changedIds]);
    const parts = services.flatMap((service) => partsOf(tx, table, service, { locations, terms, own }));
    await writeRows(tx, { table, columns }, parts);
  }
  await registerAssurances(tx, services);
  await registerRegistrations(
    tx,
    feedId,
    services.map(({ id, organisationId, entry }) => ({ organisationId, serviceId: id, entries: entry.registrations })),
  );
}

interface Known {
  /** Identifiers of the locations and terms by those of the feed. */
  readonly locations: ReadonlyMap<string, string>;
  readonly terms: ReadonlyMap<string, string>;
  /** What people have written here, by the service. */
  readonly own: ReadonlyMap<string, SomeValues>;
}

/** What the entry of a feed says, field by field, as it would be written by hand. */
function valuesOf(entry: ServiceEntry, locations: ReadonlyMap<string, string>): SomeValues {
  const { minimumAge: minimum, maximumAge: maximum } = entry;
  return {
    ...{ NAME: entry.name, DESCRIPTION: entry.description, STATUS: entry.status, WEBSITE: entry.website },
    ...{ EMAIL: entry.email, PHONE: entry.phone, FEES: entry.feesDescription, COULD_START: entry.couldStart },
    ...{ LANGUAGES: entry.languages, AREAS: entry.areas, SCHEDULES: schedulesOf(entry, locations) },
    AGES: minimum === null && maximum === null ? null : { minimum, maximum },
  };
}

function schedulesOf(entry: ServiceEntry, locations: ReadonlyMap<string, string>): KeptSchedule[] {
  return entry.schedules.map(({ locationExternalId, ...schedule }) => ({
    ...schedule,
    locationId: locations.get(locationExternalId ?? '') ?? null,
  }));
}

function rowOf(
  { id, organisationId, hash, entry }: ServiceToRegister,
  feedId: string,
  importedAt: string,
  today: string,
) {
  const assuredOn = dayPassed(entry.assuredOn, today);
  return {
    ...entry,
    id,
    organisation_id: organisationId,
    feed_id: feedId,
    external_id: entry.externalId,
    content_hash: hash,
    minimum_age: entry.minimumAge,
    maximum_age: entry.maximumAge,
    fees_description: entry.feesDescription,
    could_start: entry.couldStart,
    assured_on: assuredOn,
    assured_by: assuredOn === null ? null : 'PUBLISHER',
    assured_by_id: null,
    last_modified_at: entry.lastModifiedAt,
    imported_at: importedAt,
  };
}

function partsOf(tx: Transaction, part: Part, service: ServiceToRegister, { locations, terms, own }: Known): Rows {
  const { id, entry } = service;
  const numbered = (index: number) => ({ id: tx.newId(), service_id: id, position: index + 1 });
  switch (part) {
    case 'service_at_location':
      return entry.locations.map((location, index) => ({
        ...numbered(index),
        location_id: locations.get(location.externalId),
      }));
    case 'service_term':
      return entry.terms.map((term) => ({ service_id: id, term_id: terms.get(term.externalId) }));
    case 'schedule':
      return (own.get(id)?.SCHEDULES ?? schedulesOf(entry, locations)).map((schedule, index) => ({
        ...numbered(index),
        ...scheduleRow(schedule),
      }));
    case 'cost_option':
      return entry.costs.map((cost, index) => ({ ...numbered(index), ...snakeCased(cost) }));
    case 'contact':
      return entry.contacts.map((contact, index) => ({ ...numbered(index), ...snakeCased(contact) }));
  }
}

function snakeCased(entry: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
