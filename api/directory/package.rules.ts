// A package is a directory as tables, one file each, in the words of HSDS 1.1, 2.0 or 3.x.
// The publisher's identifiers join them; a row that points nowhere keeps what it has. Tables → pages of entries.

import type { FeedPage } from './feed.rules.ts';
import type { Raw } from './repair.rules.ts';
import { fromV1, organisationFromV1, termFromV1 } from './read-v1.rules.ts';
import { filled, fromStandard } from './standard-form.rules.ts';

/** The rows of each table by the name of its file. */
export type Tables = ReadonlyMap<string, readonly Raw[]>;

const NAMES: Readonly<Record<string, readonly string[]>> = {
  organizations: ['organization', 'organisations'],
  organization_identifiers: ['organization_identifier'],
  services: ['service'],
  locations: ['location'],
  service_at_location: ['service_at_locations', 'services_at_location', 'services_at_locations'],
  addresses: ['address'],
  physical_addresses: ['physical_address'],
  postal_addresses: ['postal_address'],
  accessibility: ['accessibility_for_disabilities'],
  phones: ['phone'],
  contacts: ['contact'],
  schedules: ['schedule', 'regular_schedules', 'regular_schedule'],
  holiday_schedules: ['holiday_schedule'],
  eligibilities: ['eligibility', 'eligibilitys'],
  cost_options: ['cost_option'],
  languages: ['language'],
  service_areas: ['service_area'],
  attributes: [
    'attribute',
    'services_taxonomy',
    'service_taxonomy',
    'service_taxonomys',
    'service_attributes',
    'link_taxonomy',
  ],
  taxonomy_terms: ['taxonomy_term', 'taxonomy'],
};

/** The table that a file of this name holds, in today's word for it; null when it is none of a package. */
export function tableOf(name: string): string | null {
  const base = name
    .toLowerCase()
    .replace(/\.(?:csv|tsv)$/, '')
    .replace(/[- ]/g, '_');
  return Object.entries(NAMES).find(([table, others]) => table === base || others.includes(base))?.[0] ?? null;
}

/** Whether tables of these names are a package: services, and what they are joined with. */
export function isPackage(tables: readonly string[]): boolean {
  return (
    tables.includes('services') &&
    ['organizations', 'service_at_location', 'locations'].some((table) => tables.includes(table))
  );
}

/** The entries that the tables make together. */
export function readPackage(tables: Tables): FeedPage[] {
  const known = index(tables);
  const page = { pageNumber: null, totalPages: 1, totalItems: null, isSingle: false, isContinued: false };
  const rows = (table: string) => (tables.get(table) ?? []).map(filled);
  const organisations = rows('organizations').map((organisation) => ({
    ...organisation,
    phones: known.of('phones', 'organization_id', organisation),
    organization_identifiers: known.of('organization_identifiers', 'organization_id', organisation),
    attributes: known.of('attributes', 'link_id', organisation).map((link) => attributeOf(link, known)),
  }));
  const isToday = isVersion3(tables);
  return [
    { ...page, kind: 'TERM', convert: termFromV1, rows: rows('taxonomy_terms').map((term) => termUnder(term, known)) },
    { ...page, kind: 'ORGANISATION', convert: isToday ? fromStandard : organisationFromV1, rows: organisations },
    {
      ...page,
      kind: 'SERVICE',
      convert: isToday ? fromStandard : fromV1,
      rows: rows('services').map((service) => serviceOf(service, known)),
    },
  ];
}

/** Whether the tables are those of HSDS 3, whose columns have the names of the standard form. */
function isVersion3(tables: Tables): boolean {
  const has = (table: string, column: string) => Object.hasOwn(tables.get(table)?.[0] ?? {}, column);
  return has('organizations', 'website') || has('locations', 'location_type') || has('attributes', 'link_entity');
}

interface Index {
  /** The rows of a table that name the holder in this column. */
  readonly of: (table: string, column: string, holder: Raw) => Raw[];
  readonly find: (table: string, id: unknown) => Raw | null;
}

function serviceOf(service: Raw, known: Index): Raw {
  const own = (table: string) => known.of(table, 'service_id', service);
  return {
    ...service,
    ...filled({ organization_id: oneOf('organizations', service['organization_id'], known) }),
    phones: own('phones').filter(isNobodys),
    contacts: contactsOf('service_id', service, known),
    schedules: own('schedules'),
    holiday_schedules: own('holiday_schedules'),
    eligibilitys: own('eligibilities'),
    cost_options: own('cost_options'),
    languages: own('languages'),
    service_areas: own('service_areas'),
    attributes: [...own('attributes'), ...known.of('attributes', 'link_id', service)].map((link) =>
      attributeOf(link, known),
    ),
    service_at_locations: own('service_at_location').map((placed) => placedOf(placed, known)),
  };
}

/** The identifier in a cell, or of several there the first that the package tells of. */
function oneOf(table: string, cell: unknown, known: Index): unknown {
  if (typeof cell !== 'string' || !cell.includes(',')) return cell;
  const ids = cell.split(',').map((id) => id.trim());
  return ids.find((id) => known.find(table, id) !== null) ?? ids.find((id) => id !== '');
}

/** A term below the first of its parents; some packages name the parent by its code in the list in place of its identifier. */
function termUnder(term: Raw, known: Index): Raw {
  const parentId = oneOf('taxonomy_terms', term['parent_id'], known);
  const isKnown = known.find('taxonomy_terms', parentId) !== null;
  const [byCode] =
    isKnown || typeof parentId !== 'string' ? [] : known.of('taxonomy_terms', 'taxonomy_id', { id: parentId });
  return { ...term, ...filled({ parent_id: byCode?.['id'] ?? parentId }) };
}

function placedOf(placed: Raw, known: Index): Raw {
  const location = known.find('locations', placed['location_id']);
  const own = (table: string) => known.of(table, 'service_at_location_id', placed);
  const parts = {
    ...placed,
    phones: own('phones').filter(isNobodys),
    contacts: contactsOf('service_at_location_id', placed, known),
    schedules: own('schedules'),
    holiday_schedules: own('holiday_schedules'),
  };
  return location === null ? parts : { ...parts, location: locationOf(location, known) };
}

function locationOf(location: Raw, known: Index): Raw {
  const own = (table: string) => known.of(table, 'location_id', location);
  // What also names a service is that service's alone, although it is at this place.
  const ofPlace = (table: string) => own(table).filter((row) => row['service_id'] === undefined);
  return {
    ...location,
    addresses: ['physical_addresses', 'addresses', 'postal_addresses'].flatMap(own),
    accessibility: own('accessibility'),
    phones: ofPlace('phones').filter(isNobodys),
    contacts: contactsOf('location_id', location, known).filter((row) => row['service_id'] === undefined),
    schedules: ofPlace('schedules'),
    holiday_schedules: ofPlace('holiday_schedules'),
  };
}

function contactsOf(column: string, holder: Raw, known: Index): Raw[] {
  return known.of('contacts', column, holder).map((contact) => ({
    ...contact,
    phones: known.of('phones', 'contact_id', contact),
  }));
}

/** A telephone number that belongs to no contact. */
function isNobodys(phone: Raw): boolean {
  return phone['contact_id'] === undefined;
}

function attributeOf(link: Raw, known: Index): Raw {
  const id = link['taxonomy_term_id'] ?? link['taxonomy_id'];
  const term = known.find('taxonomy_terms', id);
  if (term !== null) return { ...link, taxonomy_term: termFromV1(termUnder(term, known), () => undefined) };
  const name = link['taxonomy_detail'] ?? link['label'];
  return name === undefined ? link : { ...link, taxonomy_term: filled({ id, name }) };
}

/** Finds rows by what they name; a cell may name several things, as “30116,30111”. */
function index(tables: Tables): Index {
  const indexes = new Map<string, Map<string, Raw[]>>();
  const byColumn = (table: string, column: string) => {
    const key = `${table} ${column}`;
    const made = indexes.get(key) ?? indexed(tables.get(table) ?? [], column);
    indexes.set(key, made);
    return made;
  };
  const named = (table: string, column: string, id: unknown) =>
    typeof id === 'string' && id !== '' ? (byColumn(table, column).get(id) ?? []) : [];
  return {
    of: (table, column, holder) => named(table, column, holder['id']),
    find: (table, id) => named(table, 'id', id)[0] ?? null,
  };
}

function indexed(rows: readonly Raw[], column: string): Map<string, Raw[]> {
  const map = new Map<string, Raw[]>();
  for (const row of rows.map(filled)) {
    const cell = typeof row[column] === 'string' ? row[column] : '';
    for (const id of new Set(cell.split(',').map((part) => part.trim()))) {
      if (id !== '') map.set(id, [...(map.get(id) ?? []), row]);
    }
  }
  return map;
}
