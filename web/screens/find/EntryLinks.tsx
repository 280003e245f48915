import { Link } from 'react-router';
import { useQuery } from 'urql';

import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';

const text = words.listings;

const EntryLinksQuery = graphql(`
  query EntryLinks($serviceId: ID!) {
    service(id: $serviceId) {
      id
      lastChange
      viewerCanEdit
      organisation {
        id
        isClaimed
        viewerCanEdit
      }
    }
  }
`);

/** How an entry is kept right: who changed it last, suggesting a change, asking to look after it. */
export function EntryLinks({ serviceId }: { readonly serviceId: string }) {
  const [{ data }] = useQuery({ query: EntryLinksQuery, variables: { serviceId } });
  const service = data?.service;
  if (service === undefined || service === null) return null;
  const { organisation, viewerCanEdit, lastChange } = service;
  return (
    <section aria-label={text.links.title}>
      <p className="govuk-body-s">
        {lastChange !== null && `${lastChange} `}
        {organisation.isClaimed ? text.links.claimed : text.links.unclaimed}
      </p>
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={`/services/${serviceId}/suggest`}>
            {text.links.suggest}
          </Link>
        </li>
        {!organisation.viewerCanEdit && (
          <li>
            <Link className="govuk-link" to={`/organisations/${organisation.id}/claim`}>
              {text.links.claim}
            </Link>
          </li>
        )}
        <li>
          <Link className="govuk-link" to="/tell-us">
            {text.tip.link}
          </Link>
        </li>
        {viewerCanEdit && (
          <li>
            <Link className="govuk-link" to={`/listings/${serviceId}`}>
              {text.change}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
