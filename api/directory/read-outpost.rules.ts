// Outpost is the directory of several English councils; its feed is like v1, with words and whole-number identifiers of its own.
// The feed's publisher decides. A service in Outpost's words → row in the standard form; a masked place is told by district only.

import { readPostcode } from './place.rules.ts';
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
  const isMasked = location['mask_exact_address'] === true;
  const geometry = isRaw(location['geometry']) ? location['geometry']['coordinates'] : null;
  const [longitude, latitude] = Array.isArray(geometry) && !isMasked ? (geometry as unknown[]) : [];
  const accessibility = objectsOf(location['accessibilities']).map((fact) => ({ description: fact['name'] }));
  return {
    id: location['id'],
    location_type: 'physical',
    ...(isMasked ? {} : filled({ name: location['name'], latitude, longitude })),
    addresses: [filled(isMasked ? maskedAddress(location) : location)],
    accessibility,
  };
}

/** Town and outward postcode only: enough to know whether it is near, too little to find the door. */
function maskedAddress(location: Raw): Raw {
  const outward = readPostcode(String(location['postal_code'] ?? ''))?.outward;
  return {
    city: location['city'],
    state_province: location['state_province'],
    country: location['country'],
    postal_code: outward,
  };
}

function contactOf(contact: Raw): Raw {
  const isHidden = contact['visible'] === false;
  const phones = filled(contact)['phone'] === undefined ? [] : [{ number: contact['phone'] }];
  return {
    ...filled({ name: contact['name'], title: contact['title'], email: contact['email'] }),
    phones,
    ...(isHidden ? { is_public: false } : {}),
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
