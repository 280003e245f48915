// Stating criteria puts the whole list of a service's own criteria in the place of the one before.
// Its organisation's members and the editors of the directory state them; what a feed says stays beside them.
// asked for → every problem told | kept in that order.
import { ok, type Problem, refuse, type Result } from '../common/result.ts';
import { type Criterion, CriterionOperator } from './criterion.rules.ts';

/** Why criteria could not be stated. */
export const StateCriteriaErrorCode = {
  TOO_MANY: 'TOO_MANY',
  RULE_MISSING: 'RULE_MISSING',
  QUESTION_MISSING: 'QUESTION_MISSING',
  VALUES_IMPOSSIBLE: 'VALUES_IMPOSSIBLE',
} as const;
export type StateCriteriaErrorCode = keyof typeof StateCriteriaErrorCode;

/** Most criteria that a service states of itself. */
export const MOST_CRITERIA = 20;

const LONGEST_RULE = 300;
const LONGEST_VALUE = 100;

/** A criterion as somebody writes it down. */
export type AskedCriterion = Omit<Criterion, 'source' | 'accepted' | 'unit'> & {
  readonly accepted?: readonly string[] | null;
  readonly unit?: string | null;
};

/** The criteria as they are kept, or every problem found. */
export function decideCriteria(
  asked: readonly AskedCriterion[],
): Result<Omit<Criterion, 'source'>[], StateCriteriaErrorCode> {
  const problems: Problem<StateCriteriaErrorCode>[] = [];
  if (asked.length > MOST_CRITERIA)
    problems.push({ code: 'TOO_MANY', message: `State at most ${MOST_CRITERIA} rules.`, field: ['criteria'] });
  const kept = asked.map((each, place) => {
    const accepted = [...new Set((each.accepted ?? []).map(line).filter(Boolean))];
    const criterion = { ...each, accepted, unit: line(each.unit) || null };
    const field = (name: string) => ['criteria', String(place), name];
    const [ruleText, question] = [line(each.ruleText), line(each.question)];
    if (!ruleText || ruleText.length > LONGEST_RULE)
      problems.push({
        code: 'RULE_MISSING',
        message: 'Say the rule in up to 300 characters.',
        field: field('ruleText'),
      });
    if (!question || question.length > LONGEST_RULE)
      problems.push({
        code: 'QUESTION_MISSING',
        message: 'Say what to ask when nobody knows, in up to 300 characters.',
        field: field('question'),
      });
    if (!areValuesPossible(criterion))
      problems.push({
        code: 'VALUES_IMPOSSIBLE',
        message: 'Give the values that the rule accepts: one number for a limit, none where it is to be asked.',
        field: field('accepted'),
      });
    return { ...criterion, ruleText, question };
  });
  return problems.length > 0 ? refuse(problems) : ok(kept);
}

function areValuesPossible({ operator, accepted, unit }: Pick<Criterion, 'operator' | 'accepted' | 'unit'>): boolean {
  if ((unit ?? '').length > 30 || accepted.length > 50 || accepted.some((value) => value.length > LONGEST_VALUE))
    return false;
  if (operator === CriterionOperator.ASK) return accepted.length === 0;
  if (operator === CriterionOperator.ANY_OF) return accepted.length > 0;
  return accepted.length === 1 && /^\d{1,5}(\.\d{1,2})?$/.test(accepted[0] ?? '');
}

function line(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
