import { Checkboxes } from '../../components/Choices.tsx';
import { Details } from '../../components/Details.tsx';
import { Input, Select } from '../../components/Input.tsx';
import { words } from '../../words/en.ts';
import type { Facets } from './find.query.ts';
import { listFilters, themeName, themeValue, type Search } from './search.ts';

const text = words.search;
const distances = [1, 3, 5, 10, 20];

interface FiltersProps {
  readonly search: Search;
  /** Null before anything was found. */
  readonly facets: Facets | null;
}

/** Every way to narrow a search, each choice with how many of what was found it holds. */
export function Filters({ search, facets }: FiltersProps) {
  return (
    <>
      <Select
        id="within"
        label={words.find.within}
        value={search.within}
        choices={[
          { value: '', label: words.find.withinAny },
          ...distances.map((miles) => ({ value: String(miles), label: words.find.withinMiles(miles) })),
        ]}
      />
      <Checkboxes
        id="kinds"
        label={words.find.kinds}
        choices={choicesOf(
          text.kindChoice,
          facets?.kinds.map(({ kind, count }) => [kind, count]),
          countedIn(facets),
        )}
        values={search.kinds}
      />
      <Select id="cost" label={text.cost} hint={text.costHint} value={search.cost} choices={costsOf(facets)} />
      {groupsOf(search, facets).map((group) => (
        <Folded {...group} search={search} key={group.id} />
      ))}
      <PersonFilters search={search} />
    </>
  );
}

function PersonFilters({ search }: { readonly search: Search }) {
  return (
    <>
      <Input id="age" label={text.age} value={search.age} width={3} isNumeric maxLength={3} />
      <Select
        id="domain"
        label={text.domain}
        value={search.domain}
        choices={[{ value: '', label: text.any }, ...choicesOf(text.life, undefined)]}
      />
      <Checkboxes id="free" label={text.places} choices={[{ value: 'yes', label: text.free }]} values={[search.free]} />
      <Checkboxes
        id="sure"
        label={text.notKnown}
        choices={[{ value: 'yes', label: text.sure }]}
        values={[search.sure]}
      />
    </>
  );
}

/** The groups that are folded away, in their order. */
function groupsOf(search: Search, facets: Facets | null): readonly Omit<FoldedProps, 'search'>[] {
  const days = facets?.days.map(({ day, count }) => [day, count] as const);
  const needs = facets?.access.map(({ need, count }) => [need, count] as const);
  return [
    { id: 'day', label: text.days, choices: choicesOf(text.day, days, countedIn(facets)) },
    { id: 'part', label: text.parts, choices: choicesOf(text.part, undefined) },
    { id: 'access', label: text.access, choices: choicesOf(text.need, needs, countedIn(facets)) },
    { id: 'language', label: text.languages, choices: languagesOf(search, facets) },
    { id: 'term', label: text.terms, choices: themesOf(search, facets) },
    { id: 'funding', label: text.funding, choices: choicesOf(text.fund, undefined) },
  ];
}

interface FoldedProps {
  readonly id: keyof typeof listFilters;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly search: Search;
}

/** A group of choices that is folded away unless one of them is on. */
function Folded({ id, label, choices, search }: FoldedProps) {
  if (choices.length === 0) return null;
  return (
    <Details summary={label} isOpen={search[id].length > 0}>
      <Checkboxes id={id} label={label} choices={choices} values={search[id]} />
    </Details>
  );
}

type Counts = readonly (readonly [value: string, count: number])[] | undefined;

/** How a choice says how many it holds: exactly, or about so many when there are too many to count each time. */
function countedIn(facets: Facets | null) {
  return facets?.isEstimate === true ? text.countedAbout : text.counted;
}

function choicesOf(labels: Readonly<Record<string, string>>, counts: Counts, counted = countedIn(null)) {
  const found = new Map(counts);
  return Object.entries(labels).map(([value, label]) => ({
    value,
    label: counts === undefined ? label : counted(label, found.get(value) ?? 0),
  }));
}

function costsOf(facets: Facets | null) {
  const found = new Map(facets?.costs.map(({ costAtMost, count }) => [String(Number(costAtMost)), count]));
  return Object.entries(text.atMost)
    .sort(([one], [other]) => Number(one === '' ? -1 : one) - Number(other === '' ? -1 : other))
    .map(([value, label]) => ({
      value,
      label: facets === null || value === '' ? label : countedIn(facets)(label, found.get(value) ?? 0),
    }));
}

function languagesOf(search: Search, facets: Facets | null) {
  const found = (facets?.languages ?? []).map(({ language, count }) => ({
    value: language,
    label: countedIn(facets)(language, count),
  }));
  return withPicked(found, search.language, (value) => value);
}

function themesOf(search: Search, facets: Facets | null) {
  const found = (facets?.terms ?? []).map(({ term, count }) => ({
    value: themeValue(term),
    label: countedIn(facets)(term.name, count),
  }));
  return withPicked(found, search.term, themeName);
}

/** The choices found, and before them those that are on and hold nothing now. */
function withPicked<T extends { value: string; label: string }>(
  found: readonly T[],
  picked: readonly string[],
  nameOf: (value: string) => string,
) {
  const known = new Set(found.map(({ value }) => value));
  const missing = picked.filter((value) => !known.has(value)).map((value) => ({ value, label: nameOf(value) }));
  return [...missing, ...found];
}
