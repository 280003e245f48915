import { graphql, type ResultOf } from '../../graphql.ts';
import { AgreementPageFields } from './agreement.fields.ts';

/** The chosen option of an outcome, and what its provider offers. */
export const ProposePageQuery = graphql(`
  query ProposePage($outcomeId: ID!) {
    outcome(id: $outcomeId) {
      id
      statement
      individual {
        id
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
        decision {
          chosen {
            id
            name
            ... on ListedOption {
              service {
                id
                offers {
                  id
                  unit
                  isCurrent
                  rate {
                    amount
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** An outcome for whose chosen option terms are proposed. */
export type ProposeOutcome = NonNullable<ResultOf<typeof ProposePageQuery>['outcome']>;

/** Puts first terms to a provider. */
export const ProposeTerms = graphql(
  `
    mutation ProposeTerms($input: ProposeTermsInput!) {
      proposeTerms(input: $input) {
        agreement {
          id
          ...AgreementPageFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [AgreementPageFields],
);
