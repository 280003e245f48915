// Outpost is the directory of several English councils; its feed is like v1, with words and whole-number identifiers of its own.
// The feed's publisher decides. A service in Outpost's words → row in the standard form.

import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { filled, objectsOf, weekly } from './standard-form.rules.ts';
import type { Convert } from './standard-form.rules.ts';

/** A service in Outpost's words. */
export const fromOutpost: Convert = (row, note) => {
  const organisation = isRaw(row['organisation']) ? filled(row['organisation']) : {};
  if (organisation['id'] !== undefined && organisation['name'] === undefined) note('ORGANISATION_UNNAMED');
  return {
    ...filled({
      id: row['id'],
      name: row['name'],
      description: row['description'],
      url: row['url'],
      email: row['email'],
      status: row['status'],
      minimum_age: row['min_age'],
      maximum_age: row['max_age'],
      last_modified: row['updated_at'],
    }),
    organization: { name: row['name'], ...organisation, website: organisation['url'] },
    service_at_locations: objectsOf(row['locations']).map((location) => ({ location: locationOf(location) })),
    schedules: weekly(objectsOf(row['regular_schedules'])),
    contacts: objectsOf(row['contacts']).map(contactOf),
    cost_options: costsOf(row),
    attributes: attributesOf(row),
  };
};

function locationOf(location: Raw): Raw {
  const geometry = isRaw(location['geometry']) ? location['geometry']['coordinates'] : null;
  const [longitude, latitude] = Array.isArray(geometry) ? (geometry as unknown[]) : [];
  const accessibility = objectsOf(location['accessibilities']).map((fact) => ({ description: fact['name'] }));
  return {
    ...filled({
      id: location['id'],
      mask_exact_address: location['mask_exact_address'],
      name: location['name'],
      latitude,
      longitude,
    }),
    location_type: 'physical',
    addresses: [filled(location)],
    accessibility,
  };
}

function contactOf(contact: Raw): Raw {
  const phones = filled(contact)['phone'] === undefined ? [] : [{ number: contact['phone'] }];
  return {
    ...filled({ name: contact['name'], title: contact['title'], email: contact['email'] }),
    phones,
    ...filled({ is_public: contact['visible'] }),
  };
}

function costsOf(row: Raw): Raw[] {
  const costs = objectsOf(row['cost_options']).map((cost) =>
    filled({
      option: cost['option'],
      amount: cost['amount'],
      amount_description: cost['cost_type'] ?? cost['amount_description'],
    }),
  );
  return costs.length === 0 && row['free'] === true ? [{ option: 'Free', amount: 0 }] : costs;
}

function attributesOf(row: Raw): Raw[] {
  const listed = (list: string, taxonomy: string) =>
    objectsOf(row[list]).map((term) => ({
      taxonomy_term: filled({
        id: `${list}-${String(term['id'] ?? term['slug'])}`,
        name: term['name'] ?? term['label'],
        taxonomy,
        parent_id: filled(term)['parent_id'] === undefined ? undefined : `${list}-${String(term['parent_id'])}`,
      }),
    }));
  return [
    ...listed('taxonomies', 'Categories'),
    ...listed('send_needs', 'SEND needs'),
    ...listed('suitabilities', 'Suitable for'),
  ];
}
