import { on, wish, type Story } from '../story.ts';

/** Pip's story. */
export const pip: Story = {
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
};
