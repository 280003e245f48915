import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import { RunsQuery, type RunOnPage } from './desk-lists.query.ts';
import { RunState } from './RunState.tsx';

const text = words.desk.runs;

/** Each reading of a publisher's list, and what came of it. */
export function RunsPage() {
  const [result, again] = useQuery({ query: RunsQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.runs;
        if (list === undefined) return <NotFound />;
        const columns = [text.feed, text.when, text.state, text.account].map((heading) => ({ heading }));
        const rows = list.edges.map(({ node }) => ({ id: node.id, cells: cellsOf(node) }));
        return (
          <Page title={text.title} back={{ to: '/desk', label: words.desk.back }}>
            {rows.length === 0 ? (
              <p className="govuk-body">{text.empty}</p>
            ) : (
              <Table caption={text.caption} columns={columns} rows={rows} />
            )}
            {list.totalCount > rows.length && <p className="govuk-body">{text.more(rows.length)}</p>}
          </Page>
        );
      }}
    </Gate>
  );
}

function cellsOf(run: RunOnPage) {
  return [
    <Link className="govuk-link" to={`/desk/runs/${run.id}`} key="feed">
      {run.feed.name}
    </Link>,
    moment(run.startedAt),
    <RunState state={run.state} key="state" />,
    run.quarantined === 0 ? text.rows(run.landed) : `${text.rows(run.landed)}, ${text.aside(run.quarantined)}`,
  ];
}
