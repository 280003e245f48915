import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { OutcomeQuery } from '../outcomes/outcome.query.ts';
import { FindQuery, type Results } from './find.query.ts';
import { GapForm, GapFold, type Life } from './GapForm.tsx';
import { askedOf, hasSearched, searchOf, searchToPath, type Search } from './search.ts';
import { ResultCard } from './ResultCard.tsx';
import { FilterChips, SearchForm } from './SearchForm.tsx';

const text = words.search;

/** Looking for people, groups and services: the words are in the address, so that a search can be kept and shared. */
export function FindPage() {
  const [params] = useSearchParams();
  const viewer = useViewer();
  const search = searchOf(params);
  const [{ data, fetching }] = useQuery({
    query: OutcomeQuery,
    variables: { outcomeId: search.outcomeId },
    pause: search.outcomeId === '' || viewer === null,
  });
  const outcome = data?.outcome ?? null;
  const isFinding = fetching && data === undefined;
  const first = outcome === null || hasSearched(params) ? null : { ...search, domain: outcome.domain };
  return (
    <Page
      title={words.find.title}
      about={outcome?.individual}
      back={outcome === null ? undefined : { to: `/outcomes/${outcome.id}`, label: words.back.plain }}
      step={search.after}
    >
      {outcome !== null && <p className="govuk-body-l">{words.find.forOutcome(outcome.statement)}</p>}
      {isFinding && (
        <p className="govuk-body" role="status">
          {words.loading}
        </p>
      )}
      {!isFinding && (first !== null || hasSearched(params)) && (
        <Found search={search} first={first} life={outcome?.domain ?? null} address={params.toString()} />
      )}
      {!isFinding && first === null && !hasSearched(params) && (
        <div className="kith-form-narrow">
          <SearchForm search={search} facets={null} hasResults={false} key={params.toString()} />
        </div>
      )}
    </Page>
  );
}

interface FoundProps {
  readonly search: Search;
  /** What is shown before anybody has typed a word: the outcome's part of life, near home; null once they have. */
  readonly first: Search | null;
  readonly life: Life;
  readonly address: string;
}

function Found({ search, first, life, address }: FoundProps) {
  const asked = first ?? search;
  const [result, again] = useQuery({
    query: FindQuery,
    variables: { search: askedOf(asked), after: search.after === '' ? null : search.after },
  });
  const results = result.data?.services;
  return (
    <div className="kith-find">
      <SearchForm
        search={search}
        facets={results?.facets ?? null}
        hasResults
        key={`${address} ${String(results !== undefined)}`}
      />
      <div>
        {results !== undefined && (
          <>
            {first === null ? <FilterChips search={search} /> : <First life={life} count={results.totalCount} />}
            {(first === null || results.totalCount > 0) && <ResultList results={results} search={asked} life={life} />}
          </>
        )}
        {results === undefined && result.error === undefined && (
          <p className="govuk-body" role="status">
            {words.loading}
          </p>
        )}
        {results === undefined && result.error !== undefined && (
          <SearchTrouble message={result.error.graphQLErrors[0]?.message ?? words.trouble.offline} onRetry={again} />
        )}
      </div>
    </div>
  );
}

/** What the list is before anybody has typed a word. */
function First({ life, count }: { readonly life: Life; readonly count: number }) {
  const name = life === null ? '' : text.life[life];
  return <p className="govuk-body">{count === 0 ? text.firstNone(name) : text.first(name)}</p>;
}

function SearchTrouble({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  return (
    <div role="alert">
      <p className="govuk-body">{message}</p>
      <Button kind="SECONDARY" type="button" onClick={onRetry}>
        {words.trouble.again}
      </Button>
    </div>
  );
}

interface ResultListProps {
  readonly results: Results;
  readonly search: Search;
  readonly life: Life;
}

// A list this short may not hold what somebody needs.
const thin = 5;

function ResultList({ results, search, life }: ResultListProps) {
  if (results.totalCount === 0) return <Nothing results={results} search={search} life={life} />;
  const isAllKnown = results.knownCount === results.totalCount;
  return (
    <>
      <h2 className="govuk-heading-m">
        <span role="status">{words.find.results(results.totalCount)}</span>
      </h2>
      {results.readAs !== null && <ReadAs readAs={results.readAs} search={search} />}
      {!isAllKnown && <p className="govuk-body">{text.known(results.knownCount)}</p>}
      <p className="govuk-body">
        {results.place !== null && `${words.find.place(results.place)} `}
        {results.order}
      </p>
      <div className="kith-no-print">
        <Button kind="SECONDARY" type="button" onClick={() => window.print()}>
          {text.print}
        </Button>
      </div>
      <ul className="kith-results">
        {results.edges.map((result) => (
          <ResultCard result={result} outcomeId={search.outcomeId} key={result.node.id} />
        ))}
      </ul>
      <Paging results={results} search={search} />
      {results.totalCount <= thin && <GapFold search={search} life={life} />}
    </>
  );
}

/** Which words were read as others, and a way to take them as they are. */
function ReadAs({ readAs, search }: { readonly readAs: string; readonly search: Search }) {
  const quoted = search.text
    .replaceAll('"', '')
    .split(/\s+/)
    .map((word) => `"${word}"`)
    .join(' ');
  return (
    <p className="govuk-body">
      <strong>{text.readAs(readAs)}</strong>{' '}
      <Link className="govuk-link" to={searchToPath({ ...search, text: quoted, after: '' })}>
        {text.exactly(search.text)}
      </Link>
    </p>
  );
}

function Nothing({ results, search, life }: ResultListProps) {
  return (
    <>
      <div role="status">
        <h2 className="govuk-heading-m">{words.find.noneTitle}</h2>
        <p className="govuk-body">{results.placeProblem ?? words.find.none}</p>
      </div>
      <p className="govuk-body">
        {text.gap.known}{' '}
        <Link className="govuk-link" to="/tell-us">
          {text.gap.list}
        </Link>
      </p>
      {results.placeProblem === null && <GapForm search={search} life={life} />}
    </>
  );
}

function Paging({ results, search }: { readonly results: Results; readonly search: Search }) {
  const { hasNextPage, endCursor } = results.pageInfo;
  if (search.after === '' && !hasNextPage) return null;
  return (
    <nav className="govuk-body kith-no-print" aria-label={words.find.paging}>
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
