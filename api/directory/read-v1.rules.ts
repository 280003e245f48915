// Open Referral UK v1 (2020) and HSDS 1.1 and 2.0, whose words for the same things are older than those of v3.
// The feed's publisher decides; v1 is read, never written. Row with old words → row in the standard form.

import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { filled, fromStandard, objectsOf, weekly } from './standard-form.rules.ts';
import type { Convert } from './standard-form.rules.ts';

/** A service in the words of v1. */
export const fromV1: Convert = (row, note) => {
  const converted: Raw = {
    ...row,
    ...agesOf(row),
    ...(isRaw(row['organization']) ? { organization: organisationOf(row['organization']) } : {}),
    attributes: [...objectsOf(row['attributes']), ...attributesOf(row)],
    schedules: schedulesOf(row),
    service_at_locations: objectsOf(row['service_at_locations']).map(placedOf),
    contacts: objectsOf(row['contacts']).map(contactOf),
    languages: objectsOf(row['languages']).map((each) => renamed(each, 'language', 'name')),
    service_areas: objectsOf(row['service_areas']).map((each) => renamed(each, 'service_area', 'name')),
  };
  return fromStandard(converted, note);
};

/** An organisation in the words of v1. */
export const organisationFromV1: Convert = (row) => organisationOf(row);

/** A term in the words of v1, whose vocabulary is the list that it stands in. */
export const termFromV1: Convert = (row) => termOf(row);

function organisationOf(raw: Raw): Raw {
  return renamed(raw, 'url', 'website');
}

function termOf(raw: Raw): Raw {
  const parent = raw['parent'];
  return {
    ...raw,
    name: raw['name'] ?? raw['term'],
    taxonomy: filled(raw)['taxonomy'] ?? raw['vocabulary'],
    parent_id: filled(raw)['parent_id'] ?? (isRaw(parent) ? parent['id'] : undefined),
  };
}

/** The widest span of the ages that are given; an eligibility without ages says nothing of them. */
function agesOf(row: Raw): Raw {
  const eligibilities = objectsOf(row['eligibilitys'] ?? row['eligibilities']).map(filled);
  const ages = (field: string) => eligibilities.map((each) => each[field]).filter((age) => age !== undefined);
  const youngest = ages('minimum_age').map(Number);
  const oldest = ages('maximum_age').map(Number);
  const own = filled(row);
  return filled({
    minimum_age: own['minimum_age'] ?? (youngest.length > 0 ? Math.min(...youngest) : undefined),
    maximum_age: own['maximum_age'] ?? (oldest.length > 0 ? Math.max(...oldest) : undefined),
  });
}

function attributesOf(row: Raw): Raw[] {
  const sorted = objectsOf(row['service_taxonomys'])
    .map((link) => link['taxonomy'])
    .filter(isRaw)
    .map((term) => ({ taxonomy_term: termOf(term) }));
  const suited = objectsOf(row['eligibilitys'] ?? row['eligibilities']).map((each) => each['eligibility']);
  const access = ['attending_type', 'attending_access', 'deliverable_type'].map((field) => [
    titleOf(field),
    row[field],
  ]);
  const words = [...suited.map((word) => ['Eligibility', word]), ...access];
  const said = words.filter(([, word]) => typeof word === 'string' && word.trim() !== '');
  return [...sorted, ...said.map(([taxonomy, name]) => ({ taxonomy_term: { name, taxonomy } }))];
}

function placedOf(placed: Raw): Raw {
  const location = placed['location'];
  return {
    ...placed,
    schedules: schedulesOf(placed),
    ...(isRaw(location) ? { location: locationOf(location) } : {}),
  };
}

function locationOf(location: Raw): Raw {
  const addresses = ['addresses', 'physical_addresses', 'postal_addresses'].flatMap((list) =>
    objectsOf(location[list]),
  );
  const accessibility = ['accessibility', 'accessibility_for_disabilities'].flatMap((list) =>
    objectsOf(location[list]),
  );
  return { ...location, schedules: schedulesOf(location), addresses, accessibility };
}

function schedulesOf(holder: Raw): Raw[] {
  const regular = [...objectsOf(holder['schedules']), ...objectsOf(holder['regular_schedules'])];
  return [...weekly(regular), ...objectsOf(holder['holiday_schedules']).map(holidayOf)];
}

function holidayOf(holiday: Raw): Raw {
  const isClosed = /^(?:true|t|yes|1)$/i.test(String(holiday['closed']));
  return filled({
    id: holiday['id'],
    opens_at: isClosed ? undefined : holiday['opens_at'],
    closes_at: isClosed ? undefined : holiday['closes_at'],
    valid_from: holiday['start_date'],
    valid_to: holiday['end_date'],
    description: isClosed ? 'Closed on these days' : 'Hours on these days',
  });
}

/** A contact that its publisher marks as personal is not public, whoever's number it is; one marked as not personal is. */
function contactOf(contact: Raw): Raw {
  const flags = ['personal_data', 'sensitive_data'].map((flag) => String(filled(contact)[flag] ?? ''));
  if (flags.some((flag) => /^(?:true|t|yes|1)$/i.test(flag))) return { ...contact, is_public: false };
  return flags.some((flag) => /^(?:false|f|no|0)$/i.test(flag)) ? { ...contact, is_public: true } : contact;
}

function renamed(raw: Raw, from: string, to: string): Raw {
  return { ...raw, [to]: filled(raw)[to] ?? raw[from] };
}

function titleOf(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1).replace('_', ' ')}`;
}
