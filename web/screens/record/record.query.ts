import { graphql, type ResultOf } from '../../graphql.ts';

/** What somebody says is wrong, and the answer. */
export const CorrectionFields = graphql(`
  fragment CorrectionFields on Correction {
    id
    part
    wrong
    shouldSay
    askedOn
    answerDueOn
    isAnswerLate
    state
    answer
    disagreement
    viewerCanAnswer
    viewerCanDisagree
  }
`);

/** Says that something is wrong. */
export const AskForCorrection = graphql(
  `
    mutation AskForCorrection($input: AskForCorrectionInput!) {
      askForCorrection(input: $input) {
        correction {
          ...CorrectionFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [CorrectionFields],
);

/** Answers it. */
export const AnswerCorrection = graphql(
  `
    mutation AnswerCorrection($input: AnswerCorrectionInput!) {
      answerCorrection(input: $input) {
        correction {
          ...CorrectionFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [CorrectionFields],
);

/** Says that the answer is not right. */
export const StateDisagreement = graphql(
  `
    mutation StateDisagreement($input: StateDisagreementInput!) {
      stateDisagreement(input: $input) {
        correction {
          ...CorrectionFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [CorrectionFields],
);

/** Everything held about a person, and a page of who looked. */
export const RecordQuery = graphql(
  `
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
          corrections(first: 50) {
            edges {
              node {
                ...CorrectionFields
              }
            }
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
  `,
  [CorrectionFields],
);

/** Whose record it is. */
export type IndividualOnRecord = NonNullable<ResultOf<typeof RecordQuery>['individual']>;

/** The record as its page shows it. */
export type RecordOnPage = NonNullable<IndividualOnRecord['record']>;

/** One look. */
export type LookOnPage = RecordOnPage['looks']['edges'][number]['node'];

/** One thing that is said to be wrong. */
export type CorrectionOnPage = ResultOf<typeof CorrectionFields>;
