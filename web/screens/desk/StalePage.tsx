import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import type { ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { StaleQuery } from './stale.query.ts';

const text = words.freshness.desk;
const states = ['DUE', 'STALE', 'HIDDEN_FROM_CHOOSING'] as const;

/** Entries that wait for a check, by state, the oldest first. */
export function StalePage() {
  const [params] = useSearchParams();
  const state = states.find((each) => each === params.get('state'));
  const after = params.get('after');
  const variables = { states: state === undefined ? null : [state], after };
  const [result, again] = useQuery({ query: StaleQuery, variables, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.stale;
        if (list === undefined) return <NotFound />;
        const headings = Object.values(text.columns).map((heading) => ({ heading }));
        return (
          <Page
            title={text.title}
            back={{ to: '/desk', label: words.desk.back }}
            step={`${state ?? ''} ${after ?? ''}`}
          >
            <States picked={state} />
            {list.edges.length === 0 ? (
              <p className="govuk-body">{text.empty}</p>
            ) : (
              <Table caption={text.caption} columns={headings} rows={list.edges.map(({ node }) => rowOf(node))} />
            )}
            <Paging state={state} after={after} next={list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null} />
          </Page>
        );
      }}
    </Gate>
  );
}

type Listed = NonNullable<
  NonNullable<ResultOf<typeof StaleQuery>['viewer']>['directoryDesk']
>['stale']['edges'][number]['node'];

function rowOf({ id, name, organisation, freshness, letters }: Listed) {
  const { state, lastAssuredOn, assuredBy, nextDueOn } = freshness;
  return {
    id,
    cells: [
      <Link className="govuk-link" to={`/desk/stale/${id}`} key="name">
        {name}
      </Link>,
      organisation.name,
      text.state[state],
      lastAssuredOn === null ? words.unknown : text.lastBy(day(lastAssuredOn), assuredBy),
      nextDueOn === null ? words.unknown : day(nextDueOn),
      String(letters.totalCount),
    ],
  };
}

type State = (typeof states)[number] | undefined;

function States({ picked }: { readonly picked: State }) {
  const choices = [
    { state: undefined, label: text.all },
    ...states.map((state) => ({ state, label: text.state[state] })),
  ];
  return (
    <nav aria-label={text.show}>
      <ul className="kith-states govuk-body">
        {choices.map(({ state, label }) => (
          <li key={label}>
            {state === picked ? (
              <strong aria-current="page">{label}</strong>
            ) : (
              <Link className="govuk-link" to={addressOf(state, null)}>
                {label}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PagingProps {
  readonly state: State;
  readonly after: string | null;
  readonly next: string | null;
}

function Paging({ state, after, next }: PagingProps) {
  if (after === null && next === null) return null;
  return (
    <nav className="govuk-body" aria-label={words.find.paging}>
      {after !== null && (
        <Link className="govuk-link govuk-!-margin-right-4" to={addressOf(state, null)}>
          {text.first}
        </Link>
      )}
      {next !== null && (
        <Link className="govuk-link" to={addressOf(state, next)}>
          {text.next}
        </Link>
      )}
    </nav>
  );
}

function addressOf(state: State, after: string | null): string {
  const params = new URLSearchParams({ ...(state && { state }), ...(after !== null && { after }) }).toString();
  return params === '' ? '/desk/stale' : `/desk/stale?${params}`;
}
