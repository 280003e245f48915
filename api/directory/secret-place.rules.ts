// A secret place is one whose address must not be known, such as a refuge. Nothing that would find its door is kept.
// The feed decides, by a flag or in words; of a refuge it is true without a word. Place → the outward half of its postcode alone.

import { readPostcode } from './place.rules.ts';
import type { Raw } from './repair.rules.ts';
import type { TermEntry } from './term.rules.ts';

/** What is known of a place that tells where it is. */
export interface Whereabouts {
  readonly name: string | null;
  readonly description: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly addressLines: readonly string[];
  readonly city: string | null;
  readonly county: string | null;
  readonly postcode: string | null;
  readonly hasPublicAddress: boolean;
}

const FLAGS = [
  'mask_exact_address',
  'is_address_confidential',
  'confidential_address',
  'is_confidential',
  'confidential',
  'hide_address',
  'private_address',
];
const CONTRARY_FLAGS = ['has_public_address', 'public_address', 'show_address'];

// Of the place's own address: “we keep your address confidential” says nothing of the place.
const IN_WORDS =
  /(?<!\b(?:your|their|his|her|personal|clients?'?s?|e-?mail|ip)\s)\b(?:address|location|venue|whereabouts)\s+(?:(?:is|are|must|will|be|kept|remains?|strictly)\s+){0,4}(?:confidential|secret|withheld|undisclosed|not\s+(?:be\s+)?(?:disclosed|published|given out|made public|shown|shared))\b|\b(?:confidential|secret|undisclosed|withheld)\s+(?:address|location|venue)\b/i;
const INSTEAD_OF_STREET = /^\W*(?:confidential|withheld|undisclosed|redacted|secret|private)\W*$/i;
const REFUGE_TERM = /^(?:[\w' ]+ )?(?:refuges?|safe houses?|refuge (?:accommodation|provision|spaces?))$/i;
const REFUGE_NAME =
  /\b(?:wom[ae]n'?s'?|domestic (?:abuse|violence)|bame|men'?s) refuge\b|\bsafe house\b|\brefuge (?:accommodation|provision|for (?:women|men|families))\b/i;
// A refuge for animals has nobody to hide.
const OF_ANIMALS = /\b(?:animal|wildlife|cat|dog|donkey|hedgehog|bird|owl|horse|rabbit)s?\b/i;
const WHOLE_POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\b/gi;

/** Whether a feed marks a location as one whose address must not be shown. */
export function isMarkedSecret(location: Raw, address: Raw): boolean {
  const holders = [location, address];
  if (holders.some((holder) => FLAGS.some((flag) => /^(?:true|t|yes|y|1)$/i.test(String(holder[flag]))))) return true;
  if (holders.some((holder) => CONTRARY_FLAGS.some((flag) => /^(?:false|f|no|n|0)$/i.test(String(holder[flag])))))
    return true;
  const lines = ['attention', 'address_1', 'address_2'].map((field) => address[field]);
  if (lines.some((line) => typeof line === 'string' && INSTEAD_OF_STREET.test(line))) return true;
  return [location['name'], location['description'], ...lines].some(saysItIsSecret);
}

/** Whether the words of an entry say that its address is secret, or that it is a refuge for people. */
export function isSecretService(
  service: { readonly name: string; readonly description: string | null },
  terms: readonly Pick<TermEntry, 'name'>[],
): boolean {
  const [name = '', ...kinds] = [service.name, ...terms.map((term) => term.name)].map(plain);
  if (saysItIsSecret(service.description)) return true;
  if (OF_ANIMALS.test(name)) return false;
  return REFUGE_NAME.test(name) || kinds.some((kind) => REFUGE_TERM.test(kind) && !OF_ANIMALS.test(kind));
}

/** The place with nothing left but the outward half of its postcode, and what is not about where it is. */
export function masked<Place extends Whereabouts>(place: Place): Place {
  const told = place.postcode ?? districtIn(place.description);
  return {
    ...place,
    name: null,
    description: null,
    latitude: null,
    longitude: null,
    addressLines: [],
    city: null,
    county: null,
    postcode: told === null ? null : (readPostcode(told)?.outward ?? null),
    hasPublicAddress: false,
  };
}

/** The text with every whole postcode cut to its outward half. */
export function withoutWholePostcodes(text: string | null): string | null {
  return text?.replace(WHOLE_POSTCODE, '$1') ?? null;
}

/** What is said of a secret place where there is room for a sentence alone; a reader of ours takes it for what it is. */
export function secretPlaceInWords(outward: string | null): string {
  return outward === null ? 'The address is confidential.' : `The address is confidential. It is in ${outward}.`;
}

function districtIn(description: string | null): string | null {
  return /\bIt is in ([A-Z]{1,2}\d[A-Z\d]?)\./.exec(description ?? '')?.[1] ?? null;
}

function saysItIsSecret(text: unknown): boolean {
  return typeof text === 'string' && IN_WORDS.test(plain(text));
}

function plain(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
