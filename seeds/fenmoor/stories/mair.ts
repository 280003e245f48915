import { EVERY_DAY, on, wish, type Story } from '../story.ts';

/** Mair's story. */
export const mair: Story = {
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
};
