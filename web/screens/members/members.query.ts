import { graphql, type ResultOf } from '../../graphql.ts';
import { InvitationFields } from './invitation.query.ts';

/** One role of somebody in an organisation. */
export const MembershipFields = graphql(`
  fragment MembershipFields on Membership {
    id
    role
    startsOn
    endsOn
    version
    viewerCanChange
    viewerCanEnd
    approvalLimit {
      amount
    }
    person {
      id
      name
      preferredName
    }
  }
`);

/** An organisation and who belongs to it. */
export const MembersQuery = graphql(
  `
    query MembersPage($organisationId: ID!) {
      organisation(id: $organisationId) {
        id
        name
        kind
        viewerCanManageMembers
        invitations(first: 50) {
          edges {
            node {
              id
              ...InvitationFields
            }
          }
        }
        members(first: 100) {
          totalCount
          edges {
            node {
              id
              ...MembershipFields
            }
          }
        }
      }
    }
  `,
  [MembershipFields, InvitationFields],
);

/** Gives a member one role more. */
export const GiveRole = graphql(`
  mutation GiveRole($input: GiveRoleInput!) {
    giveRole(input: $input) {
      membership {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Changes until when somebody has a role, and an approver's limit. */
export const ChangeMembership = graphql(
  `
    mutation ChangeMembership($input: ChangeMembershipInput!) {
      changeMembership(input: $input) {
        membership {
          id
          ...MembershipFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [MembershipFields],
);

/** Ends a role at once. */
export const EndMembership = graphql(`
  mutation EndMembership($input: EndMembershipInput!) {
    endMembership(input: $input) {
      organisation {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** An organisation as its members see it. */
export type OrganisationWithMembers = NonNullable<ResultOf<typeof MembersQuery>['organisation']>;

/** One role of one member. */
export type Membership = ResultOf<typeof MembershipFields>;
