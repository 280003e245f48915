import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { ConflictsQuery } from './keeping-lists.query.ts';
import { Waiting } from './Waiting.tsx';

const text = words.listings.desk;

/** Entries of which their publisher's list says something else than was written here. */
export function ConflictsPage() {
  const [result, again] = useQuery({ query: ConflictsQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.conflicts;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            <Link className="govuk-link" to={`/desk/conflicts/${node.id}`} key="name">
              {node.service?.name ?? node.organisation.name}
            </Link>,
            node.label,
            node.organisation.name,
            day(node.feedSaidAt.slice(0, 10)),
          ],
        }));
        const headings = [text.about, text.field, text.runBy, text.since];
        return <Waiting list={text.conflicts} headings={headings} rows={rows} total={list.totalCount} />;
      }}
    </Gate>
  );
}
