import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/claim.ts';
import { DirectoryDesk } from '../../schema/directory-desk.ts';
import * as organisations from '../../schema/organisation.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Viewer } from '../../schema/viewer.ts';
import { problemsOf } from '../common/result.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import { isKeeperOf } from '../directory/entry.policy.ts';
import type { Context } from '../platform/context.ts';
import { later, read, readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { claimOrganisation } from './claim-organisation.ts';
import { type ClaimRow, claimView } from './claim.view.ts';
import { declineClaim } from './decline-claim.ts';
import { verifyClaim } from './verify-claim.ts';

@Resolver()
export class ClaimStepsResolver {
  @Mutation(() => gql.ClaimOrganisationPayload, {
    description: 'Says that an organisation is yours to look after; an editor of the directory checks it.',
  })
  async claimOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ClaimOrganisationInput, { description: 'Claim.' }) input: gql.ClaimOrganisationInput,
  ) {
    const result = await claimOrganisation(ctx, input);
    return { claim: result.ok ? later(claimView, { id: result.value }) : null, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.VerifyClaimPayload, {
    description:
      'Finds a claim true: the claimant becomes a manager of the organisation; for editors of the directory.',
  })
  async verifyClaim(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.VerifyClaimInput, { description: 'Decision.' }) input: gql.VerifyClaimInput,
  ) {
    const result = await verifyClaim(ctx, input);
    return { claim: later(claimView, { id: input.claimId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.DeclineClaimPayload, {
    description: 'Declines a claim with a reason; for editors of the directory.',
  })
  async declineClaim(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.DeclineClaimInput, { description: 'Decision.' }) input: gql.DeclineClaimInput,
  ) {
    const result = await declineClaim(ctx, input);
    return { claim: later(claimView, { id: input.claimId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => gql.Claim)
export class ClaimResolver {
  @Query(() => gql.Claim, { nullable: true, description: 'Claim of that id; null when absent or not yours to see.' })
  claim(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the claim.' }) id: string,
  ) {
    return read(ctx, claimView, info, { id });
  }

  @FieldResolver(() => Boolean)
  viewerCanDecide(@Ctx() ctx: Context, @Root() row: ClaimRow) {
    return row.state === 'OPEN' && canEditDirectory(ctx.viewer) && row.personId !== ctx.viewer.personId;
  }
}

@Resolver(() => organisations.Organisation)
export class OrganisationClaimsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether somebody who runs it looks after its entries here.' })
  isClaimed(@Root() row: { readonly isClaimed: boolean }) {
    return row.isClaimed;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you can claim it now: signed in, not looking after it, without a claim that waits.',
  })
  viewerCanClaim(
    @Ctx() { viewer }: Context,
    @Root() row: { readonly id: string; readonly kind: OrganisationKind; readonly hasOwnClaim: boolean },
  ) {
    return viewer.personId !== null && row.kind !== 'AUTHORITY' && !row.hasOwnClaim && !isKeeperOf(viewer, row.id);
  }
}

@Resolver(() => Viewer)
export class ViewerClaimsResolver {
  @FieldResolver(() => gql.ClaimConnection, { description: 'Claims that you have made, the latest first.' })
  claims(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, claimView, info, {
      where: (t) => sql`${t}.person_id = ${ctx.viewer.personId}`,
      orderBy: [['madeAt', 'desc']],
      args,
    });
  }
}

@Resolver(() => DirectoryDesk)
export class DeskClaimsResolver {
  @FieldResolver(() => gql.ClaimConnection, { description: 'Claims that wait for a decision, the oldest first.' })
  claims(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, claimView, info, {
      where: (t) => sql`${t}.state = 'OPEN'`,
      orderBy: [['madeAt', 'asc']],
      args,
    });
  }
}
