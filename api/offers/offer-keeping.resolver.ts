import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/offer-keeping.ts';
import { Offer } from '../../schema/offer.ts';
import { Service } from '../../schema/service.ts';
import { problemsOf, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { endOffer } from './end-offer.ts';
import { makeOffer } from './make-offer.ts';
import { canKeepOffers } from './offer.policy.ts';
import { type OfferRow, offerView } from './offer.view.ts';
import { reviseOffer } from './revise-offer.ts';
import { stateCapacity } from './state-capacity.ts';

@Resolver(() => Offer)
export class OfferKeepingResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether you may revise it, end it and say what is free: you act for its provider.',
  })
  viewerCanKeep(@Ctx() ctx: Context, @Root() row: OfferRow) {
    return canKeepOffers(ctx.viewer, row.providerId);
  }

  @Mutation(() => gql.MakeOfferPayload, { description: 'Offers a service of your own organisation at a price.' })
  async makeOffer(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.MakeOfferInput, { description: 'Service and offer.' }) input: gql.MakeOfferInput,
  ) {
    return told(await makeOffer(ctx, input), null);
  }

  @Mutation(() => gql.ReviseOfferPayload, {
    description: 'Puts another offer in the place of one; the old one ends the day before and stays readable.',
  })
  async reviseOffer(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ReviseOfferInput, { description: 'Offer and what follows it.' })
    input: gql.ReviseOfferInput,
  ) {
    return told(await reviseOffer(ctx, input), input.offerId);
  }

  @Mutation(() => gql.EndOfferPayload, { description: 'Ends an offer; agreements that came of it go on.' })
  async endOffer(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.EndOfferInput, { description: 'Offer and its last day.' }) input: gql.EndOfferInput,
  ) {
    return told(await endOffer(ctx, input), input.offerId);
  }

  @Mutation(() => gql.StateCapacityPayload, {
    description: 'Says what is free of an offer as of now; the same again confirms it for 14 days.',
  })
  async stateCapacity(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.StateCapacityInput, { description: 'Offer and what is free.' })
    input: gql.StateCapacityInput,
  ) {
    return told(await stateCapacity(ctx, input), input.offerId);
  }
}

@Resolver(() => Service)
export class ServiceOfferingResolver {
  @FieldResolver(() => Boolean, { description: 'Whether you may offer it at a price: you act for its organisation.' })
  viewerCanMakeOffer(@Ctx() ctx: Context, @Root() row: { readonly offeredById: string }) {
    return canKeepOffers(ctx.viewer, row.offeredById);
  }
}

function told(result: Result<string>, seenId: string | null) {
  const id = result.ok ? result.value : seenId;
  return { offer: id === null ? null : later(offerView, { id }), userErrors: problemsOf(result) };
}
