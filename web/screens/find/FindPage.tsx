import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Page } from '../../components/Page.tsx';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { OutcomeQuery } from '../outcomes/outcome.query.ts';
import { FindQuery, type Results } from './find.query.ts';
import { hasSearched, searchOf, searchToPath, type Search } from './search.ts';
import { ResultCard } from './ResultCard.tsx';
import { FilterChips, SearchForm } from './SearchForm.tsx';

/** Looking for people, groups and services: the words are in the address, so that a search can be kept and shared. */
export function FindPage() {
  const [params] = useSearchParams();
  const viewer = useViewer();
  const search = searchOf(params);
  const [{ data }] = useQuery({
    query: OutcomeQuery,
    variables: { outcomeId: search.outcomeId },
    pause: search.outcomeId === '' || viewer === null,
  });
  const outcome = data?.outcome ?? null;
  return (
    <Page
      title={words.find.title}
      about={outcome?.individual}
      back={outcome === null ? undefined : { to: `/outcomes/${outcome.id}`, label: words.back.plain }}
      step={search.after}
    >
      {outcome !== null && <p className="govuk-body-l">{words.find.forOutcome(outcome.statement)}</p>}
      <SearchForm search={search} key={params.toString()} />
      {hasSearched(params) && <Found search={search} />}
    </Page>
  );
}

function Found({ search }: { readonly search: Search }) {
  const [result, again] = useQuery({
    query: FindQuery,
    variables: {
      search: {
        text: search.text === '' ? null : search.text,
        near: search.near === '' ? null : search.near,
        withinMiles: search.within === '' ? null : Number(search.within),
        kinds: search.kinds.length === 0 ? null : [...search.kinds],
      },
      after: search.after === '' ? null : search.after,
    },
  });
  if (result.data === undefined) {
    return result.error === undefined ? (
      <p className="govuk-body" role="status">
        {words.loading}
      </p>
    ) : (
      <SearchTrouble message={result.error.graphQLErrors[0]?.message ?? words.trouble.offline} onRetry={again} />
    );
  }
  return (
    <>
      <FilterChips search={search} />
      <ResultList results={result.data.services} search={search} />
    </>
  );
}

function SearchTrouble({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  return (
    <div role="alert">
      <p className="govuk-body">{message}</p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={onRetry}>
        {words.trouble.again}
      </button>
    </div>
  );
}

function ResultList({ results, search }: { readonly results: Results; readonly search: Search }) {
  if (results.totalCount === 0) {
    return (
      <div role="status">
        <h2 className="govuk-heading-m">{words.find.noneTitle}</h2>
        <p className="govuk-body">{words.find.none}</p>
      </div>
    );
  }
  return (
    <>
      <h2 className="govuk-heading-m">
        <span role="status">{words.find.results(results.totalCount)}</span>
      </h2>
      <p className="govuk-body">
        {results.place !== null && `${words.find.place(results.place)} `}
        {results.order}
      </p>
      {results.placeProblem !== null && <p className="govuk-body">{results.placeProblem}</p>}
      <ul className="kith-results">
        {results.edges.map((result) => (
          <ResultCard result={result} outcomeId={search.outcomeId} key={result.node.id} />
        ))}
      </ul>
      <Paging results={results} search={search} />
    </>
  );
}

function Paging({ results, search }: { readonly results: Results; readonly search: Search }) {
  const { hasNextPage, endCursor } = results.pageInfo;
  return (
    <nav className="govuk-body" aria-label={words.find.paging}>
      {search.after !== '' && (
        <Link className="govuk-link govuk-!-margin-right-4" to={searchToPath({ ...search, after: '' })}>
          {words.find.previous}
        </Link>
      )}
      {hasNextPage && endCursor !== null && (
        <Link className="govuk-link" to={searchToPath({ ...search, after: endCursor })}>
          {words.find.next}
        </Link>
      )}
    </nav>
  );
}
