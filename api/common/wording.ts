import type { Problem } from './result.ts';

/** Why a wording could not be kept. */
export const WordingCode = { TEXT_TOO_LONG: 'TEXT_TOO_LONG' } as const;
export type WordingCode = keyof typeof WordingCode;

/** Longest text in a person's own words, in characters. */
export const LONGEST_STATEMENT = 2000;

/** The text without surrounding space and control signs; null when nothing is left. */
export function cleaned(text: string | null | undefined): string | null {
  // PostgreSQL refuses NUL and halves of a character, and no page can show the others.
  const kept = (text ?? '').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu, '');
  return kept.trim() || null;
}

/** The problem of a text that is longer than it may be; none otherwise. */
export function tooLong(text: string | null, most: number, ...field: string[]): Problem<WordingCode>[] {
  if ((text ?? '').length <= most) return [];
  const message = `This is longer than ${most} characters. Shorten it.`;
  return [{ code: WordingCode.TEXT_TOO_LONG, message, field }];
}
