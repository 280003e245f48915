import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import * as costs from '../../schema/cost-option.ts';
import * as organisations from '../../schema/organisation.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as schedules from '../../schema/schedule.ts';
import * as gql from '../../schema/service.ts';
import type { Context } from '../platform/context.ts';
import { read } from '../platform/read/read.ts';
import { describeCost } from './cost.rules.ts';
import { describeSchedule } from './schedule.rules.ts';
import type { ScheduleEntry } from './schedule.rules.ts';
import { serviceView } from './service.view.ts';

@Resolver(() => gql.Service)
export class ServiceResolver {
  @Query(() => gql.Service, { nullable: true, description: 'Service of that id; null when there is none.' })
  service(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the service.' }) id: string,
  ) {
    return read(ctx, serviceView, info, { id });
  }
}

@Resolver(() => schedules.Schedule)
export class ScheduleResolver {
  @FieldResolver(() => String)
  summary(@Root() row: ScheduleEntry) {
    return describeSchedule(row);
  }
}

@Resolver(() => costs.CostOption)
export class CostOptionResolver {
  @FieldResolver(() => String)
  summary(@Root() row: { option: string | null; amount: number | null; description: string | null }) {
    return describeCost({ option: row.option, amountPence: row.amount, description: row.description });
  }
}

@Resolver(() => organisations.Organisation)
export class OrganisationServicesResolver {
  @FieldResolver(() => gql.ServiceConnection, { description: 'Services it runs, by name.' })
  services(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}
