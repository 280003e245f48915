import { graphql, type ResultOf } from '../../graphql.ts';

/** One consent, as the page of what somebody allows shows it. */
export const ConsentFields = graphql(`
  fragment ConsentFields on Consent {
    id
    purpose
    classes
    recipientKind
    startsOn
    endsOn
    status
    how
    witness
    evidence
    recordedAt
    withdrawnAt
    isNeededByAgreement
    viewerCanWithdraw
    organisation {
      id
      name
    }
    person {
      id
      name
    }
    giver {
      id
      name
    }
    recorder {
      id
      name
    }
    withdrawer {
      id
      name
    }
  }
`);

/** What somebody allows, and whom they could let know. */
export const ConsentsQuery = graphql(
  `
    query ConsentsPage($individualId: ID!) {
      individual(id: $individualId) {
        id
        alias
        viewerMayDo
        viewerRelation
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
        agreements(first: 50) {
          edges {
            node {
              id
              provider {
                id
                name
              }
            }
          }
        }
        consents(first: 100) {
          edges {
            node {
              id
              ...ConsentFields
            }
          }
        }
      }
    }
  `,
  [ConsentFields],
);

/** Lets somebody know. */
export const GiveConsent = graphql(`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input) {
      consent {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Stops it. */
export const WithdrawConsent = graphql(
  `
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
      withdrawConsent(input: $input) {
        consent {
          id
          ...ConsentFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [ConsentFields],
);

/** Somebody with what they allow. */
export type AllowingIndividual = NonNullable<ResultOf<typeof ConsentsQuery>['individual']>;

/** One consent on the page. */
export type ConsentOnPage = ResultOf<typeof ConsentFields>;
