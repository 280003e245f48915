import { graphql, type ResultOf } from '../../graphql.ts';
import { AgreementPageFields } from './agreement.fields.ts';

/** The open terms part by part, to start a reply from. */
export const CounterPageQuery = graphql(`
  query CounterPage($agreementId: ID!) {
    agreement(id: $agreementId) {
      id
      viewerRole
      viewerCanCounter
      individualLabel
      provider {
        id
        name
      }
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
      openTerms {
        id
        hash
        lines {
          term
          label
          value
        }
        support
        place
        rate {
          amount
        }
        unit
        startsOn
        endsOn
        noticeDays
        cancellation
        ifWorkerCannotCome
        visits {
          weekday
          startsAt
          endsAt
        }
      }
    }
  }
`);

/** An agreement whose terms are being answered. */
export type CounterAgreement = NonNullable<ResultOf<typeof CounterPageQuery>['agreement']>;

/** Answers the open terms with other ones. */
export const CounterTerms = graphql(
  `
    mutation CounterTerms($input: CounterTermsInput!) {
      counterTerms(input: $input) {
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
