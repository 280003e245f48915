/** Parts of life: the ten outcomes of the Care and Support (Eligibility Criteria) Regulations 2015, and OTHER. */
export const OutcomeDomain = {
  NUTRITION: 'NUTRITION',
  PERSONAL_HYGIENE: 'PERSONAL_HYGIENE',
  TOILET_NEEDS: 'TOILET_NEEDS',
  CLOTHING: 'CLOTHING',
  HOME_SAFETY: 'HOME_SAFETY',
  HABITABLE_HOME: 'HABITABLE_HOME',
  RELATIONSHIPS: 'RELATIONSHIPS',
  WORK_AND_LEARNING: 'WORK_AND_LEARNING',
  COMMUNITY: 'COMMUNITY',
  CARING_FOR_A_CHILD: 'CARING_FOR_A_CHILD',
  OTHER: 'OTHER',
} as const;
export type OutcomeDomain = keyof typeof OutcomeDomain;
