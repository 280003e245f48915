import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { AgeSection } from './AgeSection.tsx';
import { CapacityCard } from './CapacityCard.tsx';
import { CourtOrders } from './CourtOrders.tsx';
import { RepresentationCard } from './RepresentationCard.tsx';
import { StandingQuery, type StandingIndividual } from './standing.query.ts';

const text = words.standing;

/** Gives a page of somebody's standing the person it is about, as the address names them. */
export function WithStanding({ children }: { readonly children: (individual: StandingIndividual) => ReactNode }) {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({ query: StandingQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : children(individual))}
    </Gate>
  );
}

/** Who may decide with a person or for them, on what papers, and what was found about single decisions. */
export function StandingPage() {
  return <WithStanding>{(individual) => <Standing individual={individual} />}</WithStanding>;
}

function Standing({ individual }: { readonly individual: StandingIndividual }) {
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  const here = `/people/${individual.id}/standing`;
  const canRecord = individual.viewerCanRecordStanding;
  return (
    <Page
      title={isMine ? text.title : text.titleFor(name)}
      about={individual}
      back={{ to: isMine ? '/circle' : `/people/${individual.id}/circle`, label: words.back.plain }}
    >
      <p className="govuk-body-l">{isMine ? text.lead : text.leadFor(name)}</p>
      {individual.standingWarning !== null && (
        <div className="govuk-inset-text">
          <strong>{individual.standingWarning}</strong>
        </div>
      )}
      {individual.representations.length === 0 && <p className="govuk-body">{text.none}</p>}
      {individual.representations.map((one) => (
        <RepresentationCard representation={one} name={name} key={one.id} />
      ))}
      {canRecord && <LinkTo to={`${here}/new`}>{text.links.record}</LinkTo>}
      <AgeSection individual={individual} />
      <h2 className="govuk-heading-m">{text.capacity.heading}</h2>
      <p className="govuk-body">{text.capacity.lead}</p>
      {individual.capacityRecords.length === 0 && <p className="govuk-body">{text.capacity.none}</p>}
      {individual.capacityRecords.map((one) => (
        <CapacityCard record={one} toWeigh={canRecord ? `${here}/decisions/${one.id}` : null} key={one.id} />
      ))}
      {canRecord && <LinkTo to={`${here}/capacity`}>{text.links.capacity}</LinkTo>}
      {canRecord && <CourtOrders orders={individual.courtOrders} />}
      {canRecord && <LinkTo to={`${here}/order`}>{text.links.order}</LinkTo>}
    </Page>
  );
}

function LinkTo({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={to}>
        {children}
      </Link>
    </p>
  );
}
