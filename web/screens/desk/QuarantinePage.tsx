import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { words } from '../../words/en.ts';
import { QuarantineQuery } from './desk-lists.query.ts';
import { QuarantinedRows } from './QuarantinedRows.tsx';

const text = words.desk.quarantine;

/** Rows of lists that could not be taken in and wait for somebody to look at them. */
export function QuarantinePage() {
  const [result, again] = useQuery({ query: QuarantineQuery });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const list = viewer?.directoryDesk?.quarantine;
        if (list === undefined) return <NotFound />;
        const rows = list.edges.map(({ node }) => node);
        return (
          <Page title={text.title} back={{ to: '/desk', label: words.desk.back }}>
            <p className="govuk-body-l">{rows.length === 0 ? text.empty : text.lead}</p>
            <QuarantinedRows rows={rows} />
            {list.totalCount > rows.length && <p className="govuk-body">{text.more(rows.length)}</p>}
          </Page>
        );
      }}
    </Gate>
  );
}
