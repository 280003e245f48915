import { graphql, type ResultOf } from '../../graphql.ts';

/** An invitation as whoever may invite there sees it. */
export const InvitationFields = graphql(`
  fragment InvitationFields on Invitation {
    id
    name
    email
    role
    relation
    state
    invitedByName
    expiresAt
  }
`);

/** Invites somebody into an organisation. */
export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
        id
      }
      link
      userErrors {
        message
        field
      }
    }
  }
`);

/** Invites somebody into a circle. */
export const InviteToCircle = graphql(`
  mutation InviteToCircle($input: InviteToCircleInput!) {
    inviteToCircle(input: $input) {
      invitation {
        id
      }
      link
      userErrors {
        message
        field
      }
    }
  }
`);

/** Sends an invitation again, with another link. */
export const ResendInvitation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      invitation {
        id
      }
      link
      userErrors {
        message
        field
      }
    }
  }
`);

/** Takes an invitation back. */
export const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) {
      invitation {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** What the link of an invitation leads to. */
export const FollowedInvitationQuery = graphql(`
  query FollowedInvitation($token: String!) {
    followedInvitation(token: $token) {
      state
      inviteeName
      invitedByName
      aboutName
      role
      relation
      maySee
      mayDo
      endsOn
      expiresAt
    }
  }
`);

/** Says yes to an invitation. */
export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      invitation {
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Says no to an invitation. */
export const DeclineInvitation = graphql(`
  mutation DeclineInvitation($input: DeclineInvitationInput!) {
    declineInvitation(input: $input) {
      invitation {
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** One invitation in a list. */
export type Invitation = ResultOf<typeof InvitationFields>;

/** What a link leads to. */
export type FollowedInvitation = NonNullable<ResultOf<typeof FollowedInvitationQuery>['followedInvitation']>;
