import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { words } from '../../words/en.ts';
import { moment, pounds, shortDay } from '../../words/format.ts';
import { AgreementLineFields, type AgreementLine } from './agreement.fields.ts';
import { answerDue } from './agreement-headings.ts';

const AgreementsQuery = graphql(
  `
    query Agreements($after: String) {
      viewer {
        agreements(first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              ...AgreementLineFields
            }
          }
        }
      }
    }
  `,
  [AgreementLineFields],
);

const text = words.agreement.list;

/** Every agreement that the reader has a part in: whose turn, since when, by when. */
export function AgreementsPage() {
  const [params] = useSearchParams();
  const after = params.get('after');
  const [result, again] = useQuery({ query: AgreementsQuery, variables: { after } });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => (
        <Page title={text.title} step={after ?? ''}>
          <LiveStrip />
          {viewer !== null && <List agreements={viewer.agreements} isFirst={after === null} />}
        </Page>
      )}
    </Gate>
  );
}

type Agreements = NonNullable<ResultOf<typeof AgreementsQuery>['viewer']>['agreements'];

function List({ agreements, isFirst }: { readonly agreements: Agreements; readonly isFirst: boolean }) {
  if (agreements.totalCount === 0) return <p className="govuk-body">{text.empty}</p>;
  const { columns } = text;
  const { hasNextPage, endCursor } = agreements.pageInfo;
  return (
    <>
      <Table
        caption={text.all}
        isCaptionHidden
        columns={[
          { heading: columns.agreement },
          { heading: columns.status },
          { heading: columns.since },
          { heading: columns.by },
          { heading: columns.week, isNumeric: true },
        ]}
        rows={agreements.edges.map(({ node }) => ({ id: node.id, cells: cellsOf(node) }))}
      />
      <p className="govuk-body">
        {!isFirst && (
          <Link className="govuk-link govuk-!-margin-right-4" to="/agreements">
            {text.first}
          </Link>
        )}
        {hasNextPage && endCursor !== null && (
          <Link className="govuk-link" to={`/agreements?after=${encodeURIComponent(endCursor)}`}>
            {text.next}
          </Link>
        )}
      </p>
    </>
  );
}

function cellsOf(agreement: AgreementLine) {
  const due = answerDue(agreement);
  return [
    <Link className="govuk-link" to={`/agreements/${agreement.id}`} key="agreement">
      {titleOf(agreement)} <span className="govuk-visually-hidden">({agreement.reference})</span>
    </Link>,
    agreement.waitingForMe ? <Tag key="status">{agreement.statusSentence}</Tag> : agreement.statusSentence,
    moment(agreement.since),
    due === null ? '–' : shortDay(due),
    pounds(agreement.openTerms.weeklyCost),
  ];
}

/** The other side's name, as the reader knows it. */
export function titleOf(
  agreement: Pick<AgreementLine, 'viewerRole' | 'provider' | 'individualLabel' | 'service'>,
): string {
  if (agreement.viewerRole === 'PROVIDER') return agreement.individualLabel;
  const provider = agreement.service?.name ?? agreement.provider.name;
  return agreement.viewerRole === 'INDIVIDUAL' ? provider : `${agreement.individualLabel}, ${provider}`;
}
