import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole } from '../api/common/viewer.ts';
import {
  ChangeMembershipErrorCode,
  EndMembershipErrorCode,
  GiveRoleErrorCode,
} from '../api/memberships/membership.rules.ts';
import { Money } from './money.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { Person } from './person.ts';
import { DateScalar, Decimal } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

@ObjectType({ description: 'That a person acts for an organisation, in one role.', simpleResolvers: true })
export class Membership {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Organisation, { description: 'Organisation they act for.' })
  organisation: Organisation;

  @Field(() => Person, { nullable: true, description: 'Who it is; null when you may not know.' })
  person: Person | null;

  @Field(() => MemberRole, { description: 'What they do there.' })
  role: MemberRole;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while no end is set.' })
  endsOn: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Most that an approver may approve, as the cost of a year; null for no limit, and for other roles.',
  })
  approvalLimit: Money | null;

  @Field(() => Int, { description: 'Number of its last change, from 1; a change names the one that it was made on.' })
  version: number;

  @Field(() => Boolean, { description: 'Whether you can change it: you are a manager there.' })
  viewerCanChange: boolean;

  @Field(() => Boolean, { description: 'Whether you can end it: yours to leave, or yours to change.' })
  viewerCanEnd: boolean;
}

/** A page of memberships. */
export const MembershipConnection = connectionOf('Membership', () => Membership);

registerEnumType(GiveRoleErrorCode, {
  name: 'GiveRoleErrorCode',
  description: 'Why a role was not given.',
  valuesConfig: {
    ROLE_NOT_HERE: { description: 'There is no such role in that kind of organisation.' },
    ROLE_HELD: { description: 'They have the role already.' },
    OWN_ROLE: { description: 'Nobody gives themselves a say over money.' },
    LIMIT_IMPOSSIBLE: { description: 'Limit is not above zero, or the role has none.' },
    LAST_DAY_PAST: { description: 'Last day has passed.' },
  },
});

@InputType({ description: 'Role for somebody who is a member already.' })
export class GiveRoleInput extends MutationInput {
  @Field(() => ID, { description: 'Organisation.' })
  organisationId: string;

  @Field(() => ID, { description: 'Person, who is or was a member there.' })
  personId: string;

  @Field(() => MemberRole, { description: 'Role, from today on.' })
  role: MemberRole;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, today or later; null for no end.' })
  endsOn?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Most that an approver may approve, as the cost of a year in pounds; null for no limit.',
  })
  approvalLimit?: string | null;
}

/** The error of giveRole. */
export const GiveRoleError = errorOf('GiveRole', GiveRoleErrorCode);

@ObjectType({ description: 'What came of giveRole.', simpleResolvers: true })
export class GiveRolePayload {
  @Field(() => Membership, { nullable: true, description: 'Membership; null when refused.' })
  membership: Membership | null;

  @Field(() => [GiveRoleError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(ChangeMembershipErrorCode, {
  name: 'ChangeMembershipErrorCode',
  description: 'Why a membership was not changed.',
  valuesConfig: {
    CHANGED_MEANWHILE: { description: 'Somebody changed it after the version that you named.' },
    LAST_MANAGER: { description: 'An organisation keeps a manager without an end.' },
    ALREADY_ENDED: { description: 'It has ended.' },
    OWN_ROLE: { description: 'Nobody changes their own limit.' },
    LIMIT_IMPOSSIBLE: { description: 'Limit is not above zero, or the role has none.' },
    LAST_DAY_PAST: { description: 'Last day has passed.' },
  },
});

@InputType({ description: 'Terms of a membership from now on.' })
export class ChangeMembershipInput extends MutationInput {
  @Field(() => ID, { description: 'Membership to change.' })
  membershipId: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, today or later; null for no end.' })
  endsOn?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Most that an approver may approve, as the cost of a year in pounds; null for no limit.',
  })
  approvalLimit?: string | null;

  @Field(() => Int, { description: 'Version that you saw.' })
  version: number;
}

/** The error of changeMembership. */
export const ChangeMembershipError = errorOf('ChangeMembership', ChangeMembershipErrorCode);

@ObjectType({ description: 'What came of changeMembership.', simpleResolvers: true })
export class ChangeMembershipPayload {
  @Field(() => Membership, { nullable: true, description: 'Membership as it stands now.' })
  membership: Membership | null;

  @Field(() => [ChangeMembershipError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(EndMembershipErrorCode, {
  name: 'EndMembershipErrorCode',
  description: 'Why a membership was not ended.',
  valuesConfig: {
    CHANGED_MEANWHILE: { description: 'Somebody changed it after the version that you named.' },
    LAST_MANAGER: { description: 'An organisation keeps a manager.' },
  },
});

@InputType({ description: 'Membership to end at once.' })
export class EndMembershipInput extends MutationInput {
  @Field(() => ID, { description: 'Membership to end; your own to leave.' })
  membershipId: string;

  @Field(() => Int, { description: 'Version that you saw.' })
  version: number;
}

/** The error of endMembership. */
export const EndMembershipError = errorOf('EndMembership', EndMembershipErrorCode);

@ObjectType({ description: 'What came of endMembership.', simpleResolvers: true })
export class EndMembershipPayload {
  @Field(() => Organisation, { nullable: true, description: 'Organisation; null when refused.' })
  organisation: Organisation | null;

  @Field(() => [EndMembershipError], { description: 'Every reason for refusing; empty when done, or ended before.' })
  userErrors: UserError[];
}
