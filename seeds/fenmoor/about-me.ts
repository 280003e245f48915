import type { AboutMeSection } from '../../api/people/statement.rules.ts';
import { NOTHING_SAID, type CommunicationProfile } from '../../api/people/communication.rules.ts';

/** What one individual says, and how they communicate; who wrote it down is named by the short name they sign in with. */
export interface AboutSeed {
  readonly individual: string;
  readonly writer: string;
  readonly said: readonly { readonly section: AboutMeSection; readonly words: string; readonly helpedBy?: string }[];
  readonly communication: CommunicationProfile;
}

/** What the people of Fenmoor say of themselves. */
export const aboutPeople: readonly AboutSeed[] = [
  {
    individual: 'mair',
    writer: 'mair',
    said: [
      { section: 'WHO_I_AM', words: 'I taught at the school here for thirty years. Call me Mair, never Mrs.' },
      { section: 'WHO_MATTERS', words: 'Carys, on Sundays. My neighbours at number 8.' },
      { section: 'WHAT_MATTERS', words: 'Speaking Welsh with somebody. Seeing people my own age.' },
      { section: 'WHAT_TO_AVOID', words: 'Do not rush me in the morning. Do not talk over my head.' },
    ],
    communication: {
      ...NOTHING_SAID,
      spokenLanguage: 'Welsh',
      contactBy: ['PHONE', 'LETTER'],
      bestTimes: 'After ten.',
    },
  },
  {
    individual: 'sol',
    writer: 'sol',
    said: [
      {
        section: 'STRENGTHS',
        words: 'I am good at football. I know all the bus routes.',
        helpedBy: 'Dara, with pictures',
      },
      { section: 'WHAT_WORKS', words: 'Show me once. Then let me do it.', helpedBy: 'Dara, with pictures' },
    ],
    communication: {
      ...NOTHING_SAID,
      ...{ formats: ['EASY_READ'], contactBy: ['TEXT'], neverBy: ['LETTER'] },
      ...{ needsTime: 'Wait for me to answer. Ask one thing at a time.', saysNo: 'I turn away.' },
    },
  },
  {
    individual: 'tamsin',
    writer: 'tamsin',
    said: [{ section: 'WHAT_MATTERS', words: 'Music that I can feel, with people who sign.' }],
    communication: { ...NOTHING_SAID, interpreter: 'BSL', contactBy: ['TEXT', 'VIDEO'], neverBy: ['PHONE'] },
  },
];
