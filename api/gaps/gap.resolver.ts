import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import { DirectoryDesk } from '../../schema/directory-desk.ts';
import * as gql from '../../schema/gap.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Viewer } from '../../schema/viewer.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { readConnection } from '../platform/read/read.ts';
import { canReadGaps } from './gap.policy.ts';
import { gapView } from './gap.view.ts';
import { tellOfGap } from './tell-of-gap.ts';

function readGaps(ctx: Context, info: GraphQLResolveInfo, args: PageArgs) {
  return readConnection(ctx, gapView, info, {
    orderBy: [
      ['peopleAtLeast', 'desc'],
      ['need', 'asc'],
    ],
    args,
  });
}

@Resolver(() => gql.Gap)
export class GapResolver {
  @Mutation(() => gql.TellOfGapPayload, {
    description: 'Tells those who commission that something is missing in an area. Anybody may; nobody is named.',
  })
  async tellOfGap(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.TellOfGapInput, { description: 'What is missing, and where.' }) input: gql.TellOfGapInput,
  ) {
    const result = await tellOfGap(ctx, input);
    return { told: result.ok ? result.value : null, userErrors: problemsOf(result) };
  }
}

@Resolver(() => Viewer)
export class ViewerGapsResolver {
  @FieldResolver(() => gql.GapConnection, {
    nullable: true,
    description:
      'Gaps that five people or more have told of, most people first; null unless you are a member of an authority.',
  })
  gaps(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return canReadGaps(ctx.viewer) ? readGaps(ctx, info, args) : null;
  }
}

@Resolver(() => DirectoryDesk)
export class DirectoryDeskGapsResolver {
  @FieldResolver(() => gql.GapConnection, {
    description: 'Gaps that five people or more have told of, most people first.',
  })
  gaps(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readGaps(ctx, info, args);
  }
}
