import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import * as gql from '../../schema/agreement-steps.ts';
import type { TermsInput } from '../../schema/terms.ts';
import { penceOf } from '../common/money.ts';
import { problemsOf, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { acceptTerms } from './accept-terms.ts';
import { agreementView } from './agreement.view.ts';
import { counterTerms } from './counter-terms.ts';
import { declineTerms } from './decline-terms.ts';
import { proposeTerms } from './propose-terms.ts';
import { signAgreement } from './sign-agreement.ts';
import type { TermsContent } from './terms.rules.ts';
import { withdrawAgreement } from './withdraw-agreement.ts';

@Resolver()
export class AgreementStepsResolver {
  @Mutation(() => gql.ProposeTermsPayload, {
    description: 'Puts the first terms for a chosen option to its provider. It binds nobody yet.',
  })
  async proposeTerms(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ProposeTermsInput, { description: 'Option and terms.' }) input: gql.ProposeTermsInput,
  ) {
    return payload(await proposeTerms(ctx, { ...input, terms: contentOf(input.terms) }), null);
  }

  @Mutation(() => gql.CounterTermsPayload, { description: 'Answers the open terms with others: a new version.' })
  async counterTerms(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.CounterTermsInput, { description: 'Agreement and terms.' }) input: gql.CounterTermsInput,
  ) {
    return payload(await counterTerms(ctx, { ...input, terms: contentOf(input.terms) }), input.agreementId);
  }

  @Mutation(() => gql.AcceptTermsPayload, {
    description: 'Accepts exactly the version that you read; nothing is ever accepted by silence.',
  })
  async acceptTerms(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AcceptTermsInput, { description: 'Version to accept.' }) input: gql.AcceptTermsInput,
  ) {
    return payload(await acceptTerms(ctx, input), input.agreementId);
  }

  @Mutation(() => gql.DeclineTermsPayload, {
    description: 'Declines the open terms, with a reason; the agreement ends there.',
  })
  async declineTerms(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.DeclineTermsInput, { description: 'Version to decline.' }) input: gql.DeclineTermsInput,
  ) {
    return payload(await declineTerms(ctx, input), input.agreementId);
  }

  @Mutation(() => gql.WithdrawAgreementPayload, {
    description: 'Stops an agreement that not everybody has signed, with a reason.',
  })
  async withdrawAgreement(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.WithdrawAgreementInput, { description: 'Agreement to withdraw.' })
    input: gql.WithdrawAgreementInput,
  ) {
    return payload(await withdrawAgreement(ctx, input), input.agreementId);
  }

  @Mutation(() => gql.SignAgreementPayload, {
    description: 'Signs exactly the agreed version for the party that you act for.',
  })
  async signAgreement(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SignAgreementInput, { description: 'Version to sign, and the signature.' })
    input: gql.SignAgreementInput,
  ) {
    return payload(await signAgreement(ctx, input), input.agreementId);
  }
}

function payload(result: Result<string>, agreementId: string | null) {
  const id = result.ok ? result.value : agreementId;
  return { agreement: id === null ? null : later(agreementView, { id }), userErrors: problemsOf(result) };
}

// Decimal has checked the form of the rate; the rules check its bounds.
function contentOf(input: TermsInput): TermsContent {
  const { rate, endsOn, ...rest } = input;
  return { ...rest, endsOn: endsOn ?? null, ratePence: penceOf(rate) ?? -1 };
}
