// An outcome is what a person wants to happen, in the words of whoever said it (criterion 001-P5, rule R36).
// Those who may suggest write it down; the individual, or who holds their mandate, agrees it or lets it go.
// DRAFT → AGREED → WITHDRAWN, and DRAFT → WITHDRAWN. Words never change: other words are another outcome.
import { GroundsCode } from '../representatives/decision.rules.ts';
import type { OutcomeDomain } from '../common/outcome-domain.ts';
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';

/** How far an outcome has come. */
export const OutcomeState = { DRAFT: 'DRAFT', AGREED: 'AGREED', WITHDRAWN: 'WITHDRAWN' } as const;
export type OutcomeState = keyof typeof OutcomeState;

/** The states that may follow each state. */
export const OUTCOME_MOVES: Readonly<Record<OutcomeState, readonly OutcomeState[]>> = {
  DRAFT: [OutcomeState.AGREED, OutcomeState.WITHDRAWN],
  AGREED: [OutcomeState.WITHDRAWN],
  WITHDRAWN: [],
};

/** Why an outcome could not be written down. */
export const StateOutcomeErrorCode = {
  ...WordingCode,
  STATEMENT_REQUIRED: 'STATEMENT_REQUIRED',
  LEVEL_OUT_OF_RANGE: 'LEVEL_OUT_OF_RANGE',
  PRIORITY_OUT_OF_RANGE: 'PRIORITY_OUT_OF_RANGE',
  DAY_PAST: 'DAY_PAST',
  SPEAKER_NOT_KNOWN: 'SPEAKER_NOT_KNOWN',
} as const;
export type StateOutcomeErrorCode = keyof typeof StateOutcomeErrorCode;

/** Why an outcome could not be agreed. */
export const AgreeOutcomeErrorCode = { ...GroundsCode, OUTCOME_WITHDRAWN: 'OUTCOME_WITHDRAWN' } as const;
export type AgreeOutcomeErrorCode = keyof typeof AgreeOutcomeErrorCode;

/** Why an outcome could not be withdrawn. */
export const WithdrawOutcomeErrorCode = { ...WordingCode } as const;
export type WithdrawOutcomeErrorCode = keyof typeof WithdrawOutcomeErrorCode;

/** What is said of an outcome when it is written down. */
export interface Statement {
  readonly statement: string;
  readonly domain: OutcomeDomain;
  /** How it is now, 0 to 10. */
  readonly baseline?: number | null;
  /** How it should be, 0 to 10. */
  readonly target?: number | null;
  readonly byWhen?: string | null;
  /** The person's own order, 1 first. */
  readonly priority?: number | null;
}

/** What the decision needs to know beside the statement. */
export interface Circumstances {
  readonly today: string;
  /** Highest priority number among the individual's outcomes; 0 when there are none. */
  readonly lastPriority: number;
  /** Whether the speaker is the individual, the writer, or somebody in the circle. */
  readonly isSpeakerKnown: boolean;
}

/** An outcome as it is kept. */
export type Stated = Required<Statement> & { readonly priority: number };

const LAST_PRIORITY = 9;
const HIGHEST_LEVEL = 10;

/** Decides whether a statement can be kept, with every problem found; a missing priority comes after all others. */
export function decideStatement(said: Statement, known: Circumstances): Result<Stated, StateOutcomeErrorCode> {
  const statement = cleaned(said.statement);
  const { baseline = null, target = null, byWhen = null } = said;
  const priority = said.priority ?? Math.min(known.lastPriority + 1, LAST_PRIORITY);

  const problems: Problem<StateOutcomeErrorCode>[] = [
    ...tooLong(statement, LONGEST_STATEMENT, 'statement'),
    ...levelProblems(baseline, 'baseline'),
    ...levelProblems(target, 'target'),
  ];
  const say = (code: StateOutcomeErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  if (statement === null) say('STATEMENT_REQUIRED', 'Say what you want to happen, in your own words.', 'statement');
  if (byWhen !== null && byWhen < known.today)
    say('DAY_PAST', 'This day has passed. Choose today or a later day, or leave it open.', 'byWhen');
  if (priority < 1 || priority > LAST_PRIORITY)
    say('PRIORITY_OUT_OF_RANGE', 'Give a place from 1, the most important, to 9.', 'priority');
  if (!known.isSpeakerKnown)
    say('SPEAKER_NOT_KNOWN', 'Choose who said this: the person, you, or somebody in their circle.', 'spokenById');

  if (statement === null || problems.length > 0) return refuse(problems);
  return ok({ statement, domain: said.domain, baseline, target, byWhen, priority });
}

/** Decides what agreeing comes to: true when the state changes, false when it is agreed already. */
export function decideAgreeing(state: OutcomeState): Result<boolean, AgreeOutcomeErrorCode> {
  if (state === OutcomeState.AGREED) return ok(false);
  if (OUTCOME_MOVES[state].includes(OutcomeState.AGREED)) return ok(true);
  return refuseWith('OUTCOME_WITHDRAWN', 'This was withdrawn. Write it down again if it still matters.');
}

/** Decides what withdrawing comes to: true when the state changes, false when it is withdrawn already. */
export function decideWithdrawing(
  state: OutcomeState,
  reason: string | null,
): Result<boolean, WithdrawOutcomeErrorCode> {
  const problems = tooLong(reason, LONGEST_STATEMENT, 'reason');
  return problems.length > 0 ? refuse(problems) : ok(OUTCOME_MOVES[state].includes(OutcomeState.WITHDRAWN));
}

function levelProblems(level: number | null, field: string): Problem<StateOutcomeErrorCode>[] {
  if (level === null || (level >= 0 && level <= HIGHEST_LEVEL)) return [];
  return [{ code: 'LEVEL_OUT_OF_RANGE', message: 'Choose a number from 0, not at all, to 10, fully.', field: [field] }];
}
