import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';

const text = words.desk.notRight;

const NotRightQuery = graphql(`
  query NotRight {
    viewer {
      directoryDesk {
        notRight(first: 100) {
          totalCount
          edges {
            node {
              id
              origin
              assuredOn
              words
              service {
                id
                name
                organisation {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** What somebody said is wrong with an entry; each leads to the entry's checks, where it is settled. */
export function NotRightPage() {
  const [result, again] = useQuery({ query: NotRightQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.notRight;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            <Link className="govuk-link" to={`/desk/stale/${node.service.id}`} key="name">
              {node.service.name}
            </Link>,
            node.service.organisation.name,
            node.words ?? words.none,
            words.freshness.desk.origin[node.origin],
            day(node.assuredOn),
          ],
        }));
        const columns = Object.values(text.columns).map((heading) => ({ heading }));
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
