import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/invitation.ts';
import { Organisation } from '../../schema/organisation.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Individual } from '../../schema/person.ts';
import { penceOf } from '../common/money.ts';
import { problemsOf, type Result } from '../common/result.ts';
import { mayCommitFor } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { declineInvitation } from './decline-invitation.ts';
import { followInvitation } from './follow-invitation.ts';
import { invitationView } from './invitation.view.ts';
import { inviteMember } from './invite-member.ts';
import { inviteToCircle } from './invite-to-circle.ts';
import { resendInvitation } from './resend-invitation.ts';
import { tellInvitationLink } from './tell-invitation-link.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

@Resolver()
export class InvitationResolver {
  @Query(() => gql.FollowedInvitation, {
    nullable: true,
    description: 'What the link of an invitation leads to; null when it does not work. Nothing is answered by looking.',
  })
  followedInvitation(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'Last part of the link.' }) token: string,
  ) {
    return followInvitation(ctx, token);
  }

  @Mutation(() => gql.InviteMemberPayload, {
    description:
      'Invites somebody into an organisation; for its managers. The same whether or not we know the address.',
  })
  async inviteMember(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.InviteMemberInput, { description: 'Whom, and as what.' })
    { approvalLimit, ...input }: gql.InviteMemberInput,
  ) {
    const approvalLimitPence =
      approvalLimit === null || approvalLimit === undefined ? null : (penceOf(approvalLimit) ?? 0);
    return sent(ctx, await inviteMember(ctx, { ...input, approvalLimitPence }));
  }

  @Mutation(() => gql.InviteToCirclePayload, {
    description: 'Invites somebody into a circle; for the individual and whoever may bind them.',
  })
  async inviteToCircle(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.InviteToCircleInput, { description: 'Whom, and what they would see and do.' })
    input: gql.InviteToCircleInput,
  ) {
    return sent(ctx, await inviteToCircle(ctx, input));
  }

  @Mutation(() => gql.ResendInvitationPayload, {
    description: 'Sends an invitation again with a new link for fourteen days; the link before stops working.',
  })
  async resendInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ResendInvitationInput, { description: 'Invitation.' }) input: gql.ResendInvitationInput,
  ) {
    return sent(ctx, await resendInvitation(ctx, input));
  }

  @Mutation(() => gql.WithdrawInvitationPayload, {
    description: 'Takes an invitation back; its link stops working at once.',
  })
  async withdrawInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.WithdrawInvitationInput, { description: 'Invitation.' })
    input: gql.WithdrawInvitationInput,
  ) {
    const result = await withdrawInvitation(ctx, input);
    return { invitation: later(invitationView, { id: input.invitationId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.AcceptInvitationPayload, {
    description: 'Accepts an invitation by its link, once, for whoever is signed in.',
  })
  async acceptInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AcceptInvitationInput, { description: 'Link.' }) input: gql.AcceptInvitationInput,
  ) {
    const result = await acceptInvitation(ctx, input);
    return { invitation: await followInvitation(ctx, input.token), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.DeclineInvitationPayload, {
    description: 'Says no to an invitation by its link; nobody needs to sign in for that.',
  })
  async declineInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.DeclineInvitationInput, { description: 'Link.' }) input: gql.DeclineInvitationInput,
  ) {
    const result = await declineInvitation(ctx, input);
    return { invitation: await followInvitation(ctx, input.token), userErrors: problemsOf(result) };
  }
}

@Resolver(() => Organisation)
export class OrganisationInvitationsResolver {
  @FieldResolver(() => gql.InvitationConnection, {
    description: 'Invitations into it, the latest first; empty for everybody but its managers.',
  })
  invitations(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}

@Resolver(() => Individual)
export class IndividualInvitationsResolver {
  @FieldResolver(() => gql.InvitationConnection, {
    description: 'Invitations into the circle, the latest first; for the individual and whoever may bind them.',
  })
  invitations(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can invite somebody into the circle.' })
  viewerCanInvite(@Ctx() ctx: Context, @Root() row: { readonly id: string }) {
    return mayCommitFor(ctx.viewer, row.id);
  }
}

async function sent(ctx: Context, result: Result<string>) {
  if (!result.ok) return { invitation: null, link: null, userErrors: result.problems };
  const link = await tellInvitationLink(ctx, result.value);
  return { invitation: later(invitationView, { id: result.value }), link, userErrors: [] };
}
