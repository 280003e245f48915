import { graphql, type ResultOf } from '../../graphql.ts';

/** How much waits in each list of the desk. */
export const DeskQuery = graphql(`
  query Desk {
    viewer {
      directoryDesk {
        suggestions(first: 1) {
          totalCount
        }
        claims(first: 1) {
          totalCount
        }
        conflicts(first: 1) {
          totalCount
        }
        notRight(first: 1) {
          totalCount
        }
        stale(first: 1) {
          totalCount
        }
        unlisted(first: 1) {
          totalCount
        }
        quarantine(first: 1) {
          totalCount
        }
        links(first: 1) {
          totalCount
        }
        gaps(first: 1) {
          totalCount
        }
      }
    }
  }
`);

/** The desk as the API tells it. */
export type Desk = NonNullable<NonNullable<ResultOf<typeof DeskQuery>['viewer']>['directoryDesk']>;
