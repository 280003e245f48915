import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Button, ButtonLink } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { AssureService, ListingsQuery, type Listing, type Listings } from './listings.query.ts';

const text = words.listings;

/** What the reader's organisations list, with what is missing in it; and the groups they asked to look after. */
export function ListingsPage() {
  const [result, again] = useQuery({ query: ListingsQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) =>
        viewer === null ? (
          <NotFound />
        ) : (
          <Page title={text.title}>
            <p className="govuk-body-l">{text.lead}</p>
            {keptBy(viewer).map((organisation) => (
              <Kept
                organisation={organisation}
                listings={viewer.listings.edges.filter(({ node }) => node.organisation.id === organisation.id)}
                key={organisation.id}
              />
            ))}
            <Claims claims={viewer.claims} />
          </Page>
        )
      }
    </Gate>
  );
}

type Organisation = Listings['memberships'][number]['organisation'];

function keptBy({ memberships }: Listings): readonly Organisation[] {
  const kept = memberships
    .map(({ organisation }) => organisation)
    .filter(({ viewerCanEdit, kind }) => viewerCanEdit && kind !== 'AUTHORITY');
  return [...new Map(kept.map((organisation) => [organisation.id, organisation])).values()];
}

interface KeptProps {
  readonly organisation: Organisation;
  readonly listings: readonly { readonly node: Listing }[];
}

function Kept({ organisation, listings }: KeptProps) {
  return (
    <section aria-label={organisation.name}>
      <h2 className="govuk-heading-m">{organisation.name}</h2>
      {listings.length === 0 && <p className="govuk-body">{text.none}</p>}
      {listings.map(({ node }) => (
        <ListingCard listing={node} key={node.id} />
      ))}
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={`/listings/new/${organisation.id}`}>
            {text.add}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={`/listings/details/${organisation.id}`}>
            {text.changeDetails(organisation.name)}
          </Link>
        </li>
      </ul>
    </section>
  );
}

function ListingCard({ listing }: { readonly listing: Listing }) {
  const missing = listing.missingFacts.map((fact) => text.fact[fact]);
  const notes = [
    listing.status === 'ACTIVE' ? null : words.find.status[listing.status],
    missing.length === 0 ? text.nothingMissing : `${text.missing}: ${missing.join('; ')}.`,
    listing.suggestions.totalCount > 0 ? text.others(listing.suggestions.totalCount) : null,
    listing.conflicts.totalCount > 0 ? text.clashes(listing.conflicts.totalCount) : null,
    listing.freshness.sentence,
    listing.lastChange,
  ].filter((note) => note !== null);
  return (
    <div className="kith-card">
      <h3 className="govuk-heading-s">
        <Link className="govuk-link" to={`/services/${listing.id}`}>
          {listing.name}
        </Link>
      </h3>
      <ul className="govuk-list">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div>
        {listing.viewerCanAssure && <StillRight listing={listing} />}
        <ButtonLink to={`/listings/${listing.id}`} kind="SECONDARY">
          {text.change} <span className="govuk-visually-hidden">{listing.name}</span>
        </ButtonLink>
      </div>
    </div>
  );
}

/** One press says that all of it is right today. */
function StillRight({ listing }: { readonly listing: Listing }) {
  const [isSaid, setSaid] = useState(false);
  const { problems, attempt, isBusy, act } = useAct(AssureService);
  if (isSaid) {
    return (
      <p className="govuk-body" role="status">
        {text.saidRight}
      </p>
    );
  }
  const send = async () => {
    if ((await act({ serviceId: listing.id })) !== null) setSaid(true);
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <Button isBusy={isBusy}>
        {text.stillRight} <span className="govuk-visually-hidden">{listing.name}</span>
      </Button>
    </Form>
  );
}

function Claims({ claims }: { readonly claims: Listings['claims'] }) {
  if (claims.edges.length === 0) return null;
  return (
    <section aria-label={text.claims}>
      <h2 className="govuk-heading-m">{text.claims}</h2>
      <ul className="govuk-list">
        {claims.edges.map(({ node }) => (
          <li key={node.id}>
            {node.organisation?.name}: {text.claimState[node.state]}
            {node.reason !== null && `. ${node.reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
