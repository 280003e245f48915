import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { ButtonLink } from '../../components/Button.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { myself, useViewer } from '../../viewer/viewer.ts';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';

const OutcomesQuery = graphql(`
  query Outcomes($individualId: ID!) {
    individual(id: $individualId) {
      id
      alias
      viewerMayDo
      viewerRelation
      communication {
        flags
      }
      viewerCanStateOutcome
      person {
        id
        preferredName
      }
      outcomes(first: 50) {
        edges {
          node {
            id
            statement
            domain
            state
            agreedOn
            byWhen
          }
        }
      }
    }
  }
`);

type Individual = NonNullable<ResultOf<typeof OutcomesQuery>['individual']>;
type Outcome = Individual['outcomes']['edges'][number]['node'];

/** The reader's own outcomes. */
export function MyOutcomesPage() {
  const viewer = useViewer();
  const me = viewer === null ? null : myself(viewer);
  return me === null ? <NotFound /> : <OutcomesOf individualId={me.id} />;
}

/** The outcomes of somebody whom the reader helps or works for. */
export function OutcomesPage() {
  const { individualId = '' } = useParams();
  return <OutcomesOf individualId={individualId} />;
}

function OutcomesOf({ individualId }: { readonly individualId: string }) {
  const [result, again] = useQuery({ query: OutcomesQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <Outcomes individual={individual} />)}
    </Gate>
  );
}

function Outcomes({ individual }: { readonly individual: Individual }) {
  const text = words.home.outcomes;
  const name = nameOf(individual);
  const isMine = individual.viewerRelation === 'SELF';
  const outcomes = individual.outcomes.edges.map(({ node }) => node);
  return (
    <Page
      title={isMine ? text.title : text.titleFor(name)}
      about={individual}
      back={isMine ? undefined : { to: `/people/${individual.id}`, label: words.back.plain }}
    >
      <p className="govuk-body-l">{text.lead}</p>
      {outcomes.length === 0 && <p className="govuk-body">{isMine ? text.empty : text.emptyFor(name)}</p>}
      <ul className="kith-results">
        {outcomes.map((outcome) => (
          <OutcomeLine outcome={outcome} key={outcome.id} />
        ))}
      </ul>
      {individual.viewerCanStateOutcome && (
        <ButtonLink to={`/people/${individual.id}/outcomes/new`} kind="SECONDARY">
          {isMine ? text.state : text.stateFor(name)}
        </ButtonLink>
      )}
    </Page>
  );
}

function OutcomeLine({ outcome }: { readonly outcome: Outcome }) {
  const text = words.home.outcomes;
  return (
    <li>
      <h2 className="govuk-heading-m">
        <Link className="govuk-link" to={`/outcomes/${outcome.id}`}>
          {outcome.statement}
        </Link>
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-0">
        {outcome.agreedOn === null ? text[outcome.state] : text.agreedOn(day(outcome.agreedOn))}.{' '}
        {text.domains[outcome.domain]}.
      </p>
    </li>
  );
}
