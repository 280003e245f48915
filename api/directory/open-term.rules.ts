// A published term is a word by which services are sorted, in the list (taxonomy) that its publisher keeps.
// Its publisher decides; where nothing more is said of a word, the word describes itself. Term → the standard's term.

import type { OrganisationKind } from '../common/viewer.ts';
import { filled, madeId } from './open-value.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';
import { KINDS_TAXONOMY } from './term.rules.ts';

/** A term as the directory publishes it. */
export interface PublishedTerm {
  readonly id: string;
  readonly name: string;
  readonly taxonomy: string | null;
  /** Null when it stands in no list. */
  readonly taxonomyId: string | null;
  readonly parentId: string | null;
}

/** A list of terms, known by its name. */
export interface PublishedTaxonomy {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly PublishedTerm[];
}

const KIND_NAMES: Readonly<Partial<Record<OrganisationKind, string>>> = {
  PROVIDER: 'Provider',
  COMMUNITY_GROUP: 'Community group',
  ADVICE: 'Advice and advocacy',
};

/** The term; its description is required, so the word stands there too. */
export function openTerm(term: PublishedTerm): OpenRecord {
  return filled({
    id: term.id,
    name: term.name,
    description: term.name,
    parent_id: term.parentId,
    taxonomy: term.taxonomy,
    taxonomy_id: term.taxonomyId,
    term: term.name,
  });
}

/** The list with its terms. */
export function openTaxonomy(taxonomy: PublishedTaxonomy): OpenRecord {
  return filled({
    id: taxonomy.id,
    name: taxonomy.name,
    description: taxonomy.name,
    taxonomy_terms: taxonomy.terms.map(openTerm),
  });
}

/** That a thing is sorted under a term. */
export function openAttribute(linkId: string, entity: 'service' | 'organization', term: PublishedTerm): OpenRecord {
  return {
    id: madeId(linkId, 'attribute', term.id),
    link_id: linkId,
    link_entity: entity,
    taxonomy_term_id: term.id,
    taxonomy_term: openTerm(term),
  };
}

/** What an organisation is in the marketplace, as a term; null while nobody has said, and for authorities. */
export function termOfKind(kind: OrganisationKind): PublishedTerm | null {
  const name = KIND_NAMES[kind];
  if (name === undefined) return null;
  const id = madeId(KINDS_TAXONOMY, name);
  return {
    id,
    name,
    taxonomy: KINDS_TAXONOMY,
    taxonomyId: madeId('taxonomy', KINDS_TAXONOMY.toLowerCase()),
    parentId: null,
  };
}
