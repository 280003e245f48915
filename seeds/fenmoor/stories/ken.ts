import { EVERY_DAY, on, wish, type Story } from '../story.ts';

/** Ken's story. */
export const ken: Story = {
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
};
