import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { Page } from '../../components/Page.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { words } from '../../words/en.ts';
import { AgreementLineFields, type AgreementLine } from '../agreement/agreement.fields.ts';
import { AgreementTable } from '../agreement/AgreementTable.tsx';
import { OrganisationLinks } from '../members/OrganisationLinks.tsx';

const WorkHomeQuery = graphql(
  `
    query WorkHome {
      viewer {
        waitingForMe
        individuals(first: 1) {
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
        others: agreements(filter: { isWaitingForMe: false }, first: 100) {
          pageInfo {
            hasNextPage
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
  const waiting = others.filter((agreement) => agreement.waitingFor.length > 0).reverse();
  const inPlace = others.filter(({ status }) => status === 'SIGNED' || status === 'STARTED');
  const text = words.home.work;
  return (
    <Page title={text.title}>
      <Counts work={work} waiting={waiting.length} inPlace={inPlace.length} />
      <LiveStrip />
      <Section caption={text.attention} agreements={mine} nothing={text.nothing} />
      <Section caption={text.others} agreements={waiting} nothing={text.noOthers} />
      <Section caption={text.inPlace} agreements={inPlace} nothing={text.noneInPlace} />
      <p className="govuk-body">
        <Link className="govuk-link" to="/agreements">
          {words.agreement.list.all}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to="/desk/gaps">
          {words.search.gaps.link}
        </Link>
      </p>
      <OrganisationLinks />
    </Page>
  );
}

interface SectionProps {
  readonly caption: string;
  readonly agreements: readonly AgreementLine[];
  readonly nothing: string;
}

function Section({ caption, agreements, nothing }: SectionProps) {
  if (agreements.length > 0) return <AgreementTable caption={caption} agreements={agreements} />;
  return (
    <>
      <h2 className="govuk-heading-m">{caption}</h2>
      <p className="govuk-body">{nothing}</p>
    </>
  );
}

interface CountsProps {
  readonly work: Work;
  readonly waiting: number;
  readonly inPlace: number;
}

function Counts({ work, waiting, inPlace }: CountsProps) {
  const text = words.home.work;
  // The lists hold the newest hundred; when there are more, their counts say so.
  const orMore = work.others.pageInfo.hasNextPage ? text.orMore : '';
  const counts = [
    { number: String(work.waitingForMe), label: text.waiting },
    { number: `${String(waiting)}${orMore}`, label: text.waitingForOthers },
    { number: `${String(inPlace)}${orMore}`, label: text.running },
    { number: String(work.individuals.totalCount), label: text.people },
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
