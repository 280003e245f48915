import { graphql, type ResultOf } from '../../graphql.ts';

/** Looks through the directory; the order is the API's and is told in words. */
export const FindQuery = graphql(`
  query Find($search: ServiceSearch!, $after: String) {
    services(search: $search, first: 20, after: $after) {
      totalCount
      knownCount
      readAs
      order
      place
      placeProblem
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        isEstimate
        kinds {
          kind
          count
        }
        terms {
          term {
            id
            name
          }
          count
        }
        days {
          day
          count
        }
        costs {
          costAtMost
          count
        }
        access {
          need
          count
        }
        languages {
          language
          count
        }
      }
      edges {
        distanceMiles
        unknowns {
          sentence
        }
        node {
          id
          name
          description
          kind
          status
          couldStart
          feesDescription
          assuredOn
          freshness {
            mark
          }
          minimumAge
          maximumAge
          organisation {
            id
            name
          }
          locations {
            id
            name
            address {
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
          offers {
            id
            price
            isCurrent
            capacity {
              summary
            }
          }
        }
      }
    }
  }
`);

/** One page of results. */
export type Results = ResultOf<typeof FindQuery>['services'];

/** One result: a service and how far away it is. */
export type Result = Results['edges'][number];

/** Counts of what was found, beside the choices that narrow it. */
export type Facets = Results['facets'];
