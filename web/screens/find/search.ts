import type { VariablesOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import type { FindQuery } from './find.query.ts';

/** Filters of which several may be on, with the choices that each has; those without come with the results. */
export const listFilters = {
  kinds: words.search.kindChoice,
  term: null,
  day: words.search.day,
  part: words.search.part,
  access: words.search.need,
  language: null,
  funding: words.search.fund,
} as const;

/** Filters that have one value. */
export const singleFilters = ['within', 'cost', 'age', 'domain', 'free', 'sure'] as const;

type ListFilter = keyof typeof listFilters;
type SingleFilter = (typeof singleFilters)[number];

/** What is looked for, as the address holds it; empty text means not given. */
export interface Search
  extends Readonly<Record<ListFilter, readonly string[]>>, Readonly<Record<SingleFilter, string>> {
  readonly text: string;
  readonly near: string;
  readonly outcomeId: string;
  readonly after: string;
}

/** What holds the values of a search: the address, or a form that was sent. */
interface Holder {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

/** Reads a search from the address or from a form; a choice that there is not counts as not made. */
export function searchOf(holder: Holder): Search {
  const one = (name: string) => {
    const value = holder.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const lists = Object.entries(listFilters).map(([name, choices]) => [
    name,
    holder
      .getAll(name)
      .filter((value) => typeof value === 'string' && (choices === null || Object.hasOwn(choices, value))),
  ]);
  const singles = singleFilters.map((name) => [name, one(name)]);
  return {
    text: one('text'),
    near: one('near'),
    outcomeId: one('outcome'),
    after: one('after'),
    ...(Object.fromEntries(lists) as Record<ListFilter, string[]>),
    ...(Object.fromEntries(singles) as Record<SingleFilter, string>),
  };
}

/** Whether the address holds a search, not only the outcome that it is for. */
export function hasSearched(params: URLSearchParams): boolean {
  return params.has('text');
}

/** The address of a search. */
export function searchToPath(search: Search): string {
  const params = new URLSearchParams({ text: search.text, near: search.near });
  for (const name of singleFilters) if (search[name] !== '') params.set(name, search[name]);
  for (const name of Object.keys(listFilters) as ListFilter[]) {
    for (const value of search[name]) params.append(name, value);
  }
  if (search.outcomeId !== '') params.set('outcome', search.outcomeId);
  if (search.after !== '') params.set('after', search.after);
  return `/find?${params.toString()}`;
}

/** Where looking for ways to an outcome starts: near home, and what the page then shows of itself. */
export function findForOutcome(outcome: {
  readonly id: string;
  readonly individual: { readonly postcode: string | null };
}): string {
  const near = outcome.individual.postcode === null ? '' : `&near=${encodeURIComponent(outcome.individual.postcode)}`;
  return `/find?outcome=${outcome.id}${near}`;
}

/** The search without any filter: words, place and the outcome stay. */
export function withoutFilters({ text, near, outcomeId }: Search): Search {
  return searchOf(new URLSearchParams({ text, near, outcome: outcomeId }));
}

/** A theme as the address holds it: its identifier, and its name for whoever reads the filters that are on. */
export function themeValue(term: { readonly id: string; readonly name: string }): string {
  return `${term.id} ${term.name}`;
}

/** The name in a theme's value. */
export function themeName(value: string): string {
  return value.slice(value.indexOf(' ') + 1);
}

/** One filter that is on: what it says, and the search without it. */
export interface Chip {
  readonly label: string;
  readonly without: Search;
}

/** The filters that are on, in the order of the form. */
export function chipsOf(search: Search): readonly Chip[] {
  const first = { ...search, after: '' };
  const singles = singleFilters.flatMap((name) =>
    search[name] === '' ? [] : [{ label: singleLabel(name, search[name]), without: { ...first, [name]: '' } }],
  );
  const lists = (Object.keys(listFilters) as ListFilter[]).flatMap((name) =>
    search[name].map((value) => ({
      label: listLabel(name, value),
      without: { ...first, [name]: search[name].filter((other) => other !== value) },
    })),
  );
  return [...singles, ...lists];
}

function singleLabel(name: SingleFilter, value: string): string {
  const text = words.search;
  switch (name) {
    case 'within':
      return words.find.withinMiles(Number(value));
    case 'cost':
      return wordOf(text.atMost, value);
    case 'age':
      return text.aged(value);
    case 'domain':
      return wordOf(text.life, value);
    case 'free':
      return text.free;
    case 'sure':
      return text.sure;
  }
}

function listLabel(name: ListFilter, value: string): string {
  if (name === 'term') return themeName(value);
  const choices = listFilters[name];
  return choices === null ? value : wordOf(choices, value);
}

function wordOf(choices: Readonly<Record<string, string>>, value: string): string {
  return choices[value] ?? value;
}

type Asked = VariablesOf<typeof FindQuery>['search'];

/** The search as the API is asked; what is not a number or a choice is left out. */
export function askedOf(search: Search): Asked {
  const numberOf = (value: string) => (/^\d{1,3}$/.test(value) ? Number(value) : null);
  const list = <T>(values: readonly string[]) => (values.length === 0 ? null : (values as unknown as T));
  return {
    text: search.text === '' ? null : search.text,
    near: search.near === '' ? null : search.near,
    withinMiles: numberOf(search.within),
    kinds: list<Asked['kinds']>(search.kinds),
    terms: list<Asked['terms']>(search.term.map((value) => value.split(' ')[0] ?? '')),
    days: list<Asked['days']>(search.day),
    partsOfDay: list<Asked['partsOfDay']>(search.part),
    access: list<Asked['access']>(search.access),
    languages: list<Asked['languages']>(search.language),
    funding: list<Asked['funding']>(search.funding),
    costAtMost: numberOf(search.cost) === null ? null : search.cost,
    age: numberOf(search.age),
    domain: Object.hasOwn(words.search.life, search.domain) ? (search.domain as Asked['domain']) : null,
    hasCapacity: search.free === '' ? null : true,
    leaveOutUnknown: search.sure === '' ? null : true,
  };
}
