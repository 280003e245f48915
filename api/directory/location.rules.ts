// A location is where a service is, with what is known about getting into it.
// The feed decides; an address that is missing stays missing. Raw services at locations → locations, each once.

import { websiteOf } from './address.rules.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { pointOf, postcodeOf } from './place.rules.ts';
import { isRaw, rawList } from './repair.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { isMarkedSecret, masked } from './secret-place.rules.ts';
import { lineOf, referenceOf, textOf } from './text.rules.ts';

/** Whether a location is a place, a postal address or on line. */
export const LocationType = { PHYSICAL: 'PHYSICAL', POSTAL: 'POSTAL', VIRTUAL: 'VIRTUAL' } as const;
export type LocationType = keyof typeof LocationType;

/** A fact about getting into and around a location. */
export interface AccessFactEntry {
  readonly description: string;
  readonly details: string | null;
  readonly website: string | null;
}

/** Where a service is. */
export interface LocationEntry {
  readonly externalId: string;
  readonly type: LocationType;
  readonly name: string | null;
  readonly description: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly addressLines: readonly string[];
  readonly city: string | null;
  readonly county: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
  /** False for a secret place, of which the outward half of the postcode is all that is kept. */
  readonly hasPublicAddress: boolean;
  readonly accessibility: readonly AccessFactEntry[];
}

/** The locations of a service, at most twenty. */
export function readLocations(value: unknown, note: Note): LocationEntry[] {
  const locations = rawList(value, note)
    .map((placed) => {
      const location = placed['location'];
      if (isRaw(location)) return readLocation({ id: placed['location_id'], ...location }, note);
      if (referenceOf(placed['location_id'], note) !== null) note('LOCATION_UNKNOWN');
      return null;
    })
    .filter((location) => location !== null);
  return [...new Map(locations.map((location) => [location.externalId, location])).values()].slice(0, 20);
}

function readLocation(raw: Raw, note: Note): LocationEntry | null {
  const address = rawList(raw['addresses'], note)[0] ?? {};
  const point = pointOf(raw['latitude'], raw['longitude'], note);
  const isSecret = isMarkedSecret(raw, address);
  const place = {
    type: typeOf(raw['location_type']),
    name: lineOf(raw['name'], note),
    description: textOf(raw['description'], note, 2000),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    addressLines: linesOf(address, note),
    city: lineOf(address['city'], note),
    county: lineOf(address['state_province'], note),
    postcode: postcodeOf(address['postal_code'], note),
    country: countryOf(address['country'], note),
    hasPublicAddress: true,
    accessibility: rawList(raw['accessibility'], note)
      .map((fact) => readAccessFact(fact, note))
      .filter((fact) => fact !== null),
  };
  const id = referenceOf(raw['id'], note) ?? madeIdOf(place, note);
  if (id === null) return null;
  if (isSecret) note('ADDRESS_HIDDEN');
  return { externalId: id, ...(isSecret ? masked(place) : place) };
}

function madeIdOf(place: Omit<LocationEntry, 'externalId'>, note: Note): string | null {
  const { name, addressLines, postcode, latitude, longitude } = place;
  const point = latitude === null ? null : { latitude, longitude };
  if (name === null && addressLines.length === 0 && postcode === null && point === null) return null;
  note('ID_MISSING');
  const key = JSON.stringify([name, addressLines, postcode, point]).toLowerCase();
  return `made-${exactFingerprintOf(key).toString('hex').slice(0, 32)}`;
}

function readAccessFact(raw: Raw, note: Note): AccessFactEntry | null {
  const description = lineOf(raw['description'] ?? raw['accessibility'], note, 500);
  const details = textOf(raw['details'], note, 2000);
  if (description === null && details === null) return null;
  return {
    description: description ?? details ?? '',
    details: description === null ? null : details,
    website: websiteOf(raw['url'], note),
  };
}

function typeOf(value: unknown): LocationType {
  const type = String(value ?? 'physical')
    .trim()
    .toUpperCase();
  return type === 'POSTAL' || type === 'VIRTUAL' ? type : 'PHYSICAL';
}

function linesOf(address: Raw, note: Note): string[] {
  const lines = ['attention', 'address_1', 'address_2', 'region'].flatMap(
    (field) => textOf(address[field], note, 500)?.split('\n') ?? [],
  );
  return lines.map((line) => line.replace(/,$/, '').trim()).filter((line) => line !== '');
}

function countryOf(value: unknown, note: Note): string | null {
  const country = lineOf(value, note, 60)?.toUpperCase() ?? null;
  if (
    country !== null &&
    /^(?:UK|GBR|UNITED KINGDOM|ENGLAND|WALES|SCOTLAND|NORTHERN IRELAND|GREAT BRITAIN)$/.test(country)
  )
    return 'GB';
  return country !== null && /^[A-Z]{2}$/.test(country) ? country : null;
}
