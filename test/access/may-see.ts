// The words that stand for private things, and who may meet each of them.
/** Who walks: one of each kind of viewer. */
export type Role = keyof typeof MAY_SEE;

const HER_PLAN = [
  'amiraalias',
  'amirahome',
  'amirasituation',
  'amiraoutcome',
  'amirareasons',
  'amirawords',
  'amiravoice',
  'amirapaper',
];
const HER_TERMS = ['amiraalias', 'brokera', 'termsp', 'termsq', 'termsr'];
const HER_PEOPLE = ['amiraname', 'niecename'];
const HER_KEY_PEOPLE = [...HER_PLAN, ...HER_TERMS, ...HER_PEOPLE];
const HER_AUTHORITY = [...HER_KEY_PEOPLE, 'amirayes'];

// What was found about a decision of hers, and what a court said: the authority's to know, and of the first hers.
const HER_RECORDS = ['amirafound', 'ordera'];

// What was written into the entry of a provider, what a feed says against it, and what somebody suggests about it.
const ABOUT_P = ['ownp', 'feedp', 'suggestedp', 'whyp'];
const CLAIM = ['stranger', 'claimrole', 'claimevidence'];

const STAFF = ['brokera', 'holdera', 'editorc'];
const STAFF_OF_P = ['managerp', 'memberp'];

/** The words that each role meets, and none else. Staff are named to their colleagues, to those they act for, to her whose affairs they looked at, and to nobody else. */
export const MAY_SEE = {
  visitor: [],
  stranger: CLAIM,
  individual: [
    ...HER_AUTHORITY,
    'amirafound',
    'looker',
    'lookedfor',
    'correction',
    'managerp',
    'managerq',
    'managerr',
    'invitedfriend',
  ],
  'key person who sees all': HER_KEY_PEOPLE,
  'key person who sees the plan': [...HER_PLAN, ...HER_PEOPLE, 'brokera'],
  'key person who sees the budget': ['amiraalias', ...HER_PEOPLE],
  'key person who sees agreements': [...HER_TERMS, ...HER_PEOPLE],
  'key person who sees appointments': ['niecename'],
  broker: [...HER_AUTHORITY, ...STAFF, ...HER_RECORDS, 'correction', 'gapfive'],
  'budget holder': [...HER_AUTHORITY, ...STAFF, ...HER_RECORDS, 'correction', 'gapfive'],
  'broker of another authority': [
    'boname',
    'boalias',
    'bohome',
    'bosituation',
    'booutcome',
    'bowords',
    'bovoice',
    'boyes',
    'boreasons',
    'brokerb',
    'holderb',
    'gapfive',
    'termsb',
  ],
  'provider in negotiation': ['amiraalias', 'termsp', ...STAFF_OF_P, 'brokera', 'invitedp', ...ABOUT_P],
  'member of the provider': ['amiraalias', 'termsp', ...STAFF_OF_P, 'brokera', ...ABOUT_P],
  'competing provider': ['amiraalias', 'termsq', 'managerq', 'brokera'],
  'provider who has agreed': ['amiraalias', 'amiraname', 'termsr', 'managerr', 'brokera'],
  'directory editor': [...STAFF, 'contactp', 'rowc', 'letterp', 'callp', 'gapfive', ...ABOUT_P, ...CLAIM],
} as const;
