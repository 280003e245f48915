// A published place is a location with the address that the standard can carry; a secret address is told in a sentence.
// The standard decides: five parts of an address are required. Location → the standard's location, with or without address.

import { filled, madeId, openWebsite } from './open-value.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';
import { secretPlaceInWords } from './secret-place.rules.ts';

/** A location as the directory publishes it. */
export interface PublishedLocation {
  readonly id: string;
  readonly type: 'PHYSICAL' | 'POSTAL' | 'VIRTUAL';
  readonly name: string | null;
  readonly description: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly addressLines: readonly string[];
  readonly city: string | null;
  readonly county: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
  /** False for a secret place, of which only the outward half of the postcode is known. */
  readonly hasPublicAddress: boolean;
  readonly accessibility: readonly {
    readonly description: string;
    readonly details: string | null;
    readonly website: string | null;
  }[];
}

/** The location with its address and access facts. */
export function openLocation(location: PublishedLocation): OpenRecord {
  const address = openAddress(location);
  return filled({
    id: location.id,
    location_type: location.type.toLowerCase(),
    name: location.name,
    description: location.hasPublicAddress ? location.description : secretPlaceInWords(location.postcode),
    latitude: location.latitude,
    longitude: location.longitude,
    addresses: address === null ? [] : [address],
    accessibility: location.accessibility.map((fact, index) =>
      filled({
        id: madeId(location.id, 'accessibility', index + 1),
        location_id: location.id,
        description: fact.description,
        details: fact.details,
        url: openWebsite(fact.website),
      }),
    ),
  });
}

/** Whether something is known of an address that the standard has no way to say without the rest. */
export function hasPartialAddress(location: PublishedLocation): boolean {
  if (!location.hasPublicAddress) return false;
  const isKnown = location.addressLines.length > 0 || location.city !== null || location.postcode !== null;
  return isKnown && openAddress(location) === null;
}

/** The address; where only a town or only a county is known it stands for both, since the standard requires each. */
function openAddress(location: PublishedLocation): OpenRecord | null {
  if (!location.hasPublicAddress) return null;
  const [first = location.name, ...others] = location.addressLines;
  const city = location.city ?? location.county;
  const county = location.county ?? location.city;
  if (first === null || city === null || location.postcode === null) return null;
  return filled({
    id: madeId(location.id, 'address'),
    location_id: location.id,
    address_1: first,
    address_2: others.join(', '),
    city,
    state_province: county,
    postal_code: location.postcode,
    country: location.country ?? 'GB',
    address_type: location.type === 'VIRTUAL' ? 'physical' : location.type.toLowerCase(),
  });
}
