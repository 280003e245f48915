import type { FieldProblem } from './use-act.ts';

/** The id of the form field that a problem is about, from the server's path; null when it is about no field. */
export function fieldIdOf(problem: FieldProblem): string | null {
  const path = (problem.field ?? []).filter((step, position) => !(position === 0 && step === 'input'));
  return path.length === 0 ? null : path.join('-');
}

/** The first problem of one field or of anything inside it. */
export function problemOf(problems: readonly FieldProblem[], id: string): string | undefined {
  return problems.find((problem) => fieldIdOf(problem) === id || fieldIdOf(problem)?.startsWith(`${id}-`))?.message;
}

/** What was typed in a field, without spaces round it; empty when there is no such field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A day from its three fields as YYYY-MM-DD, without judging it: '' when all three are empty. */
export function dateOf(form: FormData, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textOf(form, `${name}-${part}`));
  if (`${day ?? ''}${month ?? ''}${year ?? ''}` === '') return '';
  return [year?.padStart(4, '0'), month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
}
