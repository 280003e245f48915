// A look is that somebody other than the individual was shown a part of what is held about them (rule R61).
// Nobody decides it: it is noted when it happens, and the individual reads it.
// noted → written down, as one with others within a quarter of an hour. It is never changed or removed.

/** For whom somebody looked. */
export const LookedAs = {
  CIRCLE: 'CIRCLE',
  AUTHORITY: 'AUTHORITY',
  PROVIDER: 'PROVIDER',
  NOT_KNOWN: 'NOT_KNOWN',
} as const;
export type LookedAs = keyof typeof LookedAs;

/** A look as far as its purpose follows from it. */
export interface Looked {
  readonly actedAs: LookedAs;
  readonly role: string | null;
  /** What the viewer said; empty when they were not asked. */
  readonly said: string;
}

/** What somebody looked for: as they said, otherwise as their role has it. */
export function purposeOf({ actedAs, role, said }: Looked): string {
  if (said !== '') return said;
  if (actedAs === 'CIRCLE') return 'To help, as the person asked them to';
  if (actedAs === 'PROVIDER') return 'To give support, or to offer it';
  if (actedAs === 'NOT_KNOWN') return 'Not known';
  return (role === null ? undefined : PURPOSES[role]) ?? 'To work on the support, for the council';
}

const PURPOSES: Readonly<Record<string, string>> = {
  BROKER: 'To plan and arrange the support',
  APPROVER: 'To check a decision about the support',
  BUDGET_HOLDER: 'To look after the money for the support',
};
