// A cover is which kinds of decision a kind of authority lets its holder make (rule R23).
// The law decides it: nobody here can widen it, and whoever only supports a decision makes none.
// kind of authority → kinds of decision it covers.

/** What a decision is about. */
export const DecisionKind = {
  RESIDENCE: 'RESIDENCE',
  CARE_AND_SUPPORT: 'CARE_AND_SUPPORT',
  HEALTH: 'HEALTH',
  MONEY: 'MONEY',
  BENEFITS: 'BENEFITS',
  CONTRACT: 'CONTRACT',
  SHARING: 'SHARING',
} as const;
export type DecisionKind = keyof typeof DecisionKind;

/** By what authority somebody represents an individual. */
export const RepresentationKind = {
  NEXT_OF_KIN: 'NEXT_OF_KIN',
  LPA_HEALTH: 'LPA_HEALTH',
  LPA_FINANCE: 'LPA_FINANCE',
  DEPUTY_HEALTH: 'DEPUTY_HEALTH',
  DEPUTY_FINANCE: 'DEPUTY_FINANCE',
  APPOINTEE: 'APPOINTEE',
  CARE_ACT_ADVOCATE: 'CARE_ACT_ADVOCATE',
  IMCA: 'IMCA',
  IMHA: 'IMHA',
  CHILDRENS_ADVOCATE: 'CHILDRENS_ADVOCATE',
  PARENTAL_RESPONSIBILITY: 'PARENTAL_RESPONSIBILITY',
  INFORMAL: 'INFORMAL',
} as const;
export type RepresentationKind = keyof typeof RepresentationKind;

const WELFARE = ['RESIDENCE', 'CARE_AND_SUPPORT', 'HEALTH', 'SHARING'] as const;
const FINANCE = ['MONEY', 'BENEFITS', 'CONTRACT'] as const;

/** Kinds of decision that each kind of authority covers; whoever supports a decision makes none. */
export const COVERED: Readonly<Record<RepresentationKind, readonly DecisionKind[]>> = {
  NEXT_OF_KIN: [],
  LPA_HEALTH: WELFARE,
  LPA_FINANCE: FINANCE,
  DEPUTY_HEALTH: WELFARE,
  DEPUTY_FINANCE: FINANCE,
  APPOINTEE: ['BENEFITS'],
  CARE_ACT_ADVOCATE: [],
  IMCA: [],
  IMHA: [],
  CHILDRENS_ADVOCATE: [],
  PARENTAL_RESPONSIBILITY: [...WELFARE, ...FINANCE],
  INFORMAL: [],
};

/** Whether that authority covers a decision of that kind at all. */
export function covers(kind: RepresentationKind, decision: DecisionKind): boolean {
  return COVERED[kind].includes(decision);
}

/** Whether it makes somebody an independent advocate: one who has no other part in it. */
export function isAdvocate(kind: RepresentationKind): boolean {
  return ['CARE_ACT_ADVOCATE', 'IMCA', 'IMHA', 'CHILDRENS_ADVOCATE'].includes(kind);
}
