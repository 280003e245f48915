// An own edit is a field of an entry as somebody wrote it here. Whoever keeps the entry decides; no import writes over it.
// What its feed says then: the same again → settled; what was weighed before → nothing; something new → queued for an editor.

import { dayAt, dayInWords, Temporal } from '../common/calendar.ts';
import { refuseWith, ok, type Result } from '../common/result.ts';
import { saysTheSame, type EntryField, type EntryValue } from './entry-field.rules.ts';

/** How a conflict stands. */
export const ConflictState = { OPEN: 'OPEN', KEPT: 'KEPT', TAKEN: 'TAKEN', SETTLED: 'SETTLED' } as const;
export type ConflictState = keyof typeof ConflictState;

/** How an editor ends a conflict. */
export const ConflictChoice = { KEEP_OURS: 'KEEP_OURS', TAKE_THEIRS: 'TAKE_THEIRS' } as const;
export type ConflictChoice = keyof typeof ConflictChoice;

/** Why a conflict could not be decided. */
export const ResolveConflictErrorCode = { CONFLICT_DECIDED: 'CONFLICT_DECIDED' } as const;
export type ResolveConflictErrorCode = keyof typeof ResolveConflictErrorCode;

/** An own edit that holds, as an import meets it. */
export interface HeldEdit {
  readonly field: EntryField;
  readonly value: EntryValue;
  /** What the feed said when somebody last weighed it. */
  readonly weighedValue: EntryValue;
  /** What the feed says by the conflict that is open; undefined when none is. */
  readonly openFeedValue: EntryValue | undefined;
}

/** What becomes of what a feed says of a field that was written here. */
export type FeedWord = 'NOTHING' | 'SETTLE' | 'QUEUE';

/** Decides what a feed's word comes to where somebody has written another here. */
export function decideFeedWord(edit: HeldEdit, said: EntryValue): FeedWord {
  const isOpen = edit.openFeedValue !== undefined;
  const isWeighed = saysTheSame(edit.field, said, edit.weighedValue);
  if (saysTheSame(edit.field, said, edit.value)) return isOpen || !isWeighed ? 'SETTLE' : 'NOTHING';
  if (isWeighed) return isOpen ? 'SETTLE' : 'NOTHING';
  if (edit.openFeedValue !== undefined && saysTheSame(edit.field, said, edit.openFeedValue)) return 'NOTHING';
  return 'QUEUE';
}

/** Decides whether a conflict can be ended; the state that it ends in. */
export function decideConflict(
  state: ConflictState,
  choice: ConflictChoice,
): Result<'KEPT' | 'TAKEN', ResolveConflictErrorCode> {
  if (state !== ConflictState.OPEN) {
    return refuseWith('CONFLICT_DECIDED', 'Somebody has decided this already. Look at the entry as it stands.');
  }
  return ok(choice === ConflictChoice.KEEP_OURS ? 'KEPT' : 'TAKEN');
}

/** Who changed an entry last, in a sentence; null when nobody has changed it here. */
export function lastChangeInWords({ editedAs, editedAt }: LastEdit): string | null {
  if (editedAs === null || editedAt === null) return null;
  const who = editedAs === 'PROVIDER' ? 'those who run it' : 'an editor of the directory';
  return `Changed by ${who} on ${dayInWords(dayAt(Temporal.Instant.from(editedAt)))}.`;
}

/** When somebody last wrote something into an entry, and for whom; both null when nobody has. */
export interface LastEdit {
  readonly editedAs: 'PROVIDER' | 'EDITOR' | null;
  readonly editedAt: string | null;
}
