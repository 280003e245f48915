// The health of a listing is what somebody who reads the entry would miss in it. Nobody is scored by it.
// Whoever keeps the entry decides what to add. facts that are there → facts that are missing, the most asked for first.

/** What people ask for when they read an entry. */
export const ListingFact = {
  DESCRIPTION: 'DESCRIPTION',
  CONTACT: 'CONTACT',
  WHEN: 'WHEN',
  PLACE: 'PLACE',
  COST: 'COST',
  ACCESS: 'ACCESS',
  AGES: 'AGES',
} as const;
export type ListingFact = keyof typeof ListingFact;

/** What of an entry is there. */
export interface ListingFacts {
  readonly description: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly feesDescription: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly hasSchedules: boolean;
  readonly hasCosts: boolean;
  readonly hasPlace: boolean;
  readonly hasAccessFacts: boolean;
}

/** What is missing from an entry, in the order in which people ask for it. */
export function missingFacts(facts: ListingFacts): ListingFact[] {
  const isThere: Readonly<Record<ListingFact, boolean>> = {
    DESCRIPTION: facts.description !== null,
    CONTACT: facts.phone !== null || facts.email !== null,
    WHEN: facts.hasSchedules,
    PLACE: facts.hasPlace,
    COST: facts.hasCosts || facts.feesDescription !== null,
    ACCESS: facts.hasAccessFacts,
    AGES: facts.minimumAge !== null || facts.maximumAge !== null,
  };
  return Object.values(ListingFact).filter((fact) => !isThere[fact]);
}
