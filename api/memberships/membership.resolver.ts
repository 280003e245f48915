import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/membership.ts';
import { Organisation } from '../../schema/organisation.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Viewer } from '../../schema/viewer.ts';
import { penceOf } from '../common/money.ts';
import { problemsOf } from '../common/result.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import type { Context } from '../platform/context.ts';
import { later, readMany } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { changeMembership } from './change-membership.ts';
import { endMembership } from './end-membership.ts';
import { giveRole } from './give-role.ts';
import { canEndMembership, canManageMembers, type MemberPosition } from './membership.policy.ts';
import { membershipView } from './membership.view.ts';

@Resolver(() => gql.Membership)
export class MembershipResolver {
  @FieldResolver(() => Boolean)
  viewerCanChange(@Ctx() ctx: Context, @Root() row: MemberPosition) {
    return canManageMembers(ctx.viewer, row.organisationId);
  }

  @FieldResolver(() => Boolean)
  viewerCanEnd(@Ctx() ctx: Context, @Root() row: MemberPosition) {
    return canEndMembership(ctx.viewer, row);
  }

  @Mutation(() => gql.GiveRolePayload, {
    description: 'Gives a member one role more; for managers of the organisation.',
  })
  async giveRole(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.GiveRoleInput, { description: 'Role.' }) { approvalLimit, ...input }: gql.GiveRoleInput,
  ) {
    const result = await giveRole(ctx, { ...input, approvalLimitPence: penceFrom(approvalLimit) });
    return {
      membership: result.ok ? later(membershipView, { id: result.value }) : null,
      userErrors: problemsOf(result),
    };
  }

  @Mutation(() => gql.ChangeMembershipPayload, {
    description: 'Changes until when somebody has a role, and the limit of an approver; in force at once.',
  })
  async changeMembership(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ChangeMembershipInput, { description: 'Change.' })
    { approvalLimit, ...input }: gql.ChangeMembershipInput,
  ) {
    const result = await changeMembership(ctx, { ...input, approvalLimitPence: penceFrom(approvalLimit) });
    return { membership: later(membershipView, { id: input.membershipId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.EndMembershipPayload, {
    description: "Ends somebody's role at once, on open pages too; also how a member leaves.",
  })
  async endMembership(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.EndMembershipInput, { description: 'Membership.' }) input: gql.EndMembershipInput,
  ) {
    const result = await endMembership(ctx, input);
    const organisation = result.ok ? later(organisationView, { id: result.value }) : null;
    return { organisation, userErrors: problemsOf(result) };
  }
}

@Resolver(() => Organisation)
export class OrganisationMembersResolver {
  @FieldResolver(() => gql.MembershipConnection, {
    description: 'Memberships that last today or will, by name; empty for whoever does not belong to it.',
  })
  members(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you say who belongs to it and as what: you are a manager there.',
  })
  viewerCanManageMembers(@Ctx() ctx: Context, @Root() row: { readonly id: string }) {
    return canManageMembers(ctx.viewer, row.id);
  }
}

@Resolver(() => Viewer)
export class ViewerMembershipsResolver {
  @FieldResolver(() => [gql.Membership])
  memberships(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readMany(ctx, membershipView, info, {
      where: (t) => sql`${t}.person_id = ${ctx.viewer.personId} and ${t}.ended_at is null
        and current_date between ${t}.starts_on and coalesce(${t}.ends_on, 'infinity')`,
      orderBy: [['role', 'asc']],
      limit: 20,
    });
  }
}

/** Pence of an amount as it was written; zero for what is no amount, which the rules refuse. */
function penceFrom(amount: string | null | undefined): number | null {
  return amount === null || amount === undefined ? null : (penceOf(amount) ?? 0);
}
