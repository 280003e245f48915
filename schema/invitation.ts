import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { CircleLevel, MemberRole, Shared } from '../api/common/viewer.ts';
import {
  AcceptInvitationErrorCode,
  DeclineInvitationErrorCode,
  InvitationState,
  InviteMemberErrorCode,
  InviteToCircleErrorCode,
  ResendInvitationErrorCode,
  WithdrawInvitationErrorCode,
} from '../api/memberships/invitation.rules.ts';
import { connectionOf } from './paging.ts';
import { DateScalar, DateTime, Decimal } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'How an invitation stands.',
  valuesConfig: {
    OPEN: { description: 'Waits for an answer.' },
    ACCEPTED: { description: 'Somebody accepted it.' },
    DECLINED: { description: 'Somebody said no.' },
    WITHDRAWN: { description: 'Taken back by who may invite there.' },
    EXPIRED: { description: 'Not answered within fourteen days; it can be sent again.' },
  },
});

@ObjectType({ description: 'That somebody is invited into an organisation or a circle.', simpleResolvers: true })
export class Invitation {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Who is invited, as the inviter calls them.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where the letter goes; null when the link is handed over.' })
  email: string | null;

  @Field(() => MemberRole, { nullable: true, description: 'Role in the organisation; null for a circle.' })
  role: MemberRole | null;

  @Field(() => String, { nullable: true, description: 'What they are to the individual; null for an organisation.' })
  relation: string | null;

  @Field(() => [Shared], { description: 'Parts they would see, at most 4; empty for an organisation.' })
  maySee: Shared[];

  @Field(() => CircleLevel, { nullable: true, description: 'What they could do; null for an organisation.' })
  mayDo: CircleLevel | null;

  @Field(() => String, { description: 'Who invites.' })
  invitedByName: string;

  @Field(() => DateTime, { description: 'When it was written, or last sent again.' })
  invitedAt: string;

  @Field(() => DateTime, { description: 'From when on its link no longer works.' })
  expiresAt: string;

  @Field(() => InvitationState, { description: 'How it stands.' })
  state: InvitationState;
}

/** A page of invitations. */
export const InvitationConnection = connectionOf('Invitation', () => Invitation);

@ObjectType({ description: 'What the link of an invitation leads to.', simpleResolvers: true })
export class FollowedInvitation {
  @Field(() => InvitationState, { description: 'Whether it can be answered.' })
  state: InvitationState;

  @Field(() => String, { description: 'Who is invited, as the inviter calls them.' })
  inviteeName: string;

  @Field(() => String, { description: 'Who invites.' })
  invitedByName: string;

  @Field(() => String, { description: 'Name of the organisation, or what the individual likes to be called.' })
  aboutName: string;

  @Field(() => MemberRole, { nullable: true, description: 'Role in the organisation; null for a circle.' })
  role: MemberRole | null;

  @Field(() => String, { nullable: true, description: 'What you are to the individual; null for an organisation.' })
  relation: string | null;

  @Field(() => [Shared], { description: 'Parts you would see, at most 4; empty for an organisation.' })
  maySee: Shared[];

  @Field(() => CircleLevel, { nullable: true, description: 'What you could do; null for an organisation.' })
  mayDo: CircleLevel | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of it; null for no end.' })
  endsOn: string | null;

  @Field(() => DateTime, { description: 'From when on the link no longer works.' })
  expiresAt: Date;
}

const INVITING = {
  NAME_REQUIRED: { description: 'Nobody is named.' },
  TEXT_TOO_LONG: { description: 'A text is too long.' },
  EMAIL_UNREADABLE: { description: 'E-mail address is not one.' },
  TOO_MANY_INVITATIONS: { description: 'You have sent as many as you may in a day.' },
  LAST_DAY_PAST: { description: 'Last day has passed.' },
};
registerEnumType(InviteMemberErrorCode, {
  name: 'InviteMemberErrorCode',
  description: 'Why nobody was invited into an organisation.',
  valuesConfig: {
    ...INVITING,
    ROLE_NOT_HERE: { description: 'There is no such role in that kind of organisation.' },
    LIMIT_IMPOSSIBLE: { description: 'Limit is not above zero, or the role has none.' },
  },
});
registerEnumType(InviteToCircleErrorCode, {
  name: 'InviteToCircleErrorCode',
  description: 'Why nobody was invited into a circle.',
  valuesConfig: {
    ...INVITING,
    RELATION_REQUIRED: { description: 'Relation is not said.' },
    DECIDING_COMES_LATER: { description: 'Nobody is let decide before they are known.' },
    NOTHING_TO_ACT_ON: { description: 'Somebody who sees nothing cannot suggest.' },
    NOT_YOURS_TO_GIVE: { description: 'You would give more than you were given.' },
  },
});
const OVER = { ALREADY_ANSWERED: { description: 'Invitation is over.' } };
registerEnumType(WithdrawInvitationErrorCode, {
  name: 'WithdrawInvitationErrorCode',
  description: 'Why an invitation was not taken back.',
  valuesConfig: OVER,
});
registerEnumType(ResendInvitationErrorCode, {
  name: 'ResendInvitationErrorCode',
  description: 'Why an invitation was not sent again.',
  valuesConfig: { ...OVER, TOO_MANY_INVITATIONS: INVITING.TOO_MANY_INVITATIONS },
});
const NO_ANSWER = {
  ...OVER,
  LINK_NOT_VALID: { description: 'Link does not work.' },
  INVITATION_EXPIRED: { description: 'Fourteen days have passed.' },
};
registerEnumType(DeclineInvitationErrorCode, {
  name: 'DeclineInvitationErrorCode',
  description: 'Why an invitation could not be declined.',
  valuesConfig: NO_ANSWER,
});
registerEnumType(AcceptInvitationErrorCode, {
  name: 'AcceptInvitationErrorCode',
  description: 'Why an invitation could not be accepted.',
  valuesConfig: {
    ...NO_ANSWER,
    OWN_INVITATION: { description: 'You wrote it yourself.' },
    ALREADY_THERE: { description: 'You have the place already.' },
  },
});

@InputType({ description: 'Whom to invite into an organisation, and as what.' })
export class InviteMemberInput extends MutationInput {
  @Field(() => ID, { description: 'Organisation.' })
  organisationId: string;

  @Field(() => String, { description: 'Who is invited, at most 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where to send a letter; null to hand the link over yourself.' })
  email?: string | null;

  @Field(() => MemberRole, { description: 'Role.' })
  role: MemberRole;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the role; null for no end.' })
  endsOn?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Most that an approver may approve, as the cost of a year in pounds; null for no limit.',
  })
  approvalLimit?: string | null;
}

@InputType({ description: 'Whom to invite into a circle, and what they would see and do.' })
export class InviteToCircleInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose circle it is.' })
  individualId: string;

  @Field(() => String, { description: 'Who is invited, at most 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where to send a letter; null to hand the link over yourself.' })
  email?: string | null;

  @Field(() => String, { description: 'What they are to the individual, at most 100 characters.' })
  relation: string;

  @Field(() => [Shared], { description: 'Parts they may see, at most 4.' })
  maySee: Shared[];

  @Field(() => CircleLevel, { description: 'What they may do: look, or suggest.' })
  mayDo: CircleLevel;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null for no end.' })
  endsOn?: string | null;
}

@InputType({ description: 'Invitation to take back.' })
export class WithdrawInvitationInput extends MutationInput {
  @Field(() => ID, { description: 'Invitation.' })
  invitationId: string;
}

@InputType({ description: 'Invitation to send again.' })
export class ResendInvitationInput extends MutationInput {
  @Field(() => ID, { description: 'Invitation.' })
  invitationId: string;
}

@InputType({ description: 'Invitation to accept.' })
export class AcceptInvitationInput extends MutationInput {
  @Field(() => String, { description: 'Last part of the link.' })
  token: string;
}

@InputType({ description: 'Invitation to decline.' })
export class DeclineInvitationInput extends MutationInput {
  @Field(() => String, { description: 'Last part of the link.' })
  token: string;
}

/** The error of inviteMember. */
export const InviteMemberError = errorOf('InviteMember', InviteMemberErrorCode);
/** The error of inviteToCircle. */
export const InviteToCircleError = errorOf('InviteToCircle', InviteToCircleErrorCode);
/** The error of withdrawInvitation. */
export const WithdrawInvitationError = errorOf('WithdrawInvitation', WithdrawInvitationErrorCode);
/** The error of resendInvitation. */
export const ResendInvitationError = errorOf('ResendInvitation', ResendInvitationErrorCode);
/** The error of acceptInvitation. */
export const AcceptInvitationError = errorOf('AcceptInvitation', AcceptInvitationErrorCode);
/** The error of declineInvitation. */
export const DeclineInvitationError = errorOf('DeclineInvitation', DeclineInvitationErrorCode);

@ObjectType({ description: 'What came of sending an invitation.', simpleResolvers: true })
abstract class SentInvitation {
  @Field(() => Invitation, { nullable: true, description: 'Invitation; null when refused.' })
  invitation: Invitation | null;

  @Field(() => String, {
    nullable: true,
    description: 'Link to hand over yourself, told here alone; null when a letter carries it.',
  })
  link: string | null;
}

@ObjectType({ description: 'What came of inviteMember.', simpleResolvers: true })
export class InviteMemberPayload extends SentInvitation {
  @Field(() => [InviteMemberError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of inviteToCircle.', simpleResolvers: true })
export class InviteToCirclePayload extends SentInvitation {
  @Field(() => [InviteToCircleError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of resendInvitation.', simpleResolvers: true })
export class ResendInvitationPayload extends SentInvitation {
  @Field(() => [ResendInvitationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of withdrawInvitation.', simpleResolvers: true })
export class WithdrawInvitationPayload {
  @Field(() => Invitation, { nullable: true, description: 'Invitation as it stands now.' })
  invitation: Invitation | null;

  @Field(() => [WithdrawInvitationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of acceptInvitation.', simpleResolvers: true })
export class AcceptInvitationPayload {
  @Field(() => FollowedInvitation, {
    nullable: true,
    description: 'Invitation as it stands now; null when the link does not work.',
  })
  invitation: FollowedInvitation | null;

  @Field(() => [AcceptInvitationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of declineInvitation.', simpleResolvers: true })
export class DeclineInvitationPayload {
  @Field(() => FollowedInvitation, {
    nullable: true,
    description: 'Invitation as it stands now; null when the link does not work.',
  })
  invitation: FollowedInvitation | null;

  @Field(() => [DeclineInvitationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
