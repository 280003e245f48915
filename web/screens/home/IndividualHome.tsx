import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { TaskList } from '../../components/TaskList.tsx';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { BudgetSummary } from './BudgetSummary.tsx';
import { IndividualHomeQuery, type IndividualOnHome } from './individual-home.query.ts';
import { inPlaceOf, tasksOf } from './tasks.ts';

/** The page of one person, opened by somebody who helps them or works for them. */
export function PersonPage() {
  const { individualId = '' } = useParams();
  return <IndividualHome individualId={individualId} isMine={false} />;
}

interface IndividualHomeProps {
  readonly individualId: string;
  readonly isMine: boolean;
}

/** The home of an individual: what has changed, what to do next, the budget, who helps. */
export function IndividualHome({ individualId, isMine }: IndividualHomeProps) {
  const [result, again] = useQuery({ query: IndividualHomeQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <Home individual={individual} isMine={isMine} />)}
    </Gate>
  );
}

function Home({ individual, isMine }: { readonly individual: IndividualOnHome; readonly isMine: boolean }) {
  const name = nameOf(individual);
  const title = isMine ? words.home.hello(name) : words.home.about(name);
  return (
    <Page title={title} about={individual} back={isMine ? undefined : { to: '/', label: words.back.home }}>
      <LiveStrip />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ToDo individual={individual} />
        </div>
        <div className="govuk-grid-column-one-third">
          <Helpers individual={individual} isMine={isMine} />
        </div>
      </div>
      <h2 className="govuk-heading-m">{isMine ? words.home.budget.heading : words.home.budget.headingFor(name)}</h2>
      <BudgetSummary budget={individual.budget} />
      {individual.budget !== null && (
        <p className="govuk-body">
          <Link className="govuk-link" to={isMine ? '/budget' : `/people/${individual.id}/budget`}>
            {words.home.budget.asTable}
          </Link>
        </p>
      )}
    </Page>
  );
}

function ToDo({ individual }: { readonly individual: IndividualOnHome }) {
  const tasks = tasksOf(individual);
  const inPlace = inPlaceOf(individual);
  return (
    <>
      <h2 className="govuk-heading-m">{words.home.toDo.heading}</h2>
      {tasks.length === 0 ? <p className="govuk-body">{words.home.toDo.empty}</p> : <TaskList tasks={tasks} />}
      {inPlace.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.home.toDo.inPlace}</h2>
          <TaskList tasks={inPlace} />
        </>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={`/people/${individual.id}/about`}>
          {individual.viewerRelation === 'SELF' ? words.aboutMe.link : words.aboutMe.linkFor(nameOf(individual))}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={`/people/${individual.id}/outcomes`}>
          {individual.viewerRelation === 'SELF'
            ? words.home.outcomes.title
            : words.home.outcomes.titleFor(nameOf(individual))}
        </Link>
      </p>
      {individual.viewerCanOpenRecord && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`/people/${individual.id}/record`}>
            {individual.viewerRelation === 'SELF' ? words.record.link : words.record.linkFor(nameOf(individual))}
          </Link>
        </p>
      )}
    </>
  );
}

function Helpers({ individual, isMine }: { readonly individual: IndividualOnHome; readonly isMine: boolean }) {
  const others = individual.circle.filter((member) => member.relation !== 'SELF');
  return (
    <section className="kith-card">
      <h2 className="govuk-heading-s">
        {isMine ? words.home.helpers.heading : words.home.helpers.headingFor(nameOf(individual))}
      </h2>
      {others.length === 0 && <p className="govuk-body">{words.home.helpers.empty}</p>}
      {others.map((member) => (
        <p className="govuk-body" key={member.id}>
          {(isMine ? words.home.helpers : words.home.helpers.about)[member.mayDo](
            member.person?.name ?? words.unknown,
            member.relation,
          )}
        </p>
      ))}
      <p className="govuk-body govuk-!-margin-bottom-0">
        <Link className="govuk-link" to={isMine ? '/circle' : `/people/${individual.id}/circle`}>
          {isMine ? words.home.helpers.who : words.home.helpers.whoFor(nameOf(individual))}
        </Link>
      </p>
      {individual.viewerCanRecordConsent && (
        <p className="govuk-body govuk-!-margin-bottom-0">
          <Link className="govuk-link" to={`/people/${individual.id}/consents`}>
            {isMine ? words.consents.link : words.consents.linkFor(nameOf(individual))}
          </Link>
        </p>
      )}
    </section>
  );
}
