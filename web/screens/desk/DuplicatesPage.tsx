import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';
import { DuplicatesQuery } from './desk-lists.query.ts';

const text = words.desk.duplicates;

/** Pairs of entries that may be one and the same. */
export function DuplicatesPage() {
  const [result, again] = useQuery({ query: DuplicatesQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.links;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            <Link className="govuk-link" to={`/desk/duplicates/${node.id}`} key="entry">
              {node.service.name}
            </Link>,
            text.kinds[node.kind],
            node.grounds.join(' '),
          ],
        }));
        const columns = [text.entry, text.what, text.why].map((heading) => ({ heading }));
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
