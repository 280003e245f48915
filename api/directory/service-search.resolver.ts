import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../schema/paging.ts';
import * as gql from '../../schema/service-search.ts';
import type { Context } from '../platform/context.ts';
import { searchServices } from './search-services.ts';

@Resolver(() => gql.ServiceSearchResult)
export class ServiceSearchResolver {
  @Query(() => gql.ServiceSearchResult, { description: 'Services for those words, near that place, of those kinds.' })
  services(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('search', () => gql.ServiceSearch, { description: 'What to look for.' }) search: gql.ServiceSearch,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    return searchServices(ctx, info, search, page);
  }
}
