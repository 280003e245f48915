import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import { FeedsQuery } from './desk-lists.query.ts';

const text = words.desk.feeds;

/** Where entries come from: each list, its licence, and whether it is passed on. */
export function FeedsPage() {
  const [result, again] = useQuery({ query: FeedsQuery });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.feeds;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            node.name,
            `${node.licence ?? text.noLicence}${node.attribution === null ? '' : `. ${text.credit(node.attribution)}`}`,
            node.isPublished ? text.yes : text.no,
            String(node.serviceCount),
            node.lastRun === null
              ? ''
              : `${moment(node.lastRun.startedAt)}: ${words.desk.runs.states[node.lastRun.state].toLowerCase()}`,
          ],
        }));
        const columns = [
          { heading: text.name },
          { heading: text.licence },
          { heading: text.passedOn },
          { heading: text.services, isNumeric: true },
          { heading: text.lastRead },
        ];
        return (
          <Page title={text.title} back={{ to: '/desk', label: words.desk.back }}>
            {rows.length === 0 ? (
              <p className="govuk-body">{text.empty}</p>
            ) : (
              <Table caption={text.caption} columns={columns} rows={rows} />
            )}
          </Page>
        );
      }}
    </Gate>
  );
}
