import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/consent.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as people from '../../schema/person.ts';
import { problemsOf } from '../common/result.ts';
import { individualView } from '../people/person.view.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { canRecordConsent, canWithdrawConsent } from './consent.policy.ts';
import { type ConsentRow, consentView } from './consent.view.ts';
import { giveConsent } from './give-consent.ts';
import { withdrawConsent } from './withdraw-consent.ts';

@Resolver(() => gql.Consent)
export class ConsentResolver {
  @FieldResolver(() => Boolean)
  viewerCanWithdraw(@Ctx() ctx: Context, @Root() row: ConsentRow) {
    return canWithdrawConsent(ctx.viewer, row);
  }

  @Mutation(() => gql.GiveConsentPayload, {
    description:
      'Lets somebody know certain things of a person; for the person, who may decide for them, and the broker who was told.',
  })
  async giveConsent(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.GiveConsentInput, { description: 'What is allowed, to whom, and how they said so.' })
    input: gql.GiveConsentInput,
  ) {
    const result = await giveConsent(ctx, input);
    const consent = result.ok ? later(consentView, { id: result.value }) : null;
    return { consent, individual: later(individualView, { id: input.individualId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.WithdrawConsentPayload, {
    description: 'Stops letting somebody know; in force at once, on open pages too.',
  })
  async withdrawConsent(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.WithdrawConsentInput, { description: 'Consent to withdraw.' })
    input: gql.WithdrawConsentInput,
  ) {
    const result = await withdrawConsent(ctx, input);
    const individual = result.ok ? later(individualView, { id: result.value }) : null;
    return { consent: later(consentView, { id: input.consentId }), individual, userErrors: problemsOf(result) };
  }
}

@Resolver(() => people.Individual)
export class IndividualConsentsResolver {
  @FieldResolver(() => gql.ConsentConnection, {
    description: 'What they allow others to know, the newest first; empty when it is not yours to see.',
  })
  consents(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can write down what they allow.' })
  viewerCanRecordConsent(@Ctx() ctx: Context, @Root() row: { readonly id: string; readonly authorityId: string }) {
    return canRecordConsent(ctx.viewer, { authorityId: row.authorityId, individualId: row.id });
  }
}
