import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { SuggestionsQuery } from './keeping-lists.query.ts';
import { Waiting } from './Waiting.tsx';

const text = words.listings.desk;

/** Suggestions that wait for a decision. */
export function SuggestionsPage() {
  const [result, again] = useQuery({ query: SuggestionsQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.suggestions;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            <Link className="govuk-link" to={`/desk/suggestions/${node.id}`} key="name">
              {node.service?.name ?? node.changes[0]?.suggested}
            </Link>,
            node.organisation?.name ?? node.organisationName,
            text.kind[node.kind],
            day(node.madeAt.slice(0, 10)),
          ],
        }));
        const headings = [text.about, text.runBy, text.what, text.since];
        return <Waiting list={text.suggestions} headings={headings} rows={rows} total={list.totalCount} />;
      }}
    </Gate>
  );
}
