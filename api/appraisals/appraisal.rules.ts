// An appraisal lays the options for one agreed outcome side by side, "Carry on as now" always among them (001-P6, P7).
// Those who may suggest add options; the individual, or who holds their mandate, chooses one and says why (rule R23).
// OPEN → DECIDED, once. Looking again later is another appraisal.
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { GroundsCode } from '../representatives/decision.rules.ts';
import { OutcomeState } from '../outcomes/outcome.rules.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';
import { OptionKind } from './option.rules.ts';

/** How far an appraisal has come. */
export const AppraisalState = { OPEN: 'OPEN', DECIDED: 'DECIDED' } as const;
export type AppraisalState = keyof typeof AppraisalState;

/** The states that may follow each state. */
export const APPRAISAL_MOVES: Readonly<Record<AppraisalState, readonly AppraisalState[]>> = {
  OPEN: [AppraisalState.DECIDED],
  DECIDED: [],
};

/** Most options beside "Carry on as now": more cannot be compared on a page. */
export const MOST_OPTIONS = 4;

/** Why options could not be looked at. */
export const OpenAppraisalErrorCode = { OUTCOME_NOT_AGREED: 'OUTCOME_NOT_AGREED' } as const;
export type OpenAppraisalErrorCode = keyof typeof OpenAppraisalErrorCode;

/** Why the options cannot change any more. */
export const ClosedCode = { ...OpenAppraisalErrorCode, APPRAISAL_DECIDED: 'APPRAISAL_DECIDED' } as const;
export type ClosedCode = keyof typeof ClosedCode;

/** Why an option could not be removed. */
export const RemoveOptionErrorCode = {
  ...ClosedCode,
  NOT_AN_OPTION: 'NOT_AN_OPTION',
  ALWAYS_THERE: 'ALWAYS_THERE',
} as const;
export type RemoveOptionErrorCode = keyof typeof RemoveOptionErrorCode;

/** Why an option could not be chosen. */
export const ChooseOptionErrorCode = {
  ...GroundsCode,
  ...OpenAppraisalErrorCode,
  ...WordingCode,
  ALREADY_DECIDED: 'ALREADY_DECIDED',
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
  NOT_AN_OPTION: 'NOT_AN_OPTION',
  REASONS_REQUIRED: 'REASONS_REQUIRED',
} as const;
export type ChooseOptionErrorCode = keyof typeof ChooseOptionErrorCode;

/** An option, as far as the rules ask. */
export interface OptionStanding {
  readonly id: string;
  readonly kind: OptionKind;
  readonly serviceId: string | null;
}

/** An appraisal, as far as the rules ask. */
export interface AppraisalStanding {
  readonly state: AppraisalState;
  readonly version: number;
  readonly outcomeState: OutcomeState;
  readonly options: readonly OptionStanding[];
}

/** What a person says when choosing. */
export interface Choice {
  readonly optionId: string;
  readonly reasons: string;
  readonly isFirstPreference: boolean;
  readonly supportGiven?: string | null;
  /** Version of the appraisal that the person saw; not checked when left out. */
  readonly version?: number | null;
}

/** What a person decided, as it is kept. */
export interface Decided {
  readonly optionId: string;
  readonly reasons: string;
  readonly isFirstPreference: boolean;
  readonly supportGiven: string | null;
}

const NOT_AGREED = 'Options can be looked at once the outcome is agreed.';

/** Decides whether options for an outcome can be looked at: only for what the person has agreed to want. */
export function decideOpening(outcomeState: OutcomeState): Result<null, OpenAppraisalErrorCode> {
  return outcomeState === OutcomeState.AGREED ? ok(null) : refuseWith('OUTCOME_NOT_AGREED', NOT_AGREED);
}

/** The problems of changing the options at all; none while the appraisal is open and its outcome stands. */
export function closedProblems(appraisal: AppraisalStanding): Problem<ClosedCode>[] {
  if (appraisal.state !== AppraisalState.OPEN)
    return [{ code: 'APPRAISAL_DECIDED', message: 'An option was chosen, so the options cannot change any more.' }];
  const opening = decideOpening(appraisal.outcomeState);
  return opening.ok ? [] : [...opening.problems];
}

/** Whether there is room for one more option beside "Carry on as now". */
export function hasRoom(appraisal: { readonly options: readonly { readonly kind: OptionKind }[] }): boolean {
  return appraisal.options.filter(({ kind }) => kind !== OptionKind.CARRY_ON_AS_NOW).length < MOST_OPTIONS;
}

/** Decides whether an option can be removed; carrying on as now is always possible, so it always stays. */
export function decideRemoving(
  appraisal: AppraisalStanding,
  optionId: string,
): Result<OptionStanding, RemoveOptionErrorCode> {
  const closed = closedProblems(appraisal);
  if (closed.length > 0) return refuse(closed);

  const option = appraisal.options.find(({ id }) => id === optionId);
  if (!option) return refuseWith('NOT_AN_OPTION', 'This is not among the options any more.', 'optionId');
  if (option.kind === OptionKind.CARRY_ON_AS_NOW)
    return refuseWith('ALWAYS_THERE', 'Carrying on as now is always possible, so it stays on the list.', 'optionId');
  return ok(option);
}

/** Decides whether the choice can be recorded, with every problem found (rule R23). */
export function decideChoice(appraisal: AppraisalStanding, choice: Choice): Result<Decided, ChooseOptionErrorCode> {
  if (!APPRAISAL_MOVES[appraisal.state].includes(AppraisalState.DECIDED))
    return refuseWith('ALREADY_DECIDED', 'An option was chosen already. Look at the decision.');

  const { optionId, isFirstPreference } = choice;
  const reasons = cleaned(choice.reasons);
  const supportGiven = cleaned(choice.supportGiven);
  const problems: Problem<ChooseOptionErrorCode>[] = [
    ...tooLong(reasons, LONGEST_STATEMENT, 'reasons'),
    ...tooLong(supportGiven, LONGEST_STATEMENT, 'supportGiven'),
  ];
  const say = (code: ChooseOptionErrorCode, message: string, ...field: string[]) =>
    problems.push(field.length > 0 ? { code, message, field } : { code, message });

  if (appraisal.outcomeState !== OutcomeState.AGREED) say('OUTCOME_NOT_AGREED', NOT_AGREED);
  if ((choice.version ?? appraisal.version) !== appraisal.version)
    say('CHANGED_MEANWHILE', 'The options changed while you were looking. Look at them again, then choose.', 'version');
  if (!appraisal.options.some(({ id }) => id === optionId))
    say('NOT_AN_OPTION', 'This is not among the options any more. Choose another.', 'optionId');
  if (reasons === null) say('REASONS_REQUIRED', 'Say why you chose this, in a few words.', 'reasons');

  if (reasons === null || problems.length > 0) return refuse(problems);
  return ok({ optionId, reasons, isFirstPreference, supportGiven });
}
