import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { Page } from '../../components/Page.tsx';
import { TaskList } from '../../components/TaskList.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { AgreementLineFields, type AgreementLine } from '../agreement/agreement.fields.ts';
import { AgreementTable } from '../agreement/AgreementTable.tsx';
import { OrganisationLinks } from '../members/OrganisationLinks.tsx';
import { agreementTask } from './tasks.ts';

const ProviderHomeQuery = graphql(
  `
    query ProviderHome {
      viewer {
        mine: agreements(filter: { isWaitingForMe: true }, first: 50) {
          edges {
            node {
              id
              ...AgreementLineFields
            }
          }
        }
        others: agreements(filter: { isWaitingForMe: false }, first: 50) {
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

type Work = NonNullable<ResultOf<typeof ProviderHomeQuery>['viewer']>;

/** The home of a provider or community group: what waits for them, then the rest. */
export function ProviderHome() {
  const [result, again] = useQuery({ query: ProviderHomeQuery });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => (viewer === null ? null : <Home work={viewer} />)}
    </Gate>
  );
}

function Home({ work }: { readonly work: Work }) {
  const viewer = useViewer();
  const mine = work.mine.edges.map(({ node }) => node).sort(byReplyDate);
  const others = work.others.edges.map(({ node }) => node);
  const { provider } = words.home;
  return (
    <Page title={viewer?.memberships[0]?.organisation.name ?? words.home.work.title}>
      <LiveStrip />
      <h2 className="govuk-heading-m">{provider.waiting}</h2>
      {mine.length === 0 ? (
        <p className="govuk-body">{provider.nothing}</p>
      ) : (
        <TaskList tasks={mine.map(agreementTask)} />
      )}
      {others.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">{provider.others}</h2>
          <p className="govuk-body">{provider.noOthers}</p>
        </>
      ) : (
        <AgreementTable caption={provider.others} agreements={others} />
      )}
      <h2 className="govuk-heading-m">{words.listings.title}</h2>
      <p className="govuk-body">
        <Link className="govuk-link" to="/listings">
          {words.listings.open}
        </Link>
      </p>
      <OrganisationLinks />
    </Page>
  );
}

/** Those with a date to reply by come first, the nearest first. */
function byReplyDate(one: AgreementLine, other: AgreementLine): number {
  return (one.replyBy ?? '9999').localeCompare(other.replyBy ?? '9999');
}
