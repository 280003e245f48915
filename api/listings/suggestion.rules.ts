// A suggestion is what somebody thinks an entry should say, that it has closed, or what should be listed. Anybody makes one.
// An editor of the directory decides, field by field; nothing is published before that, and nobody can take it away.
// OPEN → ACCEPTED, for all fields or some, or DECLINED with a reason.

import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { EntryErrorCode, line, text, type WrittenEntry } from '../directory/entry-edit.rules.ts';
import { fieldsOf, type EntryField, type SomeValues } from '../directory/entry-field.rules.ts';

/** What a suggestion is about. */
export const SuggestionKind = { CHANGE: 'CHANGE', CLOSURE: 'CLOSURE', LISTING: 'LISTING' } as const;
export type SuggestionKind = keyof typeof SuggestionKind;

/** How a suggestion stands. */
export const SuggestionState = { OPEN: 'OPEN', ACCEPTED: 'ACCEPTED', DECLINED: 'DECLINED' } as const;
export type SuggestionState = keyof typeof SuggestionState;

/** The states that may follow each state. */
export const SUGGESTION_MOVES: Readonly<Record<SuggestionState, readonly SuggestionState[]>> = {
  OPEN: [SuggestionState.ACCEPTED, SuggestionState.DECLINED],
  ACCEPTED: [],
  DECLINED: [],
};

/** Why a change could not be suggested. */
export const SuggestChangeErrorCode = {
  ...EntryErrorCode,
  WHY_REQUIRED: 'WHY_REQUIRED',
  NOTHING_SUGGESTED: 'NOTHING_SUGGESTED',
  TOO_MANY_SUGGESTIONS: 'TOO_MANY_SUGGESTIONS',
} as const;
export type SuggestChangeErrorCode = keyof typeof SuggestChangeErrorCode;

/** Why a new listing could not be suggested. */
export const SuggestListingErrorCode = {
  ...EntryErrorCode,
  WHY_REQUIRED: 'WHY_REQUIRED',
  ORGANISATION_REQUIRED: 'ORGANISATION_REQUIRED',
  TOO_MANY_SUGGESTIONS: 'TOO_MANY_SUGGESTIONS',
} as const;
export type SuggestListingErrorCode = keyof typeof SuggestListingErrorCode;

/** Why a suggestion could not be accepted. */
export const AcceptSuggestionErrorCode = {
  SUGGESTION_DECIDED: 'SUGGESTION_DECIDED',
  NOTHING_ACCEPTED: 'NOTHING_ACCEPTED',
  NAME_REQUIRED: 'NAME_REQUIRED',
} as const;
export type AcceptSuggestionErrorCode = keyof typeof AcceptSuggestionErrorCode;

/** Why a suggestion could not be declined. */
export const DeclineSuggestionErrorCode = {
  SUGGESTION_DECIDED: 'SUGGESTION_DECIDED',
  REASON_REQUIRED: 'REASON_REQUIRED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
} as const;
export type DeclineSuggestionErrorCode = keyof typeof DeclineSuggestionErrorCode;

/** Most suggestions of one person, or from one address, in an hour. */
export const MOST_IN_AN_HOUR = 10;

const LONGEST_WHY = 2_000;
const LONGEST_CONTACT = 300;

/** The words that go with a suggestion. */
export interface Covering {
  readonly why: string;
  readonly contact: string | null;
}

/** Reads why something is suggested, and how to ask whoever suggests it; says so when too many came lately. */
export function readCovering(
  written: { readonly why?: string | null; readonly contact?: string | null },
  lately: number,
): Result<Covering, 'WHY_REQUIRED' | 'TEXT_TOO_LONG' | 'TOO_MANY_SUGGESTIONS'> {
  const why = text(written.why ?? null, LONGEST_WHY, 'why');
  const contact = line(written.contact ?? null, LONGEST_CONTACT, 'contact');
  const problems: Problem<'WHY_REQUIRED' | 'TEXT_TOO_LONG' | 'TOO_MANY_SUGGESTIONS'>[] = [];
  for (const { message, field = [] } of [...why.problems, ...contact.problems])
    problems.push({ code: 'TEXT_TOO_LONG', message, field });
  if (why.value === null)
    problems.push({
      code: 'WHY_REQUIRED',
      message: 'Say how you know, so that somebody can check it.',
      field: ['why'],
    });
  if (lately >= MOST_IN_AN_HOUR)
    problems.push({ code: 'TOO_MANY_SUGGESTIONS', message: 'You have told us a lot just now. Try again in an hour.' });
  if (why.value === null || problems.length > 0) return refuse(problems);
  return ok({ why: why.value, contact: contact.value });
}

/** What is written when somebody says no more than that it has closed. */
export const CLOSED: WrittenEntry = { status: 'DEFUNCT' };

/** Decides which of the suggested fields go into the entry; all of them when none is named. */
export function decideAccepting(
  suggestion: { readonly state: SuggestionState; readonly kind: SuggestionKind; readonly words: SomeValues },
  fields: readonly EntryField[] | null,
): Result<SomeValues, AcceptSuggestionErrorCode> {
  if (!SUGGESTION_MOVES[suggestion.state].includes('ACCEPTED')) return decided();
  const accepted = fieldsOf(suggestion.words).filter(([field]) => fields === null || fields.includes(field));
  if (accepted.length === 0) {
    return refuseWith('NOTHING_ACCEPTED', 'Choose what to accept, or decline it with a reason.', 'fields');
  }
  const values = Object.fromEntries(accepted) as SomeValues;
  if (suggestion.kind === 'LISTING' && values.NAME === undefined) {
    return refuseWith('NAME_REQUIRED', 'What is listed needs its name. Accept that too.', 'fields');
  }
  return ok(values);
}

/** Decides whether a suggestion can be declined, and cleans the reason. */
export function decideDeclining(
  state: SuggestionState,
  written: string | null | undefined,
): Result<string, DeclineSuggestionErrorCode> {
  if (!SUGGESTION_MOVES[state].includes('DECLINED')) return decided();
  return readReason(written);
}

/** The reason of somebody who says no; it is needed. */
export function readReason(written: string | null | undefined): Result<string, 'REASON_REQUIRED' | 'TEXT_TOO_LONG'> {
  const reason = text(written ?? null, LONGEST_WHY, 'reason');
  const [tooLong] = reason.problems;
  if (tooLong) return refuseWith('TEXT_TOO_LONG', tooLong.message, 'reason');
  if (reason.value === null) return refuseWith('REASON_REQUIRED', 'Say why, for whoever reads this later.', 'reason');
  return ok(reason.value);
}

function decided() {
  return refuseWith('SUGGESTION_DECIDED', 'Somebody has decided this already. Look at the entry as it stands.');
}
