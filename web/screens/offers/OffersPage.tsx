import { useQuery } from 'urql';

import { ButtonLink } from '../../components/Button.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { CapacityForm } from './CapacityForm.tsx';
import { OffersQuery, type KeptOffer, type OfferedService } from './offers.query.ts';

const text = words.offers;

/** What the reader's organisations charge, who is told, and what is free: kept right in one press. */
export function OffersPage() {
  const [result, again] = useQuery({ query: OffersQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        if (viewer === null) return <NotFound />;
        const services = viewer.listings.edges.map(({ node }) => node).filter((node) => node.viewerCanMakeOffer);
        return (
          <Page title={text.title}>
            <p className="govuk-body-l">{text.lead}</p>
            {services.length === 0 && <p className="govuk-body">{text.noServices}</p>}
            {services.map((service) => (
              <Offered service={service} key={service.id} />
            ))}
          </Page>
        );
      }}
    </Gate>
  );
}

function Offered({ service }: { readonly service: OfferedService }) {
  const named = <span className="govuk-visually-hidden">{service.name}</span>;
  return (
    <section aria-label={service.name}>
      <h2 className="govuk-heading-m">{service.name}</h2>
      {service.offers.length === 0 && <p className="govuk-body">{text.none}</p>}
      {service.offers.map((offer) => (
        <OfferCard service={service} offer={offer} key={offer.id} />
      ))}
      <ButtonLink to={`/offers/${service.id}/new`} kind="SECONDARY">
        {text.make} {named}
      </ButtonLink>
    </section>
  );
}

interface OfferCardProps {
  readonly service: OfferedService;
  readonly offer: KeptOffer;
}

function OfferCard({ service, offer }: OfferCardProps) {
  const named = <span className="govuk-visually-hidden">{`${service.name}, ${offer.price}`}</span>;
  const rows = [
    { key: text.seenByAll, value: offer.publicPrice },
    { key: text.entry.holds, value: holdsInWords(offer) },
    { key: text.capacity.heading, value: offer.capacity?.summary ?? text.capacity.nobody },
  ];
  return (
    <div className="kith-card">
      <h3 className="govuk-heading-s">{text.yourPrice(offer.price)}</h3>
      <SummaryList rows={rows} />
      <CapacityForm offer={offer} named={`${service.name}, ${offer.price}`} />
      {offer.isFromFeed ? (
        <p className="govuk-hint">{text.fromFeed}</p>
      ) : (
        <div className="govuk-button-group">
          <ButtonLink to={`/offers/${service.id}/${offer.id}`} kind="SECONDARY">
            {text.change} {named}
          </ButtonLink>
          <ButtonLink to={`/offers/${service.id}/${offer.id}/end`} kind="SECONDARY">
            {text.end} {named}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function holdsInWords({ isCurrent, startsOn, endsOn }: KeptOffer): string {
  const from = isCurrent || startsOn === null ? text.isCurrent : text.isNext(day(startsOn));
  return endsOn === null ? from : `${from}, ${text.entry.until(day(endsOn))}`;
}
