import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../schema/paging.ts';
import * as people from '../../schema/person.ts';
import * as gql from '../../schema/viewer.ts';
import type { Context } from '../platform/context.ts';
import { read, readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { individualView, personView } from './person.view.ts';

@Resolver(() => gql.Viewer)
export class ViewerResolver {
  @Query(() => gql.Viewer, { nullable: true, description: 'You; null when nobody is signed in.' })
  viewer(@Ctx() ctx: Context) {
    return ctx.viewer.personId === null ? null : {};
  }

  @FieldResolver(() => people.Person)
  person(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return read(ctx, personView, info, { id: ctx.viewer.personId ?? '' });
  }

  @FieldResolver(() => people.IndividualConnection, {
    description:
      'Individuals whose affairs you may see: yourself, people you help, people your authority commissions with. By name that providers see.',
  })
  individuals(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, individualView, info, {
      where: (t) =>
        sql`(${t}.id = any ((select access.ids('kith.person'))::uuid[])
          or ${t}.id = any ((select access.ids('kith.plans'))::uuid[])
          or ${t}.id = any ((select access.ids('kith.agreements'))::uuid[])
          or ${t}.authority_id = any ((select access.ids('kith.authorities'))::uuid[]))`,
      orderBy: [['alias', 'asc']],
      args,
    });
  }
}
