// An import run is one reading of a feed, with the account of its rows. The importer writes it; nobody changes it.
// RUNNING → WHOLE | IN_PART | BROKEN_OFF. A run that has long been silent and has not ended has broken off.

import { Temporal } from '../common/calendar.ts';

/** How a run stands. */
export const ImportRunState = {
  RUNNING: 'RUNNING',
  WHOLE: 'WHOLE',
  IN_PART: 'IN_PART',
  BROKEN_OFF: 'BROKEN_OFF',
} as const;
export type ImportRunState = keyof typeof ImportRunState;

/** What a run's state follows from; moments as ISO 8601 in UTC. */
export interface ImportRunFacts {
  readonly endedAt: string | null;
  readonly workedAt: string;
  readonly isWhole: boolean;
  readonly problem: string | null;
}

// The longest that a run is ever busy with one thing: every row of a county gathered or forgotten.
const LONGEST_SILENCE_MINUTES = 5;

/** How a run stands now: derived, since a process that was stopped cannot say so. */
export function stateOfRun(
  { endedAt, workedAt, isWhole, problem }: ImportRunFacts,
  now: Temporal.Instant,
): ImportRunState {
  if (endedAt !== null) return isWhole ? 'WHOLE' : 'IN_PART';
  const silentFor = now.since(Temporal.Instant.from(workedAt)).total('minutes');
  return problem !== null || silentFor > LONGEST_SILENCE_MINUTES ? 'BROKEN_OFF' : 'RUNNING';
}
