import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import * as gql from '../../schema/organisation.ts';
import type { Context } from '../platform/context.ts';
import { read } from '../platform/read/read.ts';
import { organisationView } from './organisation.view.ts';

@Resolver(() => gql.Organisation)
export class OrganisationResolver {
  @Query(() => gql.Organisation, { nullable: true, description: 'Organisation of that id; null when there is none.' })
  organisation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the organisation.' }) id: string,
  ) {
    return read(ctx, organisationView, info, { id });
  }
}
