/** The words of the pages about Kith itself. */
export const pageWords = {
  accessibility: {
    title: 'Accessibility',
    paragraphs: [
      'Everyone should be able to use Kith. You can use every page with a keyboard alone. You can make the words four times as large. Colour never carries a message by itself.',
      'We check each page with an automatic tool, on a wide screen and on a phone. That tool finds only some of the problems.',
      'What does not work yet: Kith is only in English, there is no Easy Read form, and we have not yet tested every page with people who use a screen reader.',
    ],
  },
  privacy: {
    title: 'Privacy',
    paragraphs: [
      'You see what is about you. The people in your circle see only what you share with them. A provider sees your name only once that is needed.',
      'Kith keeps one cookie. It keeps you signed in, and it goes when you sign out. No other company sees what you do here: every page comes from Kith itself.',
      'Each change is written down with who made it and when, so that you can see what happened.',
    ],
  },
} as const;
