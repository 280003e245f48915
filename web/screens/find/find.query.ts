import { graphql, type ResultOf } from '../../graphql.ts';

/** Looks through the directory; the order is the API's and is told in words. */
export const FindQuery = graphql(`
  query Find($search: ServiceSearch!, $after: String) {
    services(search: $search, first: 20, after: $after) {
      totalCount
      order
      place
      placeProblem
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        distanceMiles
        node {
          id
          name
          description
          kind
          status
          couldStart
          feesDescription
          assuredOn
          minimumAge
          maximumAge
          organisation {
            id
            name
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
