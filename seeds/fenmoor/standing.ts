import type { RepresentationKind } from '../../api/representatives/cover.rules.ts';

// Who may decide for the people of Fenmoor, and between which parents nothing is shared.

/** An authority to plant; days are counted back from today. */
export interface RepresentationSeed {
  readonly individual: string;
  readonly holder: string;
  readonly broker: string;
  readonly kind: RepresentationKind;
  readonly scope: string | null;
  readonly evidence: string;
  readonly sinceDaysAgo: number;
}

/** The authorities that were seen. */
export const representations: readonly RepresentationSeed[] = [
  {
    individual: 'ken',
    holder: 'martin',
    broker: 'nell',
    kind: 'LPA_HEALTH',
    scope: 'Health and welfare. Not life-sustaining treatment.',
    evidence: 'The sealed power, every page stamped.',
    sinceDaysAgo: 400,
  },
  {
    individual: 'pip',
    holder: 'juno',
    broker: 'idris',
    kind: 'PARENTAL_RESPONSIBILITY',
    scope: null,
    evidence: 'The full birth certificate.',
    sinceDaysAgo: 330,
  },
  {
    individual: 'pip',
    holder: 'theo',
    broker: 'idris',
    kind: 'PARENTAL_RESPONSIBILITY',
    scope: null,
    evidence: 'The full birth certificate, which names him.',
    sinceDaysAgo: 330,
  },
  {
    individual: 'sol',
    holder: 'dara',
    broker: 'ruth',
    kind: 'CARE_ACT_ADVOCATE',
    scope: 'While Sol plans how to travel.',
    evidence: 'The letter of referral.',
    sinceDaysAgo: 90,
  },
  {
    individual: 'colm',
    holder: 'rosa',
    broker: 'ruth',
    kind: 'DEPUTY_FINANCE',
    scope: 'Property and affairs, with a report each year.',
    evidence: 'The sealed order of the Court of Protection.',
    sinceDaysAgo: 60,
  },
];

/** How many days ago some of them were born. */
export const births = [
  { individual: 'pip', broker: 'idris', daysAgo: 335 },
  { individual: 'mair', broker: 'ruth', daysAgo: 28_600 },
  { individual: 'sol', broker: 'ruth', daysAgo: 8_400 },
] as const;

/** Orders that keep a parent out. */
export const courtOrders = [
  {
    individual: 'pip',
    person: 'theo',
    broker: 'idris',
    evidence: 'Family Court at Fenmoor, interim order.',
    daysAgo: 20,
  },
] as const;
