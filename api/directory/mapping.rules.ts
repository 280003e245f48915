// A mapping tells which columns of a plain list hold what, for lists that are no directory standard, such as a regulator's register.
// Whoever ships or writes the mapping decides. Row of cells → row in the standard form.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { isPersonal } from './contact.rules.ts';
import type { Regulator } from './registration.rules.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { filled } from './standard-form.rules.ts';
import type { Convert } from './standard-form.rules.ts';

/** What a column can hold. */
export const MAPPED_FIELDS = [
  'id',
  'name',
  'description',
  'status',
  'organisation',
  'organisationId',
  'address',
  'city',
  'county',
  'postcode',
  'latitude',
  'longitude',
  'telephone',
  'email',
  'contact',
  'website',
  'openingTimes',
  'fees',
  'minimumAge',
  'maximumAge',
  'types',
  'areas',
  'languages',
  'assuredOn',
  'lastModified',
  'rating',
  'ratedOn',
  'activities',
  'registrationStatus',
  'isDormant',
  'registeredOn',
  'deregisteredOn',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** Which columns hold what. */
export interface Mapping {
  /** What lists it is for, to show. */
  readonly name: string;
  /** Columns that a list must have to be one of these: of each line at least one. */
  readonly marks: readonly (readonly string[])[];
  /** The columns of each field, the first that says something counts; of an address all, joined. Case, spaces and signs are free. */
  readonly columns: Readonly<Partial<Record<MappedField, readonly string[]>>>;
  /** Columns whose words are added to the description, after a label. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** What the organisations of the list are in the marketplace, where the list itself says so. */
  readonly kind?: 'Provider' | 'Community group' | 'Advice and advocacy';
  /** Name of the list of words that the column of types holds. */
  readonly taxonomy?: string;
  /** What the list's own words for a status mean. */
  readonly statuses?: Readonly<Record<string, string>>;
  /** Whether the telephone numbers and mailboxes are often those of volunteers: then mobiles and private mailboxes are not shown. */
  readonly hasPersonalContacts?: boolean;
  /** Whose register the list is; the entries are then registered there under their own identifiers. */
  readonly regulator?: Regulator;
  readonly licence?: string;
  readonly attribution?: string;
}

/** A column's name as it is compared: “Phone number” is phone_number. */
export function columnOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** Whether a list with these columns is one that the mapping is for. */
export function isMapped(mapping: Mapping, columns: readonly string[]): boolean {
  const there = new Set(columns.map(columnOf));
  return mapping.marks.every((any) => any.some((name) => there.has(columnOf(name))));
}

/** How the rows of a mapped list are brought into the standard form. */
export function fromMapped(mapping: Mapping): Convert {
  return (row) => {
    const cells = new Map(Object.entries(filled(row)).map(([name, value]) => [columnOf(name), value]));
    const all = (field: MappedField) =>
      (mapping.columns[field] ?? []).map((name) => cells.get(columnOf(name))).filter((value) => value !== undefined);
    const one = (field: MappedField) => all(field)[0];
    return {
      ...filled({
        id: one('id'),
        name: one('name'),
        description: describe(mapping, cells, one('description')),
        url: one('website'),
        status: statusOf(mapping, one('status')),
        fees: one('fees'),
        minimum_age: one('minimumAge'),
        maximum_age: one('maximumAge'),
        assured_date: one('assuredOn'),
        last_modified: one('lastModified'),
      }),
      organization: { ...organisationOf(one), registrations: registrationsOfOrganisation(mapping, cells, one) },
      registrations: one('organisation') === undefined ? [] : registrationOf(mapping, cells, one, one('id')),
      service_at_locations: placesOf(one, all('address')),
      contacts: contactsOf(mapping, one),
      schedules: one('openingTimes') === undefined ? [] : [{ description: one('openingTimes') }],
      attributes: attributesOf(mapping, one('types')),
      languages: commaWordsOf(one('languages')).map((name) => ({ name })),
      service_areas: wordsOf(one('areas')).map((name) => ({ name })),
    };
  };
}

/** A mapping out of a file that somebody wrote. */
export function readMapping(document: unknown): Result<Mapping, 'MAPPING_UNREADABLE'> {
  const refuse = (sentence: string) =>
    refuseWith('MAPPING_UNREADABLE' as const, `This mapping cannot be used: ${sentence}`);
  if (!isRaw(document) || !isRaw(document['columns']))
    return refuse('it needs "columns", such as {"name": "Charity name"}.');
  const columns: Partial<Record<MappedField, readonly string[]>> = {};
  for (const [field, names] of Object.entries(document['columns'])) {
    const known = MAPPED_FIELDS.find((each) => each === field);
    if (!known) return refuse(`“${field}” is no field. Fields are: ${MAPPED_FIELDS.join(', ')}.`);
    columns[known] = (Array.isArray(names) ? names : [names]).map(String);
  }
  if (!columns.name) return refuse('it does not say which column holds the name.');
  const { name, kind, taxonomy, statuses, remarks, hasPersonalContacts, licence, attribution } =
    document as Partial<Mapping>;
  const rest = { kind, taxonomy, statuses, remarks, hasPersonalContacts, licence, attribution };
  return ok({ ...rest, name: String(name ?? 'Mapped list'), marks: [columns.name], columns });
}

type One = (field: MappedField) => unknown;

/** The organisation by its own identifier, else by its name; the entry itself where the list names no other. */
function organisationOf(one: One): Raw {
  const name = one('organisation');
  if (name === undefined) return filled({ id: one('id'), name: one('name') });
  return { id: one('organisationId') ?? `named ${String(name).trim().toLowerCase()}`, name };
}

/** In a register that names who runs a service, the service and who runs it are registered; otherwise the entry is who is. */
function registrationsOfOrganisation(mapping: Mapping, cells: ReadonlyMap<string, unknown>, one: One): Raw[] {
  if (one('organisation') === undefined) return registrationOf(mapping, cells, one, one('id'));
  const [own] = registrationOf(mapping, cells, one, one('organisationId'));
  // The row tells of who runs the service only that it runs something registered, not what else it does or how it is rated.
  if (own?.['status'] !== 'ACTIVE') return [];
  return [{ regulator: own['regulator'], identifier: own['identifier'], status: own['status'] }];
}

function registrationOf(mapping: Mapping, cells: ReadonlyMap<string, unknown>, one: One, identifier: unknown): Raw[] {
  if (mapping.regulator === undefined || identifier === undefined) return [];
  const isDormant = /^(?:y|yes|true)$/i.test(String(one('isDormant') ?? ''));
  const flagged = [...cells]
    .filter(([column, value]) => column.startsWith('regulated_activity_') && /^(?:y|yes|true|1)$/i.test(String(value)))
    .map(([column]) => column.slice('regulated_activity_'.length).replaceAll('_', ' '));
  return [
    filled({
      regulator: mapping.regulator,
      identifier,
      status: isDormant ? 'DORMANT' : (one('registrationStatus') ?? 'ACTIVE'),
      activities: flagged.length > 0 ? flagged : commaWordsOf(one('activities')),
      rating: one('rating'),
      rated_on: one('ratedOn'),
      starts_on: one('registeredOn'),
      ends_on: one('deregisteredOn'),
    }),
  ];
}

function describe(mapping: Mapping, cells: ReadonlyMap<string, unknown>, description: unknown): string | undefined {
  const remarks = Object.entries(mapping.remarks ?? {})
    .map(([column, label]) => [label, cells.get(columnOf(column))])
    .filter(([, words]) => words !== undefined && !/^(?:na|n\/a|not known|unknown)$/i.test(String(words)))
    .map(([label, words]) => `${String(label)}: ${String(words)}`);
  const parts = description === undefined ? remarks : [String(description), ...remarks];
  return parts.length === 0 ? undefined : parts.join('\n');
}

function statusOf(mapping: Mapping, status: unknown): string {
  const line = String(status ?? 'active').trim();
  return mapping.statuses?.[line.toLowerCase()] ?? line;
}

function placesOf(one: One, lines: readonly unknown[]): Raw[] {
  const parts = lines
    .flatMap((line) => String(line).split(/,\s*|\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const city = one('city') ?? (parts.length > 1 ? parts.at(-1) : undefined);
  const street = one('city') === undefined && parts.length > 1 ? parts.slice(0, -1) : parts;
  const address = filled({
    address_1: street.join('\n'),
    city,
    state_province: one('county'),
    postal_code: one('postcode'),
  });
  const place = filled({ latitude: one('latitude'), longitude: one('longitude') });
  if (Object.keys(address).length === 0 && Object.keys(place).length === 0) return [];
  const id = filled({ id: one('id') });
  return [{ location: { ...id, location_type: 'physical', ...place, addresses: [{ ...address, country: 'GB' }] } }];
}

function contactsOf(mapping: Mapping, one: One): Raw[] {
  const either = one('contact');
  const isMailbox = typeof either === 'string' && either.includes('@');
  const email = one('email') ?? (isMailbox ? either : undefined);
  const number = one('telephone') ?? (isMailbox ? undefined : either);
  const isHidden = (mailbox: unknown, phone: unknown) =>
    mapping.hasPersonalContacts === true &&
    isPersonal(
      String(mailbox ?? ''),
      `0${String(phone ?? '')
        .replace(/\D/g, '')
        .replace(/^(?:44|0)/, '')}`,
    );
  return [
    ...(number === undefined ? [] : [{ phones: [{ number }], is_public: !isHidden(undefined, number) }]),
    ...(email === undefined ? [] : [{ email, is_public: !isHidden(email, undefined) }]),
  ];
}

function attributesOf(mapping: Mapping, types: unknown): Raw[] {
  const kind = mapping.kind ? [{ taxonomy_term: { name: mapping.kind, taxonomy: 'Kith kinds' } }] : [];
  const terms = commaWordsOf(types).map((name) => ({
    taxonomy_term: { name, taxonomy: mapping.taxonomy ?? mapping.name },
  }));
  return [...kind, ...terms];
}

/** Words in one cell; a comma parts them only where nothing else does, and never the names of areas. */
function wordsOf(value: unknown, signs = /[|;\n]/): string[] {
  return String(value ?? '')
    .split(signs)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function commaWordsOf(value: unknown): string[] {
  const words = wordsOf(value);
  return words.length > 1 ? words : wordsOf(value, /,/);
}
