import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/circle.ts';
import { SayInformalSupportInput, SayInformalSupportPayload } from '../../schema/informal-support.ts';
import * as people from '../../schema/person.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { changeCircleMember } from './change-circle-member.ts';
import { canChangeCircleMember, canEndCircleMember, canSayInformalSupport } from './circle.policy.ts';
import { endCircleMember } from './end-circle-member.ts';
import { sayInformalSupport } from './say-informal-support.ts';
import { type CircleMemberRow, circleMemberView, individualView } from './person.view.ts';

@Resolver(() => people.CircleMember)
export class CircleResolver {
  @FieldResolver(() => Boolean)
  viewerCanChange(@Ctx() ctx: Context, @Root() row: CircleMemberRow) {
    return canChangeCircleMember(ctx.viewer, row);
  }

  @FieldResolver(() => Boolean)
  viewerCanEnd(@Ctx() ctx: Context, @Root() row: CircleMemberRow) {
    return canEndCircleMember(ctx.viewer, row);
  }

  @FieldResolver(() => Boolean)
  viewerCanSaySupport(@Ctx() ctx: Context, @Root() row: CircleMemberRow) {
    return canSayInformalSupport(ctx.viewer, row);
  }

  @Mutation(() => SayInformalSupportPayload, {
    description: 'Says how much unpaid support you can give to somebody in whose circle you are; no needs no reason.',
  })
  async sayInformalSupport(
    @Ctx() ctx: Context,
    @Arg('input', () => SayInformalSupportInput, { description: 'What you can give.' }) input: SayInformalSupportInput,
  ) {
    const result = await sayInformalSupport(ctx, input);
    return { circleMember: later(circleMemberView, { id: input.circleMemberId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.ChangeCircleMemberPayload, {
    description: 'Changes what somebody close to a person may see and do; in force at once, on open pages too.',
  })
  async changeCircleMember(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ChangeCircleMemberInput, { description: 'What they may see and do from now on.' })
    input: gql.ChangeCircleMemberInput,
  ) {
    const result = await changeCircleMember(ctx, input);
    return { circleMember: later(circleMemberView, { id: input.circleMemberId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.EndCircleMemberPayload, {
    description: 'Stops sharing with somebody at once; also how somebody leaves a circle.',
  })
  async endCircleMember(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.EndCircleMemberInput, { description: 'Place in the circle to end.' })
    input: gql.EndCircleMemberInput,
  ) {
    const result = await endCircleMember(ctx, input);
    const individual = result.ok ? later(individualView, { id: result.value }) : null;
    return { individual, userErrors: problemsOf(result) };
  }
}
