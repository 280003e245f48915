import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList, type SummaryRow } from '../../components/SummaryList.tsx';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { AddToOptions } from './AddToOptions.tsx';
import { AlsoListed } from './AlsoListed.tsx';
import { EntryLinks } from './EntryLinks.tsx';
import { Freshness } from './Freshness.tsx';
import { Offers } from './Offers.tsx';
import { Registration } from './Registration.tsx';
import { WhoCanUse } from './WhoCanUse.tsx';
import { accessOf, agesOf, costsOf, whenOf } from './service-facts.ts';
import { ServiceQuery, type ServiceOnPage } from './service.query.ts';

const text = words.find;

/** A service's own page: all that the directory knows, and adding it to one's options. */
export function ServicePage() {
  const { serviceId = '' } = useParams();
  const [params] = useSearchParams();
  const viewer = useViewer();
  const outcomeId = params.get('outcome') ?? '';
  const [result, again] = useQuery({ query: ServiceQuery, variables: { serviceId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ service }) =>
        service === null ? (
          <NotFound />
        ) : (
          <Page
            title={service.name}
            caption={text.kind[service.kind]}
            back={{ to: outcomeId === '' ? '/find' : `/find?outcome=${outcomeId}`, label: text.backToResults }}
          >
            <Facts service={service} />
            <Offers offers={service.offers} />
            <WhoCanUse serviceId={service.id} outcomeId={outcomeId} />
            <AlsoListed serviceId={service.id} />
            {viewer !== null && service.freshness.isChoosable && (
              <AddToOptions serviceId={service.id} outcomeId={outcomeId} />
            )}
            <EntryLinks serviceId={service.id} />
          </Page>
        )
      }
    </Gate>
  );
}

/** What an entry says, when it was checked, and what registers say. */
export function Facts({ service }: { readonly service: ServiceOnPage }) {
  return (
    <>
      {service.description?.split(/\n+/).map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <SummaryList rows={rowsOf(service)} />
      <Freshness freshness={service.freshness} />
    </>
  );
}

function rowsOf(service: ServiceOnPage): readonly SummaryRow[] {
  const ages = agesOf(service);
  const rows: readonly (SummaryRow | null)[] = [
    { key: text.runBy, value: service.organisation.name },
    service.status === 'ACTIVE' ? null : { key: words.home.work.columns.status, value: text.status[service.status] },
    { key: text.when, value: <Lines lines={whenOf(service)} /> },
    { key: text.cost, value: <Lines lines={costsOf(service)} /> },
    { key: text.couldStart, value: service.couldStart ?? words.unknown },
    { key: text.where, value: <Lines lines={placesOf(service)} /> },
    { key: text.access, value: <Lines lines={accessOf(service)} /> },
    service.registrations.length === 0 && service.kind !== 'PROVIDER'
      ? null
      : { key: words.freshness.registration, value: <Registration registrations={service.registrations} /> },
    ages === null ? null : { key: text.ages, value: ages },
    service.languages.length === 0 ? null : { key: text.languages, value: service.languages.join(', ') },
    service.terms.length === 0 ? null : { key: text.about, value: service.terms.map((term) => term.name).join(', ') },
    service.phone === null
      ? null
      : {
          key: text.phone,
          value: (
            <a className="govuk-link" href={`tel:${service.phone.replace(/[^\d+]/g, '')}`}>
              {service.phone}
            </a>
          ),
        },
    service.email === null
      ? null
      : {
          key: text.email,
          value: (
            <a className="govuk-link" href={`mailto:${service.email}`}>
              {service.email}
            </a>
          ),
        },
    service.website === null ? null : { key: text.website, value: <Website address={service.website} /> },
  ];
  return rows.filter((row) => row !== null);
}

/** Only a web address becomes a link; anything else a feed holds stays text. */
function Website({ address }: { readonly address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>;
  return (
    <a className="govuk-link" href={address} rel="noreferrer external">
      {address}
    </a>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function placesOf(service: ServiceOnPage): readonly string[] {
  const places = service.locations.map(({ name, address }) =>
    [name, ...(address?.lines ?? []), address?.city, address?.postcode]
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join(', '),
  );
  const known = [...new Set(places.filter((place) => place !== ''))];
  return known.length === 0 ? [words.unknown] : known;
}
