import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';

const text = words.search.gaps;

const GapsQuery = graphql(`
  query Gaps {
    viewer {
      directoryDesk {
        __typename
      }
      gaps(first: 100) {
        totalCount
        edges {
          node {
            id
            need
            domain
            area
            peopleAtLeast
          }
        }
      }
    }
  }
`);

/** What people looked for and did not find, for those who commission. */
export function GapsPage() {
  const [result, again] = useQuery({ query: GapsQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.gaps ?? null;
        if (list === null) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            node.need,
            node.area,
            node.domain === null ? words.unknown : words.search.life[node.domain],
            text.atLeast(node.peopleAtLeast),
          ],
        }));
        const columns = [text.need, text.area, text.part, text.people].map((heading) => ({ heading }));
        const isEditor = viewer?.directoryDesk !== null;
        return (
          <Page title={text.title} back={{ to: isEditor ? '/desk' : '/', label: text.back }}>
            <p className="govuk-body">{text.lead}</p>
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
