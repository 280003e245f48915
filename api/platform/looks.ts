import type { RecordPart } from '../common/record-part.ts';
import type { Temporal } from '../common/calendar.ts';

/** That somebody was shown a part of what is held about an individual. */
export interface Look {
  readonly viewerId: string;
  readonly individualId: string;
  readonly part: RecordPart;
  readonly at: Temporal.Instant;
  /** What the viewer said it was for; null when they were not asked. */
  readonly purpose: string | null;
}

/** Takes note of who looked, outside of the read itself, so that a read stays one statement. */
export interface Looks {
  note(look: Look): void;
  /** Writes what has been noted so far. */
  settle(): Promise<void>;
}

/** For jobs and tests, which show nobody anything. */
export const NO_LOOKS: Looks = { note: () => undefined, settle: () => Promise.resolve() };
