import { SummaryList, type SummaryRow } from '../../components/SummaryList.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { day, pounds } from '../../words/format.ts';

const text = words.offers.entry;

/** All that an offer tells its reader; its price in the words that this reader may know. */
export const OfferFields = graphql(`
  fragment OfferFields on Offer {
    id
    unit
    price
    isCurrent
    isFromFeed
    startsOn
    endsOn
    rates {
      band
      startsOn
      rate {
        amount
      }
    }
    travel {
      amount
    }
    workers
    vat
    areas
    funding
    noticeDays
    minimumMinutes
    couldStartOn
    capacity {
      free
      unit
      summary
    }
  }
`);

/** An offer as a page shows it. */
export type ToldOffer = ResultOf<typeof OfferFields>;

/** The prices of a service with their conditions and what is free; those of a feed that say nothing more stay with the cost. */
export function Offers({ offers }: { readonly offers: readonly ToldOffer[] }) {
  const told = offers.filter((offer) => !offer.isFromFeed || offer.capacity !== null);
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="offers">
      <h2 className="govuk-heading-m" id="offers">
        {text.heading}
      </h2>
      {told.map((offer) => (
        <SummaryList rows={rowsOf(offer)} key={offer.id} />
      ))}
    </section>
  );
}

function rowsOf(offer: ToldOffer): readonly SummaryRow[] {
  const { travel, workers, minimumMinutes, noticeDays, vat, couldStartOn } = offer;
  const bands = bandsOf(offer);
  const rows: readonly (SummaryRow | null)[] = [
    { key: text.price, value: offer.price },
    bands.length < 2 ? null : { key: text.byTime, value: <Lines lines={bands} /> },
    travel === null ? null : { key: text.travel, value: text.travelSum(pounds(travel)) },
    minimumMinutes === null ? null : { key: text.minimum, value: text.minutes(minimumMinutes) },
    workers === 1 ? null : { key: text.workers, value: text.together(workers) },
    { key: text.free, value: offer.capacity?.summary ?? words.offers.capacity.notSaid },
    couldStartOn === null ? null : { key: text.couldStart, value: text.from(day(couldStartOn)) },
    { key: text.funding, value: fundingOf(offer) },
    offer.areas.length === 0 ? null : { key: text.areas, value: offer.areas.join(', ') },
    noticeDays === null ? null : { key: text.notice, value: text.days(noticeDays) },
    vat === null ? null : { key: text.vat, value: words.offers.vatKind[vat] },
    offer.isCurrent && offer.endsOn === null ? null : { key: text.holds, value: periodOf(offer) },
  ];
  return rows.filter((row) => row !== null);
}

/** The price of each part of the week in words; a later one says from when. */
export function bandsOf({ rates, startsOn }: Pick<ToldOffer, 'rates' | 'startsOn'>): readonly string[] {
  return rates.map((one) =>
    words.offers.rateFrom(
      words.offers.band[one.band],
      pounds(one.rate),
      one.startsOn === startsOn ? null : day(one.startsOn),
    ),
  );
}

function fundingOf({ funding }: ToldOffer) {
  if (funding.length === 0) return text.fundingUnknown;
  return <Lines lines={funding.map((kind) => words.offers.fundingKind[kind])} />;
}

function periodOf({ startsOn, endsOn }: ToldOffer): string {
  const from = startsOn === null ? null : text.from(day(startsOn));
  const until = endsOn === null ? null : text.until(day(endsOn));
  return [from, until].filter((part) => part !== null).join(', ');
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
