import { graphql, type ResultOf } from '../../graphql.ts';

/** Everything held about a person, and a page of who looked. */
export const RecordQuery = graphql(`
  query RecordPage($individualId: ID!, $after: String) {
    individual(id: $individualId) {
      id
      alias
      viewerMayDo
      viewerRelation
      person {
        id
        name
        preferredName
      }
      communication {
        flags
      }
      record {
        id
        parts {
          part
          count
        }
        looks(first: 25, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              viewerName
              actedAs
              role
              part
              purpose
              lastAt
              times
              organisation {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** Whose record it is. */
export type IndividualOnRecord = NonNullable<ResultOf<typeof RecordQuery>['individual']>;

/** The record as its page shows it. */
export type RecordOnPage = NonNullable<IndividualOnRecord['record']>;

/** One look. */
export type LookOnPage = RecordOnPage['looks']['edges'][number]['node'];
