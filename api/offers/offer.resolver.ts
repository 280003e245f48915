import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/offer.ts';
import * as services from '../../schema/service.ts';
import { dayAt } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { capacityInWords, isConfirmed, type StatedCapacity } from './capacity.rules.ts';
import { isCurrentOffer } from './offer.rules.ts';
import type { OfferRow } from './offer.view.ts';
import { priceInWords, publicPriceInWords } from './rate.rules.ts';

@Resolver(() => gql.Offer)
export class OfferResolver {
  @FieldResolver(() => Boolean)
  isCurrent(@Ctx() ctx: Context, @Root() row: OfferRow) {
    return isCurrentOffer(row, dayAt(ctx.now()));
  }

  @FieldResolver(() => String)
  price(@Root() row: OfferRow) {
    return priceInWords(row);
  }

  @FieldResolver(() => String)
  publicPrice(@Root() row: OfferRow) {
    return publicPriceInWords(row);
  }
}

@Resolver(() => gql.Capacity)
export class CapacityResolver {
  @FieldResolver(() => Boolean)
  isConfirmed(@Ctx() ctx: Context, @Root() row: StatedCapacity) {
    return isConfirmed(row.statedAt, ctx.now());
  }

  @FieldResolver(() => String)
  summary(@Ctx() ctx: Context, @Root() row: StatedCapacity) {
    return capacityInWords(row, ctx.now());
  }
}

@Resolver(() => services.Service)
export class ServiceOffersResolver {
  @FieldResolver(() => [gql.Offer], {
    description:
      'Offers that hold today or later, by unit; at most 20. What a provider says itself takes the place of what a feed says. Empty does not mean that it is free.',
  })
  offers(): never {
    throw new Error('The link of the view answers this field.');
  }
}
