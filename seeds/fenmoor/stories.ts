import type { Visit } from '../../api/agreements/terms.rules.ts';
import type { Weekday } from '../../api/common/calendar.ts';
import type { OfferUnit } from '../../api/offers/offer.rules.ts';
import type { OutcomeDomain } from '../../api/outcomes/outcome.rules.ts';

// What the people of Fenmoor want, what they agreed in the past, and what is on the table now.

/** What somebody wants to happen, in their own words. */
export interface OutcomeSeed {
  readonly statement: string;
  readonly domain: OutcomeDomain;
  readonly baseline: number;
  readonly target: number;
  readonly isAgreed: boolean;
}

/** An agreement as it was, or is being, made. */
export interface AgreementSeed {
  readonly outcome: OutcomeSeed;
  readonly organisation: string;
  readonly service: string;
  readonly reasons: string;
  readonly support: string;
  readonly place: string;
  readonly visits: readonly Visit[];
  readonly unit: OfferUnit;
  readonly ratePence: number;
  /** The provider answers with this rate instead, for this reason. */
  readonly counter?: { readonly ratePence: number; readonly reason: string };
  readonly daysAgo: number;
  /** Days that it lasts; null while it runs on. */
  readonly lasts: number | null;
  /** How far it came. */
  readonly until: 'PROPOSED' | 'COUNTERED' | 'SIGNED';
}

/** One individual's story. */
export interface Story {
  readonly individual: string;
  /** Who decides: the individual, or somebody who may bind them. */
  readonly decider: string;
  readonly broker: string;
  readonly yearlyPence: number;
  readonly keptBackPence: number;
  readonly spentPence: number;
  readonly wishes: readonly OutcomeSeed[];
  readonly agreements: readonly AgreementSeed[];
}

function on(days: readonly Weekday[], startsAt: string, endsAt: string): Visit[] {
  return days.map((weekday) => ({ weekday, startsAt, endsAt }));
}

const EVERY_DAY: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

function wish(statement: string, domain: OutcomeDomain, baseline: number, target: number, isAgreed = true): OutcomeSeed {
  return { statement, domain, baseline, target, isAgreed };
}

/** All six stories. */
export const stories: readonly Story[] = [
  {
    individual: 'mair',
    decider: 'mair',
    broker: 'ruth',
    yearlyPence: 2_143_960,
    keptBackPence: 120_000,
    spentPence: 598_000,
    wishes: [
      wish('I want to see people my own age, twice a week.', 'RELATIONSHIPS', 2, 8),
      wish('I want to sit in the garden when it is warm.', 'HABITABLE_HOME', 4, 8, false),
    ],
    agreements: [
      {
        outcome: wish('I want to get up and wash in the morning without hurrying.', 'PERSONAL_HYGIENE', 3, 8),
        organisation: 'Gofal y Ffen',
        service: 'Gofal gartref: care at home in Welsh',
        reasons: 'They speak Welsh with me. It was not the cheapest of the three.',
        support: 'Help to get up, wash, dress and have breakfast, in Welsh.',
        place: 'At home',
        visits: on(EVERY_DAY, '08:00', '08:45'),
        unit: 'HOUR',
        ratePence: 2_540,
        daysAgo: 120,
        lasts: null,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want to be able to call somebody if I fall.', 'HOME_SAFETY', 1, 9),
        organisation: 'Hearth Telecare',
        service: 'Hearth pendant and sensors',
        reasons: 'Carys lives too far away to come at night.',
        support: 'A pendant, two sensors and somebody who answers at any hour.',
        place: 'At home',
        visits: on(['MONDAY'], '09:00', '09:30'),
        unit: 'WEEK',
        ratePence: 540,
        daysAgo: 300,
        lasts: 240,
        until: 'SIGNED',
      },
    ],
  },
  {
    individual: 'sol',
    decider: 'sol',
    broker: 'idris',
    yearlyPence: 1_640_000,
    keptBackPence: 90_000,
    spentPence: 402_500,
    wishes: [wish('I want to go to work on the bus on my own.', 'WORK_AND_LEARNING', 3, 9)],
    agreements: [
      {
        outcome: wish('I want to cook my own tea.', 'NUTRITION', 2, 7),
        organisation: 'Millrace Supported Living',
        service: 'Millrace supported living',
        reasons: 'I know Mick. He lets me do it myself.',
        support: 'Somebody beside me while I plan, shop and cook.',
        place: 'At home',
        visits: on(['MONDAY', 'WEDNESDAY', 'FRIDAY'], '16:00', '18:00'),
        unit: 'HOUR',
        ratePence: 2_190,
        counter: { ratePence: 2_230, reason: 'Evening shifts begin at 5pm.' },
        daysAgo: 200,
        lasts: null,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want to play football with people like me.', 'COMMUNITY', 4, 9),
        organisation: 'Fenmoor All Together Football',
        service: 'All Together Football',
        reasons: 'My friends go there.',
        support: 'Training on Saturdays, and matches.',
        place: 'Saltmere playing field',
        visits: on(['SATURDAY'], '10:00', '11:30'),
        unit: 'SESSION',
        ratePence: 250,
        daysAgo: 340,
        lasts: 300,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want to learn the way to the depot.', 'WORK_AND_LEARNING', 2, 8),
        organisation: 'Millrace Supported Living',
        service: 'Millrace job coaching',
        reasons: 'A coach can come on the bus with me until I know the way.',
        support: 'A coach travels with me, then follows, then stops.',
        place: 'On the 12 bus',
        visits: on(['TUESDAY', 'THURSDAY'], '07:30', '09:00'),
        unit: 'HOUR',
        ratePence: 2_600,
        daysAgo: 2,
        lasts: 84,
        until: 'PROPOSED',
      },
    ],
  },
  {
    individual: 'ken',
    decider: 'martin',
    broker: 'nell',
    yearlyPence: 5_800_000,
    keptBackPence: 220_000,
    spentPence: 1_120_000,
    wishes: [wish('I want to live where Edith can walk to me.', 'HABITABLE_HOME', 1, 9)],
    agreements: [
      {
        outcome: wish('I want to be out of the house in the day.', 'COMMUNITY', 3, 7),
        organisation: 'Saltmere House',
        service: 'Saltmere House day places',
        reasons: 'It has a garden, and he settles there.',
        support: 'A day in the garden room, with lunch.',
        place: 'Saltmere House',
        visits: on(['TUESDAY', 'THURSDAY'], '10:00', '15:00'),
        unit: 'DAY',
        ratePence: 6_800,
        daysAgo: 150,
        lasts: null,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want Edith to have a rest.', 'RELATIONSHIPS', 2, 7),
        organisation: 'Withy End Court',
        service: 'Withy End nursing care',
        reasons: 'Two weeks while Edith was in hospital.',
        support: 'A stay with nursing.',
        place: 'Withy End Court',
        visits: on(EVERY_DAY, '09:00', '21:00'),
        unit: 'WEEK',
        ratePence: 124_000,
        daysAgo: 260,
        lasts: 13,
        until: 'SIGNED',
      },
    ],
  },
  {
    individual: 'colm',
    decider: 'colm',
    broker: 'ruth',
    yearlyPence: 7_200_000,
    keptBackPence: 480_000,
    spentPence: 1_930_000,
    wishes: [wish('I want somebody awake in the house at night.', 'HOME_SAFETY', 1, 9)],
    agreements: [
      {
        outcome: wish('I want my dressings done at home.', 'PERSONAL_HYGIENE', 2, 9),
        organisation: 'Standby Nurses Fenmoor',
        service: 'Standby nurse visits',
        reasons: 'They could come on the Saturday.',
        support: 'A nurse changes the dressings and looks at the wound.',
        place: 'At home',
        visits: on(['MONDAY', 'WEDNESDAY', 'SATURDAY'], '10:00', '10:30'),
        unit: 'HOUR',
        ratePence: 4_600,
        daysAgo: 90,
        lasts: null,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want my shopping brought in.', 'NUTRITION', 2, 8),
        organisation: 'Fenside Wheels',
        service: 'Fenside shopping bus',
        reasons: 'I like to choose my own vegetables.',
        support: 'There and back with a wheelchair lift.',
        place: 'From home to Saltmere market',
        visits: on(['FRIDAY'], '10:00', '12:00'),
        unit: 'VISIT',
        ratePence: 450,
        daysAgo: 330,
        lasts: 200,
        until: 'SIGNED',
      },
    ],
  },
  {
    individual: 'pip',
    decider: 'juno',
    broker: 'idris',
    yearlyPence: 1_480_000,
    keptBackPence: 60_000,
    spentPence: 210_000,
    wishes: [wish('Pip reaches for other babies. We want Pip to be among them every week.', 'RELATIONSHIPS', 3, 8)],
    agreements: [
      {
        outcome: wish('We want Pip to settle at nursery without tears.', 'OTHER', 1, 8),
        organisation: 'Reedbank Nursery',
        service: 'Reedbank Nursery days',
        reasons: 'The key worker came to our house first.',
        support: 'A key worker, settling-in visits, and notes every day.',
        place: 'Reedbank Nursery',
        visits: on(['TUESDAY', 'WEDNESDAY'], '09:00', '15:00'),
        unit: 'DAY',
        ratePence: 6_200,
        daysAgo: 45,
        lasts: null,
        until: 'SIGNED',
      },
      {
        outcome: wish('We want one night of sleep a month.', 'HABITABLE_HOME', 1, 6),
        organisation: 'Otterbrook Short Breaks',
        service: 'Otterbrook home sitters',
        reasons: 'Somebody who knows how Pip is fed.',
        support: 'A sitter who has learnt how Pip is fed.',
        place: 'At home',
        visits: on(['SATURDAY'], '18:00', '21:00'),
        unit: 'HOUR',
        ratePence: 2_340,
        daysAgo: 240,
        lasts: 170,
        until: 'SIGNED',
      },
    ],
  },
  {
    individual: 'tamsin',
    decider: 'tamsin',
    broker: 'nell',
    yearlyPence: 960_000,
    keptBackPence: 50_000,
    spentPence: 238_000,
    wishes: [wish('I want to sing with my hands, with others.', 'COMMUNITY', 0, 8)],
    agreements: [
      {
        outcome: wish('I want company when I go to the hospital.', 'COMMUNITY', 3, 8),
        organisation: 'Brightwater Day Link',
        service: 'Travel companions',
        reasons: 'Priya signs, and she comes herself.',
        support: 'A companion who signs comes along and stays.',
        place: 'From home to Saltmere hospital',
        visits: on(['WEDNESDAY'], '13:00', '16:00'),
        unit: 'HOUR',
        ratePence: 1_890,
        daysAgo: 160,
        lasts: null,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want to try a choir, even with a hearing one.', 'COMMUNITY', 1, 5),
        organisation: 'Reed Warblers',
        service: 'Reed Warblers singing',
        reasons: 'To see whether I like it.',
        support: 'A seat near the leader, and the words on paper.',
        place: 'Chapel hall, FM1',
        visits: on(['MONDAY'], '19:00', '20:30'),
        unit: 'SESSION',
        ratePence: 300,
        daysAgo: 280,
        lasts: 60,
        until: 'SIGNED',
      },
      {
        outcome: wish('I want to get out on Fridays.', 'RELATIONSHIPS', 3, 7),
        organisation: 'Brightwater Day Link',
        service: 'Brightwater Day Link',
        reasons: 'I choose where we go.',
        support: 'A support worker who signs goes with me to things I pick.',
        place: 'Picked up from home',
        visits: on(['FRIDAY'], '14:00', '16:00'),
        unit: 'HOUR',
        ratePence: 2_160,
        counter: { ratePence: 2_210, reason: 'A worker who signs is in our specialist rate.' },
        daysAgo: 3,
        lasts: 180,
        until: 'COUNTERED',
      },
    ],
  },
];
