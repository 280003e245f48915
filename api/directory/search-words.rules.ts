// The words of a search: each may stand for others, what is in quotation marks belongs together, and a minus leaves out.
// Whoever types decides. The text → words, each with an expression that PostgreSQL reads | what is to be left out.

import { sameIn } from './welsh-words.rules.ts';

/** What a text asks for, in the form of to_tsquery. */
export interface SearchWords {
  /** The words as they are shown again, each in the place of its expression. */
  readonly words: readonly string[];
  readonly expressions: readonly string[];
  readonly excluded: readonly string[];
}

const MOST_WORDS = 20;

/** Reads a text of any kind; marks that mean nothing are passed over, words beyond the twentieth as well. */
export function readWords(text: string): SearchWords {
  const parts = [...text.matchAll(/(?<minus>(?<![^\s])-)?(?:"(?<phrase>[^"]*)"|(?<word>[^\s"]+))/gu)]
    .flatMap(({ groups }) => partsOf(groups ?? {}))
    .slice(0, MOST_WORDS);
  const wanted = parts.filter(({ isExcluded }) => !isExcluded);
  return {
    words: wanted.map(({ word }) => word),
    expressions: wanted.map(({ expression }) => expression),
    excluded: parts.filter(({ isExcluded }) => isExcluded).map(({ expression }) => `!(${expression})`),
  };
}

/** The words as a reader sees them, after some were read as others. */
export function readingInWords(reading: readonly string[]): string {
  return reading.join(' ');
}

/** A word, quoted so that to_tsquery reads it as nothing else. */
export function quotedWord(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", ' ')}'`;
}

interface Part {
  readonly word: string;
  readonly expression: string;
  readonly isExcluded: boolean;
}

function partsOf({ minus, phrase, word }: Readonly<Record<string, string | undefined>>): Part[] {
  const isExcluded = minus !== undefined;
  const words = lettersOf(phrase ?? word ?? '');
  if (words.length === 0) return [];
  if (phrase !== undefined || isExcluded) {
    const together = words.join(' ');
    return [{ word: phrase === undefined ? together : `"${together}"`, expression: quotedWord(together), isExcluded }];
  }
  return words.map((one) => ({ word: one, expression: expressionOf(one), isExcluded }));
}

/** Letters and figures alone: a hyphen or an apostrophe parts two words. */
function lettersOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function expressionOf(word: string): string {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return [word, ...sameIn(plain)].map(quotedWord).join('|');
}
