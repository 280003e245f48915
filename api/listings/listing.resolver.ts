import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { ListingFact } from '../../schema/listing.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as services from '../../schema/service.ts';
import { Viewer } from '../../schema/viewer.ts';
import { isKeeperOf } from '../directory/entry.policy.ts';
import { serviceView } from '../directory/service.view.ts';
import type { Context } from '../platform/context.ts';
import { readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { type ListingFacts, missingFacts } from './listing-health.rules.ts';

@Resolver(() => services.Service)
export class ServiceHealthResolver {
  @FieldResolver(() => [ListingFact], {
    description: 'What people ask for and the entry does not say, the most asked for first; at most 7.',
  })
  missingFacts(@Root() row: ListingFacts) {
    return missingFacts(row);
  }
}

@Resolver(() => Viewer)
export class ViewerListingsResolver {
  @FieldResolver(() => services.ServiceConnection, {
    description: 'Services of the organisations whose entries you keep, by name; those that have ended too.',
  })
  listings(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    const { viewer } = ctx;
    const ids = viewer.memberships.map((each) => each.organisationId).filter((id) => isKeeperOf(viewer, id));
    return readConnection(ctx, serviceView, info, {
      where: (t) => sql`${t}.organisation_id = any (${ids}::uuid[])`,
      orderBy: [['name', 'asc']],
      args,
    });
  }
}
