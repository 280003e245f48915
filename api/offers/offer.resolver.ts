import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/offer.ts';
import * as services from '../../schema/service.ts';
import { dayAt } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { isCurrentOffer } from './offer.rules.ts';
import type { OfferRow } from './offer.view.ts';

@Resolver(() => gql.Offer)
export class OfferResolver {
  @FieldResolver(() => Boolean)
  isCurrent(@Ctx() ctx: Context, @Root() row: OfferRow) {
    return isCurrentOffer(row, dayAt(ctx.now()));
  }
}

@Resolver(() => services.Service)
export class ServiceOffersResolver {
  @FieldResolver(() => [gql.Offer], {
    description: 'Public prices by a unit; at most 20. Empty does not mean that it is free.',
  })
  offers(): never {
    throw new Error('The link of the view answers this field.');
  }
}
