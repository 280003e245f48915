// Two entries side by side, fact by fact, so that an editor sees what agrees and what differs.
// The importer proposed them; a person decides. Two entries → lines, each the same, different, or not known of both.

import { fingerprintOf } from './fingerprint.rules.ts';

/** What is compared of an entry; null where nothing is known. */
export interface ComparedEntry {
  readonly name: string;
  readonly organisation: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly description: string | null;
  readonly source: string | null;
  readonly unlistedOn: string | null;
}

/** Whether two entries say the same of a fact. */
export const FactAgreement = { SAME: 'SAME', DIFFERENT: 'DIFFERENT', UNKNOWN: 'UNKNOWN' } as const;
export type FactAgreement = keyof typeof FactAgreement;

/** One fact of two entries. */
export interface ComparedFact {
  readonly label: string;
  readonly service: string | null;
  readonly otherService: string | null;
  readonly agreement: FactAgreement;
}

const LABELS: readonly [Exclude<keyof ComparedEntry, 'unlistedOn'>, string][] = [
  ['name', 'Name'],
  ['organisation', 'Run by'],
  ['address', 'Where'],
  ['phone', 'Telephone'],
  ['email', 'E-mail'],
  ['website', 'Website'],
  ['description', 'What it is'],
  ['source', 'Comes from'],
];

/** Compares two entries; how something is written does not count. A fact that neither tells is left out. */
export function compareEntries(service: ComparedEntry, otherService: ComparedEntry): ComparedFact[] {
  const facts = LABELS.map(([field, label]) => compareFact(label, service[field], otherService[field]));
  const listed = compareFact('In its publisher’s list', listing(service), listing(otherService));
  return [...facts, listed].filter((fact) => fact.service !== null || fact.otherService !== null);
}

function compareFact(label: string, service: string | null, otherService: string | null): ComparedFact {
  const isSame = fingerprintOf(service).equals(fingerprintOf(otherService));
  const isKnown = service !== null && otherService !== null;
  return { label, service, otherService, agreement: isKnown ? (isSame ? 'SAME' : 'DIFFERENT') : 'UNKNOWN' };
}

function listing({ unlistedOn }: ComparedEntry): string {
  return unlistedOn === null ? 'Yes' : 'No longer';
}
