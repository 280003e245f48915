import { deskImportWords } from './desk-imports.ts';

/** The words of the desk of those who keep the directory right. */
export const deskWords = {
  title: 'The directory desk',
  lead: 'What waits for somebody who keeps the directory right.',
  back: 'Back to the desk',
  nothing: 'Nothing waits',
  toRead: 'To read',
  waiting: (count: number) => (count === 1 ? '1 waits' : `${String(count)} wait`),
  ...deskImportWords,
  notRight: {
    title: 'Said not to be right',
    hint: 'A contact or a call told us that something in an entry is wrong, and nobody has found it right since.',
    caption: 'What was said, the latest first',
    empty: 'Nobody has told us of anything that is still wrong.',
    columns: { service: 'Entry', organisation: 'Run by', said: 'What was said', how: 'How we know', since: 'Since' },
    more: (count: number) => `The first ${String(count)} are shown.`,
  },
  unlisted: {
    title: 'No longer in their list',
    hint: 'Their publisher’s list was read without them. They may have ended: ask.',
    caption: 'Services that their list left out, the latest first',
    empty: 'Every service is still in the list that it came from.',
    service: 'Service',
    organisation: 'Run by',
    since: 'Missing since',
    more: (count: number) => `The first ${String(count)} are shown.`,
  },
} as const;
