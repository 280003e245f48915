import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import * as gql from '../../schema/directory-desk.ts';
import { PageArgs } from '../../schema/paging.ts';
import { ServiceConnection } from '../../schema/service.ts';
import { Viewer } from '../../schema/viewer.ts';
import type { Context } from '../platform/context.ts';
import { readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { canEditDirectory } from './directory.policy.ts';
import { serviceView } from './service.view.ts';

@Resolver(() => Viewer)
export class ViewerDirectoryDeskResolver {
  @FieldResolver(() => gql.DirectoryDesk, {
    nullable: true,
    description: 'Desk of the directory; null unless you are an editor of the directory.',
  })
  directoryDesk(@Ctx() ctx: Context) {
    return canEditDirectory(ctx.viewer) ? {} : null;
  }
}

@Resolver(() => gql.DirectoryDesk)
export class DirectoryDeskResolver {
  @FieldResolver(() => ServiceConnection, {
    description:
      'Services that their feed lists no longer, the latest first. They may have ended: somebody should ask.',
  })
  unlisted(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, serviceView, info, {
      where: (t) => sql`${t}.unlisted_on is not null`,
      orderBy: [['unlistedOn', 'desc']],
      args,
    });
  }
}
