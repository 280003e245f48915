import { graphql, type ResultOf } from '../../graphql.ts';

/** One statement of About Me. */
export const StatementFields = graphql(`
  fragment StatementFields on Statement {
    id
    section
    words
    spokenAs
    helpedBy
    saidOn
    viewerCanTakeBack
    speaker {
      id
      name
      preferredName
    }
    recorder {
      id
      name
    }
  }
`);

/** How somebody communicates. */
export const CommunicationFields = graphql(`
  fragment CommunicationFields on Communication {
    version
    pronouns
    noun
    spokenLanguage
    lettersLanguage
    interpreter
    interpreterNote
    formats
    contactBy
    neverBy
    bestTimes
    saysYes
    saysNo
    needsTime
    uses
    flags
    reviewedOn
    reviewDueOn
  }
`);

/** The whole of About Me. */
export const AboutMeQuery = graphql(
  `
    query AboutMe($individualId: ID!) {
      individual(id: $individualId) {
        id
        alias
        viewerMayDo
        viewerRelation
        viewerCanSayAbout
        person {
          id
          name
          preferredName
        }
        communication {
          ...CommunicationFields
        }
        aboutMe {
          id
          ...StatementFields
        }
      }
    }
  `,
  [StatementFields, CommunicationFields],
);

/** Adds to it. */
export const SayAboutMe = graphql(
  `
    mutation SayAboutMe($input: SayAboutMeInput!) {
      sayAboutMe(input: $input) {
        individual {
          id
          aboutMe {
            id
            ...StatementFields
          }
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [StatementFields],
);

/** Takes something out of it. */
export const TakeBackStatement = graphql(`
  mutation TakeBackStatement($input: TakeBackStatementInput!) {
    takeBackStatement(input: $input) {
      individual {
        id
        aboutMe {
          id
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Says how somebody communicates. */
export const DescribeCommunication = graphql(
  `
    mutation DescribeCommunication($input: DescribeCommunicationInput!) {
      describeCommunication(input: $input) {
        individual {
          id
          communication {
            ...CommunicationFields
          }
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [CommunicationFields],
);

/** Somebody with what is said about them. */
export type AboutIndividual = NonNullable<ResultOf<typeof AboutMeQuery>['individual']>;

/** One statement as pages show it. */
export type StatementOnPage = ResultOf<typeof StatementFields>;

/** How somebody communicates, as pages show it. */
export type CommunicationOnPage = ResultOf<typeof CommunicationFields>;
