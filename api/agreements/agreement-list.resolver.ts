import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver } from 'type-graphql';
import * as gql from '../../schema/agreement.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Viewer as ViewerType } from '../../schema/viewer.ts';
import { isId } from '../common/id.ts';
import type { Viewer } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { readConnection } from '../platform/read/read.ts';
import { named, numbered, sql, type Sql } from '../platform/read/sql.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import { standsFor } from './agreement.policy.ts';
import { agreementView } from './agreement.view.ts';

@Resolver(() => ViewerType)
export class AgreementListResolver {
  @FieldResolver(() => gql.AgreementConnection, {
    description: 'Agreements that you are a party to or help with; the one that changed last first.',
  })
  agreements(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => gql.AgreementFilter, { nullable: true, description: 'Which of them; null for all.' })
    filter: gql.AgreementFilter | null,
    @Args(() => PageArgs) args: PageArgs,
  ) {
    return readConnection(ctx, agreementView, info, {
      where: (t) => matching(t, filter, ctx.viewer),
      orderBy: [['since', 'desc']],
      args,
    });
  }

  @FieldResolver(() => Int, { description: 'Number of agreements in which you have to act next.' })
  async waitingForMe(@Ctx() ctx: Context) {
    const statement = numbered(
      sql`select count(*)::int as waiting from agreement a where ${waitingFor(named('a'), ctx.viewer)}`,
    );
    const rows = await inReadTransaction<{ waiting: number }>(ctx, { name: 'waiting_for_me', ...statement });
    return rows[0]?.waiting ?? 0;
  }
}

function matching(t: Sql, filter: gql.AgreementFilter | null, viewer: Viewer): Sql {
  const individual = filter?.individualId ? ofIndividual(t, filter.individualId) : sql`true`;
  const inHand = sql`(${t}.state in ('PROPOSED', 'COUNTERED', 'AGREED')
    or ${t}.state = 'SIGNED' and coalesce(${t}.ends_on >= current_date, true))`;
  const hand = typeof filter?.isInHand === 'boolean' ? sql`${inHand} = ${filter.isInHand}` : sql`true`;
  const waiting =
    typeof filter?.isWaitingForMe === 'boolean'
      ? sql`(${waitingFor(t, viewer)}) = ${filter.isWaitingForMe}`
      : sql`true`;
  return sql`${individual} and ${hand} and ${waiting}`;
}

// What cannot be an identifier is nobody's.
function ofIndividual(t: Sql, id: string): Sql {
  return isId(id) ? sql`${t}.individual_id = ${id}::uuid` : sql`false`;
}

function waitingFor(t: Sql, viewer: Viewer): Sql {
  const mine = standsFor(viewer);
  const lapsed = sql`(${t}.state in ('PROPOSED', 'COUNTERED') and ${t}.reply_by < now())`;
  return sql`(not coalesce(${lapsed}, false) and (
    ('INDIVIDUAL' = any (${t}.waiting_for) and ${t}.individual_id = any (${mine.individuals}::uuid[]))
    or ('PROVIDER' = any (${t}.waiting_for) and ${t}.provider_id = any (${mine.providers}::uuid[]))
    or ('BUDGET_HOLDER' = any (${t}.waiting_for) and ${t}.authority_id = any (${mine.authorities}::uuid[]))))`;
}
