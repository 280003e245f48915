// A term is a word by which services are sorted. The list “Kith kinds” says what an organisation is in the marketplace.
// The feed's publisher decides; nothing is guessed from names. Attributes → terms; “Community group” → COMMUNITY_GROUP.

import type { OrganisationKind } from '../common/viewer.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { isRaw, rawList } from './repair.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { lineOf, referenceOf } from './text.rules.ts';

/** A word out of a list that a publisher keeps. */
export interface TermEntry {
  readonly externalId: string;
  readonly name: string;
  readonly taxonomy: string | null;
  readonly parentExternalId: string | null;
}

/** The list whose words say what an organisation is. */
export const KINDS_TAXONOMY = 'Kith kinds';

const KINDS: Readonly<Record<string, OrganisationKind>> = {
  provider: 'PROVIDER',
  'community group': 'COMMUNITY_GROUP',
  'advice and advocacy': 'ADVICE',
};

/** The terms among the attributes of an entry, each once; attributes without a term are noted. */
export function readTerms(attributes: unknown, note: Note): TermEntry[] {
  const terms = rawList(attributes, note)
    .slice(0, 200)
    .map((attribute) => {
      const term = attribute['taxonomy_term'];
      if (!isRaw(term)) note('PART_UNREADABLE');
      return isRaw(term) ? readTerm(term, note, lineOf(attribute['taxonomy_term_id'], note)) : null;
    })
    .filter((term) => term !== null);
  return [...new Map(terms.map((term) => [term.externalId, term])).values()];
}

/** One term; null when it has no name. */
export function readTerm(raw: Raw, note: Note, idBeside: string | null = null): TermEntry | null {
  const name = lineOf(raw['name'], note);
  if (name === null) {
    note('NAME_MISSING');
    return null;
  }
  const detail = raw['taxonomy_detail'];
  const taxonomy = lineOf(raw['taxonomy'], note) ?? (isRaw(detail) ? lineOf(detail['name'], note) : null);
  const id = lineOf(raw['id'], note) ?? idBeside;
  const made = exactFingerprintOf(JSON.stringify([taxonomy, name.toLowerCase()]))
    .toString('hex')
    .slice(0, 32);
  return { externalId: id ?? `made-${made}`, name, taxonomy, parentExternalId: referenceOf(raw['parent_id'], note) };
}

/** The terms of one row of a list of terms or of taxonomies. */
export function readTermRow(row: unknown): TermEntry[] | null {
  if (!isRaw(row) || lineOf(row['name'], () => undefined) === null) return null;
  const nested = row['taxonomy_terms'];
  if (!Array.isArray(nested))
    return 'version' in row ? [] : [readTerm(row, () => undefined)].filter((term) => term !== null);
  return nested
    .filter(isRaw)
    .map((term) => readTerm({ taxonomy: row['name'], ...term }, () => undefined))
    .filter((term) => term !== null);
}

/** What the terms say the organisation is; null when they do not. */
export function kindOfTerms(terms: readonly TermEntry[]): OrganisationKind | null {
  const said = terms.find((term) => term.taxonomy?.toLowerCase() === KINDS_TAXONOMY.toLowerCase());
  return (said && KINDS[said.name.toLowerCase()]) ?? null;
}
