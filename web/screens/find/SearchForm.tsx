import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Input } from '../../components/Input.tsx';
import { useWideScreen } from '../../components/wide-screen.ts';
import { words } from '../../words/en.ts';
import { Filters } from './Filters.tsx';
import type { Facets } from './find.query.ts';
import { chipsOf, searchOf, searchToPath, withoutFilters, type Search } from './search.ts';

interface SearchFormProps {
  readonly search: Search;
  readonly facets: Facets | null;
  readonly hasResults: boolean;
}

/** What to look for, where, and how to narrow it; nothing changes until "Search" is pressed. */
export function SearchForm({ search, facets, hasResults }: SearchFormProps) {
  const navigate = useNavigate();
  const isWide = useWideScreen();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = searchOf(new FormData(event.currentTarget));
    void navigate(searchToPath({ ...read, outcomeId: search.outcomeId, after: '' }));
  };
  return (
    <form role="search" onSubmit={submit} className="kith-no-print">
      <Input id="text" label={words.find.question} hint={words.find.questionHint} value={search.text} maxLength={200} />
      <Input id="near" label={words.search.near} hint={words.search.nearHint} value={search.near} maxLength={60} />
      <Button>{words.find.search}</Button>
      <Details summary={words.search.filters} isOpen={hasResults && isWide}>
        <Filters search={search} facets={facets} />
        <Button kind="SECONDARY">{words.search.apply}</Button>
      </Details>
    </form>
  );
}

/** The filters that are on, each with a way to take it off; clearing them keeps the words. */
export function FilterChips({ search }: { readonly search: Search }) {
  const chips = chipsOf(search);
  if (chips.length === 0) return null;
  return (
    <ul className="kith-chips govuk-body kith-no-print" aria-label={words.find.chips}>
      {chips.map((chip) => (
        <li key={chip.label}>
          <Link className="govuk-link govuk-link--no-underline" to={searchToPath(chip.without)}>
            <span className="govuk-visually-hidden">{words.find.remove('')}</span>
            {chip.label}
          </Link>
        </li>
      ))}
      <li className="kith-chips__clear">
        <Link className="govuk-link" to={searchToPath(withoutFilters(search))}>
          {words.find.clear}
        </Link>
      </li>
    </ul>
  );
}
