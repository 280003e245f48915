import { graphql, type ResultOf } from '../../graphql.ts';

/** Entries that wait for a check, the oldest first. */
export const StaleQuery = graphql(`
  query Stale($states: [FreshnessState!], $after: String) {
    viewer {
      directoryDesk {
        stale(states: $states, first: 25, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              name
              organisation {
                id
                name
              }
              freshness {
                state
                lastAssuredOn
                assuredBy
                nextDueOn
              }
              letters(first: 1) {
                totalCount
              }
            }
          }
        }
      }
    }
  }
`);

const StaleServiceFields = graphql(`
  fragment StaleServiceFields on Service {
    id
    name
    phone
    email
    viewerCanAssure
    organisation {
      id
      name
    }
    freshness {
      state
      sentence
    }
    assurances(first: 20) {
      edges {
        node {
          id
          origin
          result
          assuredOn
          answeredBy
          words
        }
      }
    }
    letters(first: 10) {
      edges {
        node {
          id
          writtenOn
          address
          state
          answeredAt
          link
        }
      }
    }
  }
`);

/** One entry as an editor checks it. */
export const StaleServiceQuery = graphql(
  `
    query StaleService($serviceId: ID!) {
      viewer {
        directoryDesk {
          __typename
        }
      }
      service(id: $serviceId) {
        ...StaleServiceFields
      }
    }
  `,
  [StaleServiceFields],
);

/** Says that an entry is still correct. */
export const AssureService = graphql(
  `
    mutation AssureService($input: AssureServiceInput!) {
      assureService(input: $input) {
        service {
          ...StaleServiceFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [StaleServiceFields],
);

/** Writes down that somebody was asked. */
export const LogCall = graphql(
  `
    mutation LogCall($input: LogCallInput!) {
      logCall(input: $input) {
        service {
          ...StaleServiceFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [StaleServiceFields],
);

/** Asks an entry's contact by letter. */
export const SendLetter = graphql(
  `
    mutation SendLetter($input: SendLetterInput!) {
      sendLetter(input: $input) {
        service {
          ...StaleServiceFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [StaleServiceFields],
);

/** One entry as its page on the desk shows it. */
export type StaleService = NonNullable<ResultOf<typeof StaleServiceQuery>['service']>;
