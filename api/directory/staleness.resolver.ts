import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { AssuranceConnection } from '../../schema/assurance.ts';
import { DirectoryDesk } from '../../schema/directory-desk.ts';
import { FreshnessPolicy } from '../../schema/freshness.ts';
import { PageArgs } from '../../schema/paging.ts';
import { ServiceConnection } from '../../schema/service.ts';
import { dayAt } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { later, readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { canSetFreshnessPolicy } from './assurance.policy.ts';
import { policiesOf } from './freshness.queries.ts';
import { FreshnessState } from './freshness.rules.ts';
import { assuranceView, LONGEST_UNCHECKED, stateOn } from './freshness.view.ts';
import { serviceView } from './service.view.ts';

@Resolver(() => DirectoryDesk)
export class DeskStalenessResolver {
  @FieldResolver(() => ServiceConnection, {
    description:
      'Services whose entries wait for a check, the longest unchecked first; those that have ended left out.',
  })
  stale(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('states', () => [FreshnessState], {
      nullable: true,
      description: 'How the entries stand, under the policy of your authority; all but FRESH when left out.',
    })
    states?: FreshnessState[] | null,
  ) {
    const asked = states ?? [FreshnessState.DUE, FreshnessState.STALE, FreshnessState.HIDDEN_FROM_CHOOSING];
    const state = stateOn(dayAt(ctx.now()));
    return readConnection(ctx, serviceView, info, {
      where: (t) => sql`${t}.status in ('ACTIVE', 'TEMPORARILY_CLOSED') and ${t}.preferred_service_id is null
        and ${state(t)} = any (${asked}::text[])`,
      orderBy: [LONGEST_UNCHECKED],
      args,
    });
  }

  @FieldResolver(() => AssuranceConnection, {
    description:
      'What was said not to be right of an entry, by its contact or in a call, and has not been found correct since; the latest first.',
  })
  notRight(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, assuranceView, info, {
      where: (t) => sql`${t}.result = 'NOT_RIGHT' and not exists (
        select from assurance later where later.service_id = ${t}.service_id and later.result = 'STILL_CORRECT'
          and later.assured_at > ${t}.assured_at)`,
      orderBy: [['assuredAt', 'desc']],
      args,
    });
  }

  @FieldResolver(() => [FreshnessPolicy], {
    description: 'Policies of the authorities whose editor you are, one for each.',
  })
  async freshnessPolicies(@Ctx() ctx: Context) {
    const own = ctx.viewer.memberships.map(({ organisationId }) => organisationId);
    const policies = await policiesOf(
      ctx,
      [...new Set(own)].filter((id) => canSetFreshnessPolicy(ctx.viewer, id)),
    );
    return policies.map((policy) => ({ ...policy, authority: later(organisationView, { id: policy.authorityId }) }));
  }
}
