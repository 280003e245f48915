/** Something the person who starts Kith can put right; its message is one sentence that says what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** The error code of Node or PostgreSQL, such as EACCES or 28P01; an empty string where there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** The sentence shown for any error, with no stack. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || codeOf(error) || error.name;
}
