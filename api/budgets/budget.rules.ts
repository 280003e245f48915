// A personal budget is the agreed amount for one individual and one period; every pound of it has one of four places.
// The authority agrees it with the person; agreements promise from it; nobody can promise what is not left.
// agreed → promised by acceptances, given back by declining or withdrawing → over on its last day.
import { daysInclusive } from '../common/calendar.ts';
import { divideHalfUp, pounds } from '../common/money.ts';
import { ok, refuse, type Problem, type Result } from '../common/result.ts';

/** Why a budget could not be agreed. */
export const AgreeBudgetErrorCode = {
  PERIOD_IMPOSSIBLE: 'PERIOD_IMPOSSIBLE',
  PERIOD_TAKEN: 'PERIOD_TAKEN',
  AMOUNT_IMPOSSIBLE: 'AMOUNT_IMPOSSIBLE',
} as const;
export type AgreeBudgetErrorCode = keyof typeof AgreeBudgetErrorCode;

/** Why a payment could not be recorded. */
export const RecordSpendingErrorCode = { AMOUNT_IMPOSSIBLE: 'AMOUNT_IMPOSSIBLE' } as const;
export type RecordSpendingErrorCode = keyof typeof RecordSpendingErrorCode;

/** The four places of a budget's money, in pence, and its period. */
export interface BudgetState {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly totalPence: number;
  readonly spentPence: number;
  readonly promisedPence: number;
  readonly keptBackPence: number;
}

/** Pence left to choose with: the total less what is spent, promised and kept back (rule R8). */
export function leftPence(budget: BudgetState): number {
  return budget.totalPence - budget.spentPence - budget.promisedPence - budget.keptBackPence;
}

/** Pence left for each week that remains from that day on, by the calendar (rule R2); zero when the period is over. */
export function weeklyLeftPence(budget: BudgetState, today: string): number {
  const days = daysInclusive(today > budget.startsOn ? today : budget.startsOn, budget.endsOn);
  return days <= 0 ? 0 : divideHalfUp(leftPence(budget) * 7, days);
}

/** Whole percent of the money that is spent. */
export function spentPercent(budget: BudgetState): number {
  return budget.totalPence === 0 ? 0 : divideHalfUp(budget.spentPence * 100, budget.totalPence);
}

/** Whole percent of the period that has gone at the start of that day, 0 to 100. */
export function gonePercent(budget: BudgetState, today: string): number {
  const all = daysInclusive(budget.startsOn, budget.endsOn);
  const gone = Math.min(Math.max(daysInclusive(budget.startsOn, today) - 1, 0), all);
  return divideHalfUp(gone * 100, all);
}

/** Whether spending keeps pace with time, in words: more than ten points ahead is spending faster than planned. */
export function paceSentence(budget: BudgetState, today: string): string {
  const [spent, gone] = [spentPercent(budget), gonePercent(budget, today)];
  const figures = `${spent}% is spent and ${gone}% of the time has gone.`;
  if (spent > gone + 10) return `Money is being spent faster than planned. ${figures}`;
  if (spent < gone - 20) return `There is more left than planned by now. ${figures}`;
  return `You are on track. ${figures}`;
}

/** Whether a promise fits beside the others; `releasedPence` is what the same agreement has promised so far (rule R9). */
export function fits(budget: BudgetState, promisePence: number, releasedPence: number): boolean {
  return promisePence - releasedPence <= leftPence(budget);
}

/** Why the promise does not fit, as a person needs to hear it. */
export function exceedsSentence(budget: BudgetState, promisePence: number, releasedPence: number): string {
  const over = promisePence - releasedPence - leftPence(budget);
  return `This costs ${pounds(over)} more than is left in the budget. Suggest fewer hours or another price, or ask the broker about the budget.`;
}

/** Checks a budget before it is agreed; `periods` are those the individual has already. */
export function decideBudget(
  asked: Pick<BudgetState, 'startsOn' | 'endsOn' | 'totalPence' | 'keptBackPence'>,
  periods: readonly Pick<BudgetState, 'startsOn' | 'endsOn'>[],
): Result<null, AgreeBudgetErrorCode> {
  const problems: Problem<AgreeBudgetErrorCode>[] = [];
  if (asked.endsOn < asked.startsOn) {
    problems.push({
      code: 'PERIOD_IMPOSSIBLE',
      message: 'The last day must come after the first day.',
      field: ['input', 'endsOn'],
    });
  }
  if (periods.some((period) => period.startsOn <= asked.endsOn && asked.startsOn <= period.endsOn)) {
    problems.push({
      code: 'PERIOD_TAKEN',
      message: 'There is a budget for some of these days already. Choose other days.',
      field: ['input', 'startsOn'],
    });
  }
  if (asked.totalPence < 0 || asked.keptBackPence < 0 || asked.keptBackPence > asked.totalPence) {
    problems.push({
      code: 'AMOUNT_IMPOSSIBLE',
      message: 'The amount kept back must be between nothing and the whole budget.',
      field: ['input', 'keptBack'],
    });
  }
  return problems.length > 0 ? refuse(problems) : ok(null);
}
