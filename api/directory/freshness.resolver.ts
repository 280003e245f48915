import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as assurances from '../../schema/assurance.ts';
import * as gql from '../../schema/freshness.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Service } from '../../schema/service.ts';
import { dayAt } from '../common/calendar.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { assurerOn } from './assurance.policy.ts';
import { assuringProblems } from './assurance.rules.ts';
import { assureService } from './assure-service.ts';
import { freshnessOf, policyOfMonths } from './freshness.rules.ts';
import type { FreshnessRow } from './freshness.view.ts';
import { logCall } from './log-call.ts';
import { serviceView } from './service.view.ts';
import { setFreshnessPolicy } from './set-freshness-policy.ts';

@Resolver(() => Service)
export class ServiceFreshnessResolver {
  @FieldResolver(() => gql.Freshness, {
    description: 'When it was last checked, by whom, and what follows from that today.',
  })
  freshness(@Ctx() ctx: Context, @Root() row: FreshnessRow) {
    return freshnessOf(row, policyOfMonths(row.policyMonths), dayAt(ctx.now()));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can say now that it is still correct.' })
  viewerCanAssure(@Ctx() ctx: Context, @Root() row: { readonly organisationId: string; readonly status: string }) {
    return assurerOn(ctx.viewer, row) !== null && assuringProblems(row.status).length === 0;
  }

  @FieldResolver(() => assurances.AssuranceConnection, {
    description:
      'Every check that was written down, the latest first: all of them for editors of the directory, all but their calls for who runs it, none for others.',
  })
  assurances(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }

  @Mutation(() => assurances.AssureServicePayload, {
    description: 'Says that an entry is still correct; for the people who run it and for editors of the directory.',
  })
  async assureService(
    @Ctx() ctx: Context,
    @Arg('input', () => assurances.AssureServiceInput, { description: 'Entry that is still correct.' })
    input: assurances.AssureServiceInput,
  ) {
    const result = await assureService(ctx, input);
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => assurances.LogCallPayload, {
    description: 'Writes down that you asked the people who run an entry; for editors of the directory.',
  })
  async logCall(
    @Ctx() ctx: Context,
    @Arg('input', () => assurances.LogCallInput, { description: 'What was asked and said.' })
    input: assurances.LogCallInput,
  ) {
    const result = await logCall(ctx, input);
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.SetFreshnessPolicyPayload, {
    description: 'Says after how many months without a check an entry is old; for editors of that authority.',
  })
  async setFreshnessPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SetFreshnessPolicyInput, { description: 'Months of each step.' })
    input: gql.SetFreshnessPolicyInput,
  ) {
    const result = await setFreshnessPolicy(ctx, input);
    return { authority: later(organisationView, { id: input.authorityId }), userErrors: problemsOf(result) };
  }
}
