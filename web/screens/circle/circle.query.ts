import { graphql, type ResultOf } from '../../graphql.ts';
import { InvitationFields } from '../members/invitation.query.ts';

/** Somebody close to a person, as the page of the circle shows them. */
export const CircleMemberFields = graphql(`
  fragment CircleMemberFields on CircleMember {
    id
    relation
    kind
    informalSupport {
      answer
      hoursAWeek
      words
      saidOn
    }
    maySee
    mayDo
    startsOn
    endsOn
    version
    viewerCanChange
    viewerCanEnd
    viewerCanSaySupport
    person {
      id
      name
      preferredName
    }
  }
`);

/** A person's circle. */
export const CircleQuery = graphql(
  `
    query CirclePage($individualId: ID!) {
      individual(id: $individualId) {
        id
        alias
        viewerMayDo
        viewerRelation
        viewerCanInvite
        invitations(first: 50) {
          edges {
            node {
              id
              ...InvitationFields
            }
          }
        }
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
          ...CircleMemberFields
        }
      }
    }
  `,
  [CircleMemberFields, InvitationFields],
);

/** Changes what one of them may see and do. */
export const ChangeCircleMember = graphql(
  `
    mutation ChangeCircleMember($input: ChangeCircleMemberInput!) {
      changeCircleMember(input: $input) {
        circleMember {
          id
          ...CircleMemberFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [CircleMemberFields],
);

/** Says how much support the reader can give. */
export const SayInformalSupport = graphql(
  `
    mutation SayInformalSupport($input: SayInformalSupportInput!) {
      sayInformalSupport(input: $input) {
        circleMember {
          id
          ...CircleMemberFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [CircleMemberFields],
);

/** Stops sharing with one of them. */
export const EndCircleMember = graphql(`
  mutation EndCircleMember($input: EndCircleMemberInput!) {
    endCircleMember(input: $input) {
      individual {
        id
        circle {
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

/** One person with their circle. */
export type IndividualWithCircle = NonNullable<ResultOf<typeof CircleQuery>['individual']>;

/** Somebody in it. */
export type CircleMember = ResultOf<typeof CircleMemberFields>;
