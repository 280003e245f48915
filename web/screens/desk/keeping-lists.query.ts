import { graphql, type ResultOf } from '../../graphql.ts';
import { ConflictFields, SuggestionFields } from '../listings/suggestion.query.ts';

/** A claim as the desk reads it. */
export const ClaimFields = graphql(`
  fragment ClaimFields on Claim {
    id
    claimantName
    role
    evidence
    madeAt
    state
    reason
    rivals
    viewerCanDecide
    organisation {
      id
      name
    }
  }
`);

/** A claim on a page. */
export type ClaimOnPage = ResultOf<typeof ClaimFields>;

/** Suggestions that wait. */
export const SuggestionsQuery = graphql(
  `
    query DeskSuggestions {
      viewer {
        directoryDesk {
          suggestions(first: 100) {
            totalCount
            edges {
              node {
                ...SuggestionFields
              }
            }
          }
        }
      }
    }
  `,
  [SuggestionFields],
);

/** Claims that wait. */
export const ClaimsQuery = graphql(
  `
    query DeskClaims {
      viewer {
        directoryDesk {
          claims(first: 100) {
            totalCount
            edges {
              node {
                ...ClaimFields
              }
            }
          }
        }
      }
    }
  `,
  [ClaimFields],
);

/** Conflicts that wait. */
export const ConflictsQuery = graphql(
  `
    query DeskConflicts {
      viewer {
        directoryDesk {
          conflicts(first: 100) {
            totalCount
            edges {
              node {
                ...ConflictFields
              }
            }
          }
        }
      }
    }
  `,
  [ConflictFields],
);
