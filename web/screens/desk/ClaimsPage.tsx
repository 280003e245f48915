import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { ClaimsQuery } from './keeping-lists.query.ts';
import { Waiting } from './Waiting.tsx';

const text = words.listings.desk;

/** People who ask to look after an organisation. */
export function ClaimsPage() {
  const [result, again] = useQuery({ query: ClaimsQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.claims;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => ({
          id: node.id,
          cells: [
            <Link className="govuk-link" to={`/desk/claims/${node.id}`} key="name">
              {node.organisation?.name ?? words.unknown}
            </Link>,
            node.claimantName,
            node.role,
            day(node.madeAt.slice(0, 10)),
          ],
        }));
        const headings = [text.about, text.claimant, text.role, text.since];
        return <Waiting list={text.claims} headings={headings} rows={rows} total={list.totalCount} />;
      }}
    </Gate>
  );
}
