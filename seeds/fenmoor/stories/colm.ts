import { on, wish, type Story } from '../story.ts';

/** Colm's story. */
export const colm: Story = {
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
};
