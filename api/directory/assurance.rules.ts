// An assurance is that somebody looked at an entry, or tried to, and what they said of it: still correct, not right, not reached.
// A publisher, the entry's contact, a member of who runs it or an editor says it. Written once → the newest good one holds.

import { ok, refuse } from '../common/result.ts';
import type { Problem, Result } from '../common/result.ts';

/** How an entry was checked. */
export const AssuranceOrigin = {
  PUBLISHER: 'PUBLISHER',
  CONTACT: 'CONTACT',
  ORGANISATION: 'ORGANISATION',
  EDITOR: 'EDITOR',
  CALL: 'CALL',
} as const;
export type AssuranceOrigin = keyof typeof AssuranceOrigin;

/** What was said of the entry. */
export const AssuranceResult = {
  STILL_CORRECT: 'STILL_CORRECT',
  NOT_RIGHT: 'NOT_RIGHT',
  NOT_REACHED: 'NOT_REACHED',
} as const;
export type AssuranceResult = keyof typeof AssuranceResult;

/** How an editor asked them. */
export const CallMethod = { PHONE: 'PHONE', VIDEO: 'VIDEO', EMAIL: 'EMAIL', VISIT: 'VISIT', OTHER: 'OTHER' } as const;
export type CallMethod = keyof typeof CallMethod;

/** Longest note, in characters. */
export const LONGEST_WORDS = 2000;
const LONGEST_ROLE = 200;

/** Why an entry could not be marked as checked. */
export const AssureServiceErrorCode = { SERVICE_ENDED: 'SERVICE_ENDED' } as const;
export type AssureServiceErrorCode = keyof typeof AssureServiceErrorCode;

/** Why a call could not be logged. */
export const LogCallErrorCode = {
  ANSWERED_BY_NEEDED: 'ANSWERED_BY_NEEDED',
  WORDS_NEEDED: 'WORDS_NEEDED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
} as const;
export type LogCallErrorCode = keyof typeof LogCallErrorCode;

/** A call as an editor writes it down. */
export interface CallToLog {
  readonly method: CallMethod;
  readonly result: AssuranceResult;
  /** What the one who answered does there, such as "Manager"; never a name. */
  readonly answeredBy?: string | null;
  readonly notes?: string | null;
}

/** A call as it is kept. */
export interface Call {
  readonly method: CallMethod;
  readonly result: AssuranceResult;
  readonly answeredBy: string | null;
  readonly words: string | null;
}

/** The problems of saying that the entry of a service with this status is still correct. */
export function assuringProblems(status: string): Problem<AssureServiceErrorCode>[] {
  if (status !== 'DEFUNCT') return [];
  return [
    { code: 'SERVICE_ENDED', message: 'This service has ended, so there is nothing to check.', field: ['serviceId'] },
  ];
}

/** The call as it is kept, or every reason why it cannot be. */
export function decideCall(told: CallToLog): Result<Call, LogCallErrorCode> {
  const answeredBy = told.answeredBy?.trim() || null;
  const words = told.notes?.trim() || null;
  const isReached = told.result !== AssuranceResult.NOT_REACHED;
  const problems: Problem<LogCallErrorCode>[] = [];
  const say = (code: LogCallErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  if (isReached && answeredBy === null)
    say('ANSWERED_BY_NEEDED', 'Say what the person who answered does there, such as “Manager”.', 'answeredBy');
  if ((answeredBy?.length ?? 0) > LONGEST_ROLE)
    say('TEXT_TOO_LONG', `Say who answered in at most ${LONGEST_ROLE} characters.`, 'answeredBy');
  if (told.result === AssuranceResult.NOT_RIGHT && words === null)
    say('WORDS_NEEDED', 'Write down what is not right.', 'notes');
  if ((words?.length ?? 0) > LONGEST_WORDS)
    say('TEXT_TOO_LONG', `Shorten the notes to ${LONGEST_WORDS} characters.`, 'notes');
  if (problems.length > 0) return refuse(problems);
  return ok({ method: told.method, result: told.result, answeredBy: isReached ? answeredBy : null, words });
}
