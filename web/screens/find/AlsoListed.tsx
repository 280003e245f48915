import { Link } from 'react-router';
import { useQuery } from 'urql';

import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';

const text = words.find.also;

const AlsoListedQuery = graphql(`
  query AlsoListed($serviceId: ID!) {
    service(id: $serviceId) {
      id
      shownAs {
        id
        name
      }
      alsoListedAs {
        id
        name
        organisation {
          id
          name
        }
      }
    }
  }
`);

/** Says of an entry which other entries are the same, and which of them is shown; nothing when it stands alone. */
export function AlsoListed({ serviceId }: { readonly serviceId: string }) {
  const [{ data }] = useQuery({ query: AlsoListedQuery, variables: { serviceId } });
  const service = data?.service ?? null;
  if (service === null) return null;
  return (
    <>
      {service.shownAs !== null && (
        <p className="govuk-inset-text">
          {text.shownAs}{' '}
          <Link className="govuk-link" to={`/services/${service.shownAs.id}`}>
            {service.shownAs.name}
          </Link>
        </p>
      )}
      {service.alsoListedAs.length > 0 && (
        <>
          <h2 className="govuk-heading-s">{text.title}</h2>
          <ul className="govuk-list">
            {service.alsoListedAs.map(({ id, name, organisation }) => (
              <li key={id}>
                <Link className="govuk-link" to={`/services/${id}`}>
                  {name}
                </Link>
                , {organisation.name}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
