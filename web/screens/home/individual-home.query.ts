import { graphql, type ResultOf } from '../../graphql.ts';
import { AgreementLineFields } from '../agreement/agreement.fields.ts';
import { BudgetFields } from './BudgetSummary.tsx';

/** What the home of an individual shows. */
export const IndividualHomeQuery = graphql(
  `
    query IndividualHome($individualId: ID!) {
      individual(id: $individualId) {
        id
        situation
        alias
        viewerMayDo
        viewerRelation
        viewerCanOpenRecord
        viewerCanRecordConsent
        communication {
          flags
        }
        person {
          id
          name
          preferredName
        }
        circle {
          id
          relation
          mayDo
          person {
            id
            name
          }
        }
        budget {
          id
          ...BudgetFields
        }
        outcomes(first: 20) {
          edges {
            node {
              id
              statement
              state
              viewerCanAgree
              viewerCanAppraise
              viewerCanPropose
              appraisal {
                id
                state
                viewerCanChoose
                options {
                  id
                  kind
                }
                decision {
                  chosen {
                    id
                    name
                  }
                }
              }
            }
          }
        }
        agreements(first: 20) {
          edges {
            node {
              id
              ...AgreementLineFields
            }
          }
        }
      }
    }
  `,
  [AgreementLineFields, BudgetFields],
);

/** One person as their home page shows them. */
export type IndividualOnHome = NonNullable<ResultOf<typeof IndividualHomeQuery>['individual']>;
