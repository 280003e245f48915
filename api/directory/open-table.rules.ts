// A published table is one kind of thing as rows and columns, as the tabular form of HSDS 3 has them, joined by identifiers.
// The standard decides names and columns. Nested thing of the standard → rows of tables.

import type { OpenRecord } from './open-value.rules.ts';

/** The tables that are written, with their columns in the order of the file. */
export const OPEN_TABLES = {
  organizations: ['id', 'name', 'alternate_name', 'description', 'email', 'website'],
  organization_identifiers: ['id', 'organization_id', 'identifier_scheme', 'identifier_type', 'identifier'],
  services: [
    ...[
      'id',
      'organization_id',
      'name',
      'description',
      'url',
      'email',
      'status',
      'fees_description',
      'wait_time',
      'fees',
    ],
    ...['minimum_age', 'maximum_age', 'assured_date', 'alert', 'last_modified'],
  ],
  service_at_location: ['id', 'service_id', 'location_id', 'description'],
  locations: ['id', 'location_type', 'name', 'description', 'latitude', 'longitude'],
  addresses: [
    ...[
      'id',
      'location_id',
      'address_1',
      'address_2',
      'city',
      'state_province',
      'postal_code',
      'country',
      'address_type',
    ],
  ],
  accessibility: ['id', 'location_id', 'description', 'details', 'url'],
  contacts: ['id', 'service_id', 'organization_id', 'location_id', 'name', 'title', 'department', 'email'],
  phones: ['id', 'service_id', 'organization_id', 'contact_id', 'number', 'extension', 'description'],
  schedules: [
    ...[
      'id',
      'service_id',
      'valid_from',
      'valid_to',
      'freq',
      'interval',
      'byday',
      'bymonthday',
      'opens_at',
      'closes_at',
    ],
    'description',
  ],
  languages: ['id', 'service_id', 'name', 'code'],
  service_areas: ['id', 'service_id', 'name'],
  cost_options: ['id', 'service_id', 'valid_from', 'valid_to', 'option', 'currency', 'amount', 'amount_description'],
  attributes: ['id', 'link_id', 'link_entity', 'taxonomy_term_id', 'value', 'label'],
  taxonomies: ['id', 'name', 'description'],
  taxonomy_terms: ['id', 'name', 'description', 'parent_id', 'taxonomy', 'taxonomy_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OpenTable = keyof typeof OPEN_TABLES;

/** One row of a table. */
export interface OpenRow {
  readonly table: OpenTable;
  readonly row: OpenRecord;
}

const NUMBERS = new Set(['latitude', 'longitude', 'minimum_age', 'maximum_age', 'interval', 'amount', 'extension']);

// Where what is nested under a name goes; an organisation under a service has a list of its own.
const NESTED: Readonly<Record<string, OpenTable>> = {
  organization_identifiers: 'organization_identifiers',
  service_at_locations: 'service_at_location',
  location: 'locations',
  addresses: 'addresses',
  accessibility: 'accessibility',
  contacts: 'contacts',
  phones: 'phones',
  schedules: 'schedules',
  languages: 'languages',
  service_areas: 'service_areas',
  cost_options: 'cost_options',
  attributes: 'attributes',
  taxonomy_term: 'taxonomy_terms',
};

/** The rows that a thing of the standard makes: its own, and those of everything nested in it. */
export function openRows(table: OpenTable, thing: OpenRecord): OpenRow[] {
  const nested = Object.entries(NESTED).flatMap(([name, into]) =>
    [thing[name]]
      .flat()
      .filter(isRecord)
      .flatMap((part) => openRows(into, part)),
  );
  const own: OpenRow[] = [{ table, row: thing }];
  return [...own, ...taxonomyOf(table, thing), ...nested];
}

/** A cell as it is written; words that a spreadsheet would take for a formula have an apostrophe before them. */
export function openCell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/^(?=[=+\-@\t\r])/, "'") : '';
}

/** The package's own description, datapackage.json, by which programs know its tables. */
export function describePackage(licences: readonly string[]): OpenRecord {
  return {
    name: 'kith-directory',
    title: 'The published directory of Kith',
    profile: 'tabular-data-package',
    version: '3.1',
    ...(licences.length === 0 ? {} : { licenses: [...new Set(licences)].map((name) => ({ name })) }),
    resources: Object.entries(OPEN_TABLES).map(([name, columns]) => ({
      name,
      path: `${name}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: { primaryKey: 'id', fields: columns.map((column) => ({ name: column, type: typeOf(column) })) },
    })),
  };
}

/** The list that a term stands in, which is known by the term alone. */
function taxonomyOf(table: OpenTable, term: OpenRecord): OpenRow[] {
  if (table !== 'taxonomy_terms' || term['taxonomy_id'] === undefined) return [];
  const { taxonomy_id: id, taxonomy: name } = term;
  return [{ table: 'taxonomies', row: { id, name, description: name } }];
}

function typeOf(column: string): string {
  return NUMBERS.has(column) ? 'number' : 'string';
}

function isRecord(value: unknown): value is OpenRecord {
  return typeof value === 'object' && value !== null;
}
