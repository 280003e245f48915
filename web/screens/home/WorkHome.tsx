import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { Page } from '../../components/Page.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { words } from '../../words/en.ts';
import { AgreementLineFields } from '../agreement/agreement.fields.ts';
import { AgreementTable } from '../agreement/AgreementTable.tsx';

const WorkHomeQuery = graphql(
  `
    query WorkHome {
      viewer {
        waitingForMe
        individuals(first: 1) {
          totalCount
        }
        inHand: agreements(filter: { isInHand: true }, first: 1) {
          totalCount
        }
        settled: agreements(filter: { isInHand: false }, first: 1) {
          totalCount
        }
        mine: agreements(filter: { isWaitingForMe: true }, first: 50) {
          edges {
            node {
              id
              ...AgreementLineFields
            }
          }
        }
        others: agreements(filter: { isWaitingForMe: false }, first: 20) {
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

type Work = NonNullable<ResultOf<typeof WorkHomeQuery>['viewer']>;

/** The home of a broker or budget holder: how much waits, what is new, what needs attention. */
export function WorkHome() {
  const [result, again] = useQuery({ query: WorkHomeQuery });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => (viewer === null ? null : <Home work={viewer} />)}
    </Gate>
  );
}

function Home({ work }: { readonly work: Work }) {
  // The API lists the newest first; work is taken from the oldest end.
  const mine = work.mine.edges.map(({ node }) => node).reverse();
  const others = work.others.edges.map(({ node }) => node);
  const { attention, nothing, others: otherWork, noOthers, title } = words.home.work;
  return (
    <Page title={title}>
      <Counts work={work} />
      <LiveStrip />
      {mine.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">{attention}</h2>
          <p className="govuk-body">{nothing}</p>
        </>
      ) : (
        <AgreementTable caption={attention} agreements={mine} />
      )}
      {others.length === 0 ? (
        <p className="govuk-body">{noOthers}</p>
      ) : (
        <AgreementTable caption={otherWork} agreements={others} />
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to="/agreements">
          {words.agreement.list.all}
        </Link>
      </p>
    </Page>
  );
}

function Counts({ work }: { readonly work: Work }) {
  const counts = [
    { number: work.waitingForMe, label: words.home.work.waiting },
    { number: work.inHand.totalCount, label: words.home.work.inHand },
    { number: work.settled.totalCount, label: words.home.work.settled },
    { number: work.individuals.totalCount, label: words.home.work.people },
  ];
  return (
    <ul className="kith-counts govuk-body">
      {counts.map((count) => (
        <li key={count.label}>
          <strong>{count.number}</strong> {count.label}
        </li>
      ))}
    </ul>
  );
}
