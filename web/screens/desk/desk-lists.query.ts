import { graphql, type ResultOf } from '../../graphql.ts';

/** What a reading of a list came to. */
export const RunFields = graphql(`
  fragment RunFields on ImportRun @_unmask {
    id
    state
    startedAt
    problem
    landed
    created
    changed
    unchanged
    quarantined
    left
    unlisted
    relisted
    proposed
    feed {
      id
      name
      source
      licence
    }
  }
`);

/** A row that was kept aside. */
export const RowFields = graphql(`
  fragment RowFields on QuarantinedRow @_unmask {
    id
    numberInFeed
    reason
    raw
    state
    metFirstAt
    feed {
      id
      name
    }
  }
`);

/** The latest readings. */
export const RunsQuery = graphql(
  `
    query ImportRuns {
      viewer {
        directoryDesk {
          runs(first: 50) {
            totalCount
            edges {
              node {
                ...RunFields
              }
            }
          }
        }
      }
    }
  `,
  [RunFields],
);

/** One reading with the rows that it kept aside. */
export const RunQuery = graphql(
  `
    query ImportRun($runId: ID!) {
      importRun(id: $runId) {
        ...RunFields
        quarantinedRows(first: 50) {
          totalCount
          edges {
            node {
              ...RowFields
            }
          }
        }
      }
    }
  `,
  [RunFields, RowFields],
);

/** The rows that wait for somebody to look at them. */
export const QuarantineQuery = graphql(
  `
    query QuarantinedRows {
      viewer {
        directoryDesk {
          quarantine(first: 50) {
            totalCount
            edges {
              node {
                ...RowFields
              }
            }
          }
        }
      }
    }
  `,
  [RowFields],
);

/** The lists that the directory is filled from. */
export const FeedsQuery = graphql(`
  query Feeds {
    viewer {
      directoryDesk {
        feeds(first: 100) {
          totalCount
          edges {
            node {
              id
              name
              licence
              attribution
              isPublished
              serviceCount
              lastRun {
                id
                state
                startedAt
              }
            }
          }
        }
      }
    }
  }
`);

/** The pairs of entries that wait for a decision. */
export const DuplicatesQuery = graphql(`
  query Duplicates {
    viewer {
      directoryDesk {
        links(first: 50) {
          totalCount
          edges {
            node {
              id
              kind
              grounds
              service {
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

/** One pair, side by side. */
export const DuplicateQuery = graphql(`
  query Duplicate($linkId: ID!) {
    serviceLink(id: $linkId) {
      id
      kind
      state
      grounds
      facts {
        label
        service
        otherService
        agreement
      }
      service {
        id
        name
      }
      otherService {
        id
        name
      }
    }
  }
`);

/** A reading on a page. */
export type RunOnPage = ResultOf<typeof RunFields>;
/** A row on a page. */
export type RowOnPage = ResultOf<typeof RowFields>;
/** A pair on a page. */
export type PairOnPage = NonNullable<ResultOf<typeof DuplicateQuery>['serviceLink']>;
