import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Checkboxes } from '../../components/Choices.tsx';
import { Details } from '../../components/Details.tsx';
import { Input, Select } from '../../components/Input.tsx';
import { textOf } from '../../forms/fields.ts';
import { words } from '../../words/en.ts';
import { isKind, searchToPath, type Search } from './search.ts';

const distances = [1, 3, 5, 10, 20];
const kinds = (['COMMUNITY_GROUP', 'PROVIDER', 'AUTHORITY', 'ADVICE', 'UNSORTED'] as const).map((kind) => ({
  value: kind,
  label: words.find.kind[kind],
}));

/** What to look for, where, and how to narrow it; nothing changes until "Search" is pressed. */
export function SearchForm({ search }: { readonly search: Search }) {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void navigate(searchToPath(readSearch(new FormData(event.currentTarget), search.outcomeId)));
  };
  return (
    <form role="search" onSubmit={submit} className="kith-form-narrow kith-no-print">
      <Input id="text" label={words.find.question} hint={words.find.questionHint} value={search.text} maxLength={200} />
      <Input
        id="near"
        label={words.find.near}
        hint={words.find.nearHint}
        value={search.near}
        width={10}
        autoComplete="postal-code"
      />
      <Details summary={words.find.kinds} isOpen={search.kinds.length > 0 || search.within !== ''}>
        <Checkboxes id="kinds" label={words.find.kinds} choices={kinds} values={search.kinds} />
        <Select
          id="within"
          label={words.find.within}
          value={search.within}
          choices={[
            { value: '', label: words.find.withinAny },
            ...distances.map((miles) => ({ value: String(miles), label: words.find.withinMiles(miles) })),
          ]}
        />
      </Details>
      <Button>{words.find.search}</Button>
    </form>
  );
}

function readSearch(form: FormData, outcomeId: string): Search {
  return {
    text: textOf(form, 'text'),
    near: textOf(form, 'near'),
    within: textOf(form, 'within'),
    kinds: form.getAll('kinds').map(String).filter(isKind),
    outcomeId,
    after: '',
  };
}

/** The filters that are on, each with a way to take it off; clearing them keeps the words. */
export function FilterChips({ search }: { readonly search: Search }) {
  const first = { ...search, after: '' };
  const chips: { label: string; without: Search }[] = search.kinds.map((kind) => ({
    label: words.find.kind[kind],
    without: { ...first, kinds: search.kinds.filter((other) => other !== kind) },
  }));
  if (search.within !== '') {
    chips.push({ label: words.find.withinMiles(Number(search.within)), without: { ...first, within: '' } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className="kith-chips govuk-body" aria-label={words.find.chips}>
      {chips.map((chip) => (
        <li key={chip.label}>
          <Link className="govuk-link govuk-link--no-underline" to={searchToPath(chip.without)}>
            <span className="govuk-visually-hidden">{words.find.remove('')}</span>
            {chip.label}
          </Link>
        </li>
      ))}
      <li>
        <Link className="govuk-link" to={searchToPath({ ...first, kinds: [], within: '' })}>
          {words.find.clear}
        </Link>
      </li>
    </ul>
  );
}
