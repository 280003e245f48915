import { graphql, type ResultOf } from '../../graphql.ts';

/** An offer as its provider keeps it. */
const KeptOfferFields = graphql(`
  fragment KeptOfferFields on Offer {
    id
    unit
    price
    publicPrice
    showsPrice
    isCurrent
    isFromFeed
    startsOn
    endsOn
    viewerCanKeep
    capacity {
      free
      unit
      isConfirmed
      summary
    }
  }
`);

/** The services that the reader may put a price to, with their prices. */
export const OffersQuery = graphql(
  `
    query Offers {
      viewer {
        listings(first: 100) {
          edges {
            node {
              id
              name
              viewerCanMakeOffer
              organisation {
                id
                name
              }
              offers {
                ...KeptOfferFields
              }
            }
          }
        }
      }
    }
  `,
  [KeptOfferFields],
);

/** One service with its prices. */
export type OfferedService = NonNullable<ResultOf<typeof OffersQuery>['viewer']>['listings']['edges'][number]['node'];

/** One price. */
export type KeptOffer = OfferedService['offers'][number];

/** A service with all that its prices say, to change one or add another. */
export const OfferedServiceQuery = graphql(`
  query OfferedService($serviceId: ID!) {
    service(id: $serviceId) {
      id
      name
      viewerCanMakeOffer
      offers {
        id
        unit
        price
        showsPrice
        isFromFeed
        viewerCanKeep
        priceRange {
          from {
            amount
          }
          to {
            amount
          }
        }
        rates {
          band
          startsOn
          rate {
            amount
          }
        }
        rate {
          amount
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
        startsOn
        endsOn
      }
    }
  }
`);

/** A service whose prices are changed. */
export type ServiceToOffer = NonNullable<ResultOf<typeof OfferedServiceQuery>['service']>;

/** A price that is changed. */
export type OfferToChange = ServiceToOffer['offers'][number];

/** Puts a price to a service. */
export const MakeOffer = graphql(
  `
    mutation MakeOffer($input: MakeOfferInput!) {
      makeOffer(input: $input) {
        offer {
          service {
            id
            offers {
              ...KeptOfferFields
            }
          }
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [KeptOfferFields],
);

/** Puts another price in the place of one. */
export const ReviseOffer = graphql(
  `
    mutation ReviseOffer($input: ReviseOfferInput!) {
      reviseOffer(input: $input) {
        offer {
          service {
            id
            offers {
              ...KeptOfferFields
            }
          }
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [KeptOfferFields],
);

/** Ends a price. */
export const EndOffer = graphql(
  `
    mutation EndOffer($input: EndOfferInput!) {
      endOffer(input: $input) {
        offer {
          service {
            id
            offers {
              ...KeptOfferFields
            }
          }
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [KeptOfferFields],
);

/** Says what is free. */
export const StateCapacity = graphql(
  `
    mutation StateCapacity($input: StateCapacityInput!) {
      stateCapacity(input: $input) {
        offer {
          ...KeptOfferFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [KeptOfferFields],
);
