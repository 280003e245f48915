import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';

const text = words.desk.unlisted;

const UnlistedQuery = graphql(`
  query UnlistedServices {
    viewer {
      directoryDesk {
        unlisted(first: 100) {
          totalCount
          edges {
            node {
              id
              name
              unlistedOn
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
`);

/** Services that were missing when their publisher's list was last read. */
export function UnlistedPage() {
  const [result, again] = useQuery({ query: UnlistedQuery });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.unlisted;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            <Link className="govuk-link" to={`/services/${node.id}`} key="name">
              {node.name}
            </Link>,
            node.organisation.name,
            node.unlistedOn === null ? '' : day(node.unlistedOn),
          ],
        }));
        const columns = [text.service, text.organisation, text.since].map((heading) => ({ heading }));
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
