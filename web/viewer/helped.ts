/** What pages need to know of the person they are about. */
export interface Helped {
  readonly alias: string;
  /** Null when the reader may not know who it is. */
  readonly person: { readonly preferredName: string } | null;
  readonly viewerMayDo: 'VIEW' | 'SUGGEST' | 'COMMIT';
  readonly viewerRelation: string | null;
  /** What has to be known at once of how they communicate; left out on pages that do not ask. */
  readonly communication?: { readonly flags: readonly string[] } | null;
}

/** What to call a person: the name they like, or the alias until the reader may know it. */
export function nameOf(individual: Pick<Helped, 'alias' | 'person'>): string {
  return individual.person?.preferredName ?? individual.alias;
}

/** Whether the reader looks at this person's page as one of their circle, and neither as themselves nor as staff. */
export function isHelping(individual: Helped): boolean {
  return (
    individual.viewerRelation !== null && individual.viewerRelation !== 'SELF' && individual.viewerRelation !== 'broker'
  );
}
