import { graphql, type ResultOf } from '../../graphql.ts';

/** The outcome, as its page and the pages below it show it. */
export const OutcomeQuery = graphql(`
  query Outcome($outcomeId: ID!) {
    outcome(id: $outcomeId) {
      id
      statement
      domain
      state
      baseline
      target
      byWhen
      priority
      agreedOn
      viewerCanAgree
      viewerCanAppraise
      viewerCanPropose
      viewerCanWithdraw
      withdrawnReason
      spokenBy {
        id
        name
      }
      recordedBy {
        id
        name
      }
      individual {
        id
        postcode
        alias
        viewerMayDo
        viewerRelation
        communication {
          flags
        }
        person {
          id
          preferredName
        }
      }
      appraisal {
        id
        state
        viewerCanAddOption
        viewerCanChoose
        options {
          id
          name
          kind
        }
        decision {
          reasons
          isFirstPreference
          supportGiven
          decidedAt
          decidedBy {
            id
            name
          }
          chosen {
            id
            name
          }
        }
      }
      agreements(first: 10) {
        edges {
          node {
            id
            reference
            statusSentence
            provider {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** An outcome as its pages show it. */
export type OutcomeOnPage = NonNullable<ResultOf<typeof OutcomeQuery>['outcome']>;
