import { graphql, type ResultOf } from '../../graphql.ts';
import { OfferFields } from './Offers.tsx';

/** Everything that the directory tells of a service. */
export const ServiceQuery = graphql(
  `
    query Service($serviceId: ID!) {
      service(id: $serviceId) {
        id
        name
        description
        kind
        status
        website
        email
        phone
        couldStart
        feesDescription
        freshness {
          mark
          sentence
          isChoosable
        }
        registrations {
          id
          summary
          isNewest
        }
        minimumAge
        maximumAge
        languages
        organisation {
          id
          name
        }
        locations {
          id
          name
          address {
            lines
            city
            postcode
          }
        }
        schedules {
          id
          summary
        }
        costOptions {
          id
          summary
        }
        accessibility {
          id
          description
        }
        terms {
          id
          name
        }
        offers {
          ...OfferFields
        }
      }
    }
  `,
  [OfferFields],
);

/** A service as its page shows it. */
export type ServiceOnPage = NonNullable<ResultOf<typeof ServiceQuery>['service']>;
