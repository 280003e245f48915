import { words } from '../../words/en.ts';

/** The kinds of organisation that a search may be narrowed to. */
export type Kind = keyof typeof words.find.kind;

/** What is looked for, as the address holds it; empty text means not given. */
export interface Search {
  readonly text: string;
  readonly near: string;
  readonly within: string;
  readonly kinds: readonly Kind[];
  readonly outcomeId: string;
  readonly after: string;
}

/** Reads a search from the address. */
export function searchOf(params: URLSearchParams): Search {
  return {
    text: params.get('text') ?? '',
    near: params.get('near') ?? '',
    within: params.get('within') ?? '',
    kinds: params.getAll('kinds').filter(isKind),
    outcomeId: params.get('outcome') ?? '',
    after: params.get('after') ?? '',
  };
}

/** Whether the address holds a search, not only the outcome that it is for. */
export function hasSearched(params: URLSearchParams): boolean {
  return params.has('text');
}

/** The address of a search. */
export function searchToPath(search: Search): string {
  const params = new URLSearchParams({ text: search.text, near: search.near });
  if (search.within !== '') params.set('within', search.within);
  for (const kind of search.kinds) params.append('kinds', kind);
  if (search.outcomeId !== '') params.set('outcome', search.outcomeId);
  if (search.after !== '') params.set('after', search.after);
  return `/find?${params.toString()}`;
}

/** Whether a word from the address names a kind. */
export function isKind(value: string): value is Kind {
  return Object.hasOwn(words.find.kind, value);
}
