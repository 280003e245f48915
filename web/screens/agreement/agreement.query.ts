import { graphql } from '../../graphql.ts';
import { AgreementPageFields } from './agreement.fields.ts';

/** One agreement with all that its pages show. */
export const AgreementQuery = graphql(
  `
    query Agreement($agreementId: ID!) {
      agreement(id: $agreementId) {
        id
        ...AgreementPageFields
      }
    }
  `,
  [AgreementPageFields],
);
