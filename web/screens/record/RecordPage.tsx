import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { CorrectionList } from './CorrectionList.tsx';
import { LookList } from './LookList.tsx';
import { type IndividualOnRecord, RecordQuery, type RecordOnPage } from './record.query.ts';

const text = words.record;

/** Everything held about a person, part by part, and who looked at it. */
export function RecordPage() {
  const { individualId = '' } = useParams();
  const [after, setAfter] = useState<string | null>(null);
  const variables = { individualId, after };
  const [result, again] = useQuery({ query: RecordQuery, variables, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) =>
        individual?.record ? (
          <PersonRecord record={individual.record} individual={individual} after={after} onPage={setAfter} />
        ) : (
          <NotFound />
        )
      }
    </Gate>
  );
}

interface PersonRecordProps {
  readonly record: RecordOnPage;
  readonly individual: IndividualOnRecord;
  readonly after: string | null;
  readonly onPage: (after: string | null) => void;
}

function PersonRecord({ record, individual, after, onPage }: PersonRecordProps) {
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  return (
    <Page
      title={isMine ? text.title : text.titleFor(name)}
      about={individual}
      back={{ to: isMine ? '/' : `/people/${individual.id}`, label: isMine ? words.back.home : words.back.plain }}
    >
      <p className="govuk-body-l">{isMine ? text.lead : text.leadFor(name)}</p>
      <Held record={record} home={`/people/${individual.id}`} />
      <CorrectionList record={record} individualId={individual.id} canAsk={individual.viewerMayDo === 'COMMIT'} />
      <LookList looks={record.looks} name={name} isMine={isMine} isFirst={after === null} onPage={onPage} />
    </Page>
  );
}

function Held({ record, home }: { readonly record: RecordOnPage; readonly home: string }) {
  const pages: Partial<Record<keyof typeof text.parts, string>> = {
    CIRCLE: `${home}/circle`,
    ABOUT_ME: `${home}/about`,
    COMMUNICATION: `${home}/about`,
    OUTCOMES: `${home}/outcomes`,
    CHOICES: `${home}/outcomes`,
    BUDGET: `${home}/budget`,
    AGREEMENTS: '/agreements',
  };
  const rows = record.parts.map(({ part, count }) => {
    const to = pages[part];
    const label = text.parts[part];
    const link = to && count > 0 ? <LinkTo to={to} label={label} /> : label;
    return { id: part, cells: [link, String(count)] };
  });
  return (
    <Table
      caption={text.held}
      columns={[{ heading: text.part }, { heading: text.count, isNumeric: true }]}
      rows={rows}
    />
  );
}

function LinkTo({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Link className="govuk-link" to={to}>
      {label}
    </Link>
  );
}
