import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { ConsentCard } from './ConsentCard.tsx';
import { ConsentsQuery, type AllowingIndividual, type ConsentOnPage } from './consents.query.ts';

const text = words.consents;

/** Gives the page of what somebody allows, or what goes on it, to whoever may see it. */
export function WithConsents({ children }: { readonly children: (individual: AllowingIndividual) => ReactNode }) {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({
    query: ConsentsQuery,
    variables: { individualId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <>{children(individual)}</>)}
    </Gate>
  );
}

/** Who may know what of somebody, why and until when; each can be stopped in one press. */
export function ConsentsPage() {
  return <WithConsents>{(individual) => <Consents individual={individual} />}</WithConsents>;
}

function Consents({ individual }: { readonly individual: AllowingIndividual }) {
  const [news, setNews] = useState('');
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  const shared = { individual, onNews: setNews };
  return (
    <Page
      title={isMine ? text.title : text.titleFor(name)}
      about={individual}
      back={{ to: isMine ? '/' : `/people/${individual.id}`, label: isMine ? words.back.home : words.back.plain }}
    >
      <p className="govuk-body-l">{isMine ? text.lead : text.leadFor(name)}</p>
      <p className="govuk-body" role="status">
        {news}
      </p>
      {individual.viewerCanRecordConsent && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`/people/${individual.id}/consents/new`}>
            {text.add}
          </Link>
        </p>
      )}
      <Listed {...shared} heading={text.open} of={['OPEN']} />
      <Listed {...shared} heading={text.waiting} of={['WAITING']} />
      <Listed {...shared} heading={text.past} of={['OVER', 'WITHDRAWN']} />
      <p className="govuk-body">
        {isMine && `${text.never} `}
        <Link className="govuk-link" to={isMine ? '/circle' : `/people/${individual.id}/circle`}>
          {text.circle}
        </Link>
      </p>
    </Page>
  );
}

interface ListedProps {
  readonly individual: AllowingIndividual;
  readonly heading: string;
  readonly of: readonly ConsentOnPage['status'][];
  readonly onNews: (sentence: string) => void;
}

/** Those that stand so; without any, only the list of what is open says that there are none. */
function Listed({ individual, heading, of, onNews }: ListedProps) {
  const consents: readonly ConsentOnPage[] = individual.consents.edges.map(({ node }) => node);
  const found = consents.filter(({ status }) => of.includes(status));
  if (found.length === 0 && !of.includes('OPEN')) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {found.length === 0 && <p className="govuk-body">{text.none}</p>}
      {found.map((consent) => (
        <ConsentCard
          consent={consent}
          isMine={individual.viewerRelation === 'SELF'}
          onNews={onNews}
          key={`${consent.id}-${consent.status}`}
        />
      ))}
    </section>
  );
}
