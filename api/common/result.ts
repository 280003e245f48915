/** One thing that a person can put right: a stable code for programs, a sentence for people, the path of the field. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly field?: readonly string[];
}

interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

interface Refused<Code extends string> {
  readonly ok: false;
  readonly problems: readonly Problem<Code>[];
}

/** What a decision or a command comes to: a value, or every problem found, never only the first. */
export type Result<T, Code extends string = string> = Ok<T> | Refused<Code>;

/** Wraps the value of a decision that holds. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Refuses with all problems found; at least one. */
export function refuse<Code extends string>(problems: readonly Problem<Code>[]): Refused<Code> {
  return { ok: false, problems };
}

/** Refuses with a single problem. */
export function refuseWith<Code extends string>(code: Code, message: string, ...field: string[]): Refused<Code> {
  return refuse([field.length > 0 ? { code, message, field } : { code, message }]);
}

/** The problems of a result; empty when it holds. */
export function problemsOf<Code extends string>(result: Result<unknown, Code>): readonly Problem<Code>[] {
  return result.ok ? [] : result.problems;
}
