/** The parts of what is held about an individual: what somebody looks at, and what a record is told by. */
export const RecordPart = {
  IDENTITY: 'IDENTITY',
  CIRCLE: 'CIRCLE',
  ABOUT_ME: 'ABOUT_ME',
  COMMUNICATION: 'COMMUNICATION',
  DOCUMENTS: 'DOCUMENTS',
  OUTCOMES: 'OUTCOMES',
  CHOICES: 'CHOICES',
  BUDGET: 'BUDGET',
  AGREEMENTS: 'AGREEMENTS',
  CORRECTIONS: 'CORRECTIONS',
  HISTORY: 'HISTORY',
  LOOKS: 'LOOKS',
} as const;
export type RecordPart = keyof typeof RecordPart;
