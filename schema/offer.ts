import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CapacityUnit } from '../api/offers/capacity.rules.ts';
import { FundingKind, OfferUnit, ShownPrice, VatTreatment } from '../api/offers/offer.rules.ts';
import { RateBand } from '../api/offers/rate.rules.ts';
import { Money } from './money.ts';
import { DateScalar, DateTime } from './scalars.ts';
import { Service } from './service.ts';

registerEnumType(OfferUnit, {
  name: 'OfferUnit',
  description: 'What a rate is for.',
  valuesConfig: {
    HOUR: { description: 'Hour of support.' },
    VISIT: { description: 'Visit, however long.' },
    SESSION: { description: 'Session of an activity.' },
    DAY: { description: 'Day.' },
    WEEK: { description: 'Week.' },
  },
});

registerEnumType(ShownPrice, {
  name: 'ShownPrice',
  description: 'What everybody is told of a price.',
  valuesConfig: {
    EXACT: { description: 'Price itself.' },
    RANGE: { description: 'Lowest and highest price.' },
    NONE: { description: 'Nothing: it is to be asked.' },
  },
});

registerEnumType(FundingKind, {
  name: 'FundingKind',
  description: 'Kind of money that pays for support.',
  valuesConfig: {
    COUNCIL_MANAGED: { description: 'Budget that the council manages.' },
    DIRECT_PAYMENT: { description: 'Direct payment to the individual.' },
    INDIVIDUAL_SERVICE_FUND: { description: 'Budget that an organisation holds for the individual.' },
    PERSONAL_HEALTH_BUDGET: { description: 'Personal health budget of the NHS.' },
    SELF_FUNDED: { description: 'Money of one’s own.' },
  },
});

registerEnumType(VatTreatment, {
  name: 'VatTreatment',
  description: 'VAT on a price, which is in the price already.',
  valuesConfig: {
    EXEMPT: { description: 'No VAT, because it is welfare.' },
    ZERO: { description: 'VAT at 0 per cent.' },
    REDUCED: { description: 'VAT at the reduced rate.' },
    STANDARD: { description: 'VAT at the standard rate.' },
  },
});

registerEnumType(RateBand, {
  name: 'RateBand',
  description: 'Part of the week that may have a price of its own.',
  valuesConfig: {
    WEEKDAY: { description: 'Monday to Friday by day; also whenever no other band has a rate.' },
    EVENING: { description: 'Evening.' },
    NIGHT: { description: 'Night.' },
    SATURDAY: { description: 'Saturday.' },
    SUNDAY: { description: 'Sunday.' },
    BANK_HOLIDAY: { description: 'Bank holiday.' },
  },
});

registerEnumType(CapacityUnit, {
  name: 'CapacityUnit',
  description: 'What is counted as free.',
  valuesConfig: {
    HOURS_A_WEEK: { description: 'Hours of support a week.' },
    VISITS_A_WEEK: { description: 'Visits a week.' },
    PLACES: { description: 'Places for one person each.' },
  },
});

@ObjectType({ description: 'Lowest and highest price of a unit.', simpleResolvers: true })
export class PriceRange {
  @Field(() => Money, { description: 'Lowest price.' })
  from: Money;

  @Field(() => Money, { description: 'Highest price.' })
  to: Money;
}

@ObjectType({ description: 'Price of one unit in one part of the week, from one day on.', simpleResolvers: true })
export class OfferRate {
  @Field(() => RateBand, { description: 'Part of the week.' })
  band: RateBand;

  @Field(() => Money, { description: 'Price of one unit, with VAT.' })
  rate: Money;

  @Field(() => DateScalar, { description: 'First day; it holds until the next of its band begins.' })
  startsOn: string;
}

@ObjectType({ description: 'How much is free, as the provider last said.', simpleResolvers: true })
export class Capacity {
  @Field(() => Int, { description: 'How much is free, less what has been reserved since.' })
  free: number;

  @Field(() => CapacityUnit, { description: 'What is counted.' })
  unit: CapacityUnit;

  @Field(() => DateTime, { description: 'When the provider said so.' })
  statedAt: string;

  @Field(() => Boolean, { description: 'Whether that was at most 14 days ago.' })
  isConfirmed: boolean;

  @Field(() => String, { description: 'All of it in words.' })
  summary: string;
}

@ObjectType({ description: 'Price of a provider for a service, by a unit.', simpleResolvers: true })
export class Offer {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Service, { description: 'Service it is for.' })
  service: Service;

  @Field(() => OfferUnit, { description: 'What the rate is for.' })
  unit: OfferUnit;

  @Field(() => ShownPrice, { description: 'What everybody is told of the price.' })
  showsPrice: ShownPrice;

  @Field(() => Money, {
    nullable: true,
    description: 'Rate for one unit on a weekday; null when it is not yours to know: see `price`.',
  })
  rate: Money | null;

  @Field(() => PriceRange, { nullable: true, description: 'Range that everybody is told; null when none is.' })
  priceRange: PriceRange | null;

  @Field(() => String, { description: 'Price in words, as you may know it, such as "£21.60 an hour".' })
  price: string;

  @Field(() => String, { description: 'Price in words as everybody is told it.' })
  publicPrice: string;

  @Field(() => [OfferRate], {
    description:
      'Rates in the order of the week, then by first day; at most 60; empty when they are not yours to know or a feed names one only.',
  })
  rates: OfferRate[];

  @Field(() => Money, {
    nullable: true,
    description: 'Charge for travel to each visit, beside the rate; null when none is said.',
  })
  travel: Money | null;

  @Field(() => Int, { description: 'Workers who come together; 2 is a double-up.' })
  workers: number;

  @Field(() => VatTreatment, { nullable: true, description: 'VAT, which is in the rates; null when not said.' })
  vat: VatTreatment | null;

  @Field(() => [String], {
    description: 'Outward codes or names of the areas it is for; at most 50; empty when wherever the service is.',
  })
  areas: string[];

  @Field(() => [FundingKind], { description: 'Kinds of money that it takes; at most 5; empty when not said.' })
  funding: FundingKind[];

  @Field(() => Int, { nullable: true, description: 'Days of notice that it asks for; null when not said.' })
  noticeDays: number | null;

  @Field(() => Int, { nullable: true, description: 'Shortest visit in minutes; null when none is said.' })
  minimumMinutes: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it could start; null when not said.' })
  couldStartOn: string | null;

  @Field(() => Capacity, { nullable: true, description: 'How much is free; null when not said.' })
  capacity: Capacity | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it holds; null when it has no first day.' })
  startsOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it holds; null while no end is known.' })
  endsOn: string | null;

  @Field(() => Boolean, { description: 'Whether it holds today.' })
  isCurrent: boolean;

  @Field(() => Boolean, { description: 'Whether a directory feed says so, and not the provider itself.' })
  isFromFeed: boolean;

  @Field(() => Offer, {
    nullable: true,
    description: 'Earlier offer that it took the place of; null when it is the first.',
  })
  replaces: Offer | null;
}
