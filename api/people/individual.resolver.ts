import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/person.ts';
import { CircleLevel } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { read } from '../platform/read/read.ts';
import { levelFor, relationTo } from './individual.policy.ts';
import { individualView } from './person.view.ts';

interface IndividualRow {
  readonly id: string;
  readonly authorityId: string;
}

@Resolver(() => gql.Individual)
export class IndividualResolver {
  @Query(() => gql.Individual, {
    nullable: true,
    description: 'Individual of that id; null when absent or not yours to see.',
  })
  individual(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the individual.' }) id: string,
  ) {
    return read(ctx, individualView, info, { id });
  }

  @FieldResolver(() => CircleLevel)
  viewerMayDo(@Ctx() ctx: Context, @Root() row: IndividualRow) {
    return levelFor(ctx.viewer, { authorityId: row.authorityId, individualId: row.id });
  }

  @FieldResolver(() => String)
  viewerRelation(@Ctx() ctx: Context, @Root() row: IndividualRow) {
    return relationTo(ctx.viewer, { authorityId: row.authorityId, individualId: row.id });
  }
}
