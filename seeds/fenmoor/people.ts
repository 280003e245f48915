import type { CircleLevel, MemberRole, Shared } from '../../api/common/viewer.ts';
import type { CircleKind } from '../../api/people/circle.rules.ts';

// The people of Fenmoor. All of them are invented; their homes have postcodes that do not exist.

/** A person to plant. */
export interface PersonSeed<Subject extends string | null = string | null> {
  readonly name: string;
  readonly preferredName: string;
  readonly subject: Subject;
  readonly demoNote: string | null;
}

interface IndividualSeed {
  readonly key: string;
  readonly person: PersonSeed;
  readonly home: {
    readonly alias: string;
    readonly postcode: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly situation: string;
  };
  readonly circle: readonly {
    readonly person: PersonSeed;
    readonly relation: string;
    readonly kind: CircleKind;
    /** Hours a week of unpaid support that they say they can give, 0 for no; left out when nobody has asked. */
    readonly hoursAWeek?: number;
    readonly maySee: readonly Shared[];
    readonly mayDo: CircleLevel;
  }[];
}

const EVERYTHING: readonly Shared[] = ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'];

/** Somebody who signs in, with the line that the development sign-in page shows for them; null keeps them off it. */
function person(
  subject: string,
  name: string,
  preferredName: string,
  demoNote: string | null = null,
): PersonSeed<string> {
  return { subject, name, preferredName, demoNote };
}

/** The council's staff. */
export const staff: readonly { readonly person: PersonSeed<string>; readonly roles: readonly MemberRole[] }[] = [
  {
    person: person('ruth', 'Ruth Ferreday', 'Ruth', 'Broker at Fenmoor Council, who also signs for budgets'),
    roles: ['BROKER', 'BUDGET_HOLDER'],
  },
  { person: person('idris', 'Idris Halloran', 'Idris', 'Broker at Fenmoor Council'), roles: ['BROKER'] },
  {
    person: person('nell', 'Nell Ashdown', 'Nell', 'Broker and approver at Fenmoor Council'),
    roles: ['BROKER', 'APPROVER'],
  },
  { person: person('mo', 'Mo Calder', 'Mo', 'Manages the brokers at Fenmoor Council'), roles: ['MANAGER'] },
  { person: person('wen', 'Wen Abara', 'Wen', 'Keeps the directory right at Fenmoor Council'), roles: ['EDITOR'] },
];

/** One manager for each provider, and for the groups that people ask. */
export const managers: readonly { readonly person: PersonSeed<string>; readonly organisation: string }[] = [
  {
    person: person('priya', 'Priya Venn', 'Priya', 'Manager of Brightwater Day Link, a provider'),
    organisation: 'Brightwater Day Link',
  },
  {
    person: person('tom', 'Tom Larkfield', 'Tom', 'Manager of Larkfield Care, a provider'),
    organisation: 'Larkfield Care',
  },
  {
    person: person('beryl', 'Beryl Stockdale', 'Beryl', 'Runs Thursday Table, a community group'),
    organisation: 'Thursday Table',
  },
  { person: person('gwen', 'Gwen Teilo', 'Gwen'), organisation: 'Gofal y Ffen' },
  { person: person('hal', 'Hal Saltmere', 'Hal'), organisation: 'Saltmere House' },
  { person: person('ines', 'Ines Withy', 'Ines'), organisation: 'Withy End Court' },
  { person: person('rhona', 'Rhona Reedbank', 'Rhona'), organisation: 'Reedbank Nursery' },
  { person: person('otto', 'Otto Brook', 'Otto'), organisation: 'Otterbrook Short Breaks' },
  { person: person('sunita', 'Sunita Marl', 'Sunita'), organisation: 'Standby Nurses Fenmoor' },
  { person: person('pat', 'Pat Wisely', 'Pat'), organisation: 'Paywise Fen' },
  { person: person('hester', 'Hester Hearth', 'Hester'), organisation: 'Hearth Telecare' },
  { person: person('mick', 'Mick Millrace', 'Mick'), organisation: 'Millrace Supported Living' },
  { person: person('wanda', 'Wanda Fenside', 'Wanda'), organisation: 'Fenside Wheels' },
  { person: person('gil', 'Gil Warbler', 'Gil'), organisation: 'Reed Warblers' },
  { person: person('femi', 'Femi Kick', 'Femi'), organisation: 'Fenmoor All Together Football' },
];

/** The six individuals, each in one of the situations that the product must serve well. */
export const individuals: readonly IndividualSeed[] = [
  {
    key: 'mair',
    person: person('mair', 'Mair Pritchard', 'Mair', 'Draws on support at home; wants company of her own age'),
    home: {
      alias: 'A woman in FM2',
      postcode: 'FM2 6LD',
      latitude: 52.4012,
      longitude: -0.0461,
      situation: 'Lives alone and has help at home four times a day. Speaks Welsh at home. Feels lonely in the week.',
    },
    circle: [
      {
        person: person('carys', 'Carys Pritchard', 'Carys', "Mair's daughter; may suggest, may not sign"),
        relation: 'daughter',
        kind: 'FAMILY',
        hoursAWeek: 6,
        maySee: EVERYTHING,
        mayDo: 'SUGGEST',
      },
    ],
  },
  {
    key: 'sol',
    person: person('sol', 'Sol Brightling', 'Sol', 'Young man with a learning disability; wants to travel alone'),
    home: {
      alias: 'A young man in FM1',
      postcode: 'FM1 3RB',
      latitude: 52.4008,
      longitude: -0.0533,
      situation: 'Lives in a shared house. Plays football. Wants to go to work by bus on his own.',
    },
    circle: [
      {
        person: person('dara', 'Dara Quill', 'Dara', "Sol's independent advocate; may see the plan"),
        relation: 'advocate',
        kind: 'ADVOCATE',
        maySee: ['PLAN'],
        mayDo: 'SUGGEST',
      },
    ],
  },
  {
    key: 'ken',
    person: { name: 'Ken Thorne', preferredName: 'Ken', subject: null, demoNote: null },
    home: {
      alias: 'A man in FM4',
      postcode: 'FM4 1WT',
      latitude: 52.4297,
      longitude: -0.0811,
      situation:
        'Lives with dementia. A home near Edith is being looked for; his son may decide about health and welfare.',
    },
    circle: [
      {
        person: person('martin', 'Martin Thorne', 'Martin', "Ken's son, with power of attorney for health and welfare"),
        relation: 'son',
        kind: 'FAMILY',
        maySee: EVERYTHING,
        mayDo: 'COMMIT',
      },
      {
        person: person('edith', 'Edith Thorne', 'Edith'),
        relation: 'wife',
        kind: 'CARER',
        hoursAWeek: 0,
        maySee: ['APPOINTMENTS', 'PLAN'],
        mayDo: 'SUGGEST',
      },
    ],
  },
  {
    key: 'colm',
    person: person('colm', 'Colm Faraday', 'Colm', 'Came home from hospital; has nurses by day and night'),
    home: {
      alias: 'A man in FM5',
      postcode: 'FM5 2HN',
      latitude: 52.3806,
      longitude: -0.0121,
      situation:
        'Came home from hospital on a Friday. Needs somebody at night, and a nurse who can come if one falls ill.',
    },
    circle: [
      {
        person: person('rosa', 'Rosa Faraday', 'Rosa'),
        relation: 'sister',
        kind: 'FAMILY',
        maySee: ['APPOINTMENTS', 'PLAN'],
        mayDo: 'VIEW',
      },
    ],
  },
  {
    key: 'pip',
    person: { name: 'Pip Alder', preferredName: 'Pip', subject: null, demoNote: null },
    home: {
      alias: 'A baby in FM3',
      postcode: 'FM3 4QT',
      latitude: 52.3923,
      longitude: -0.0604,
      situation: 'Eleven months old, with special educational needs. Moves from home to nursery this winter.',
    },
    circle: [
      {
        person: person('juno', 'Juno Alder', 'Juno', "Pip's mother, who decides for her baby"),
        relation: 'mother',
        kind: 'FAMILY',
        maySee: EVERYTHING,
        mayDo: 'COMMIT',
      },
      {
        person: person('theo', 'Theo Marsh', 'Theo'),
        relation: 'father',
        kind: 'FAMILY',
        maySee: ['APPOINTMENTS'],
        mayDo: 'VIEW',
      },
    ],
  },
  {
    key: 'tamsin',
    person: person('tamsin', 'Tamsin Reed', 'Tamsin', 'Deaf; looks for a signing choir that does not exist yet'),
    home: {
      alias: 'A woman in FM6',
      postcode: 'FM6 5JS',
      latitude: 52.4402,
      longitude: -0.0117,
      situation: 'Signs in British Sign Language. Four other people would join a signing choir if there were one.',
    },
    circle: [],
  },
];
