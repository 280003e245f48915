import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CapacityUnit } from '../api/offers/capacity.rules.ts';
import {
  EndOfferErrorCode,
  MakeOfferErrorCode,
  ReviseOfferErrorCode,
  StateCapacityErrorCode,
} from '../api/offers/keeping.rules.ts';
import { FundingKind, OfferUnit, ShownPrice, VatTreatment } from '../api/offers/offer.rules.ts';
import { RateBand } from '../api/offers/rate.rules.ts';
import { Offer } from './offer.ts';
import { DateScalar, Decimal } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

const SAID_WRONGLY = {
  RATE_MISSING: { description: 'There is no price on a weekday from the first day on.' },
  RATE_IMPOSSIBLE: { description: 'An amount is below £0.00, above £10,000.00, or finer than a penny.' },
  RATES_OVERLAP: { description: 'Two prices for one part of the week begin on one day, or there are too many.' },
  RANGE_IMPOSSIBLE: { description: 'The range is missing, upside down, or does not hold every price.' },
  DAYS_IMPOSSIBLE: { description: 'A day has passed, or comes before the one it must follow.' },
  NUMBER_IMPOSSIBLE: { description: 'Workers, minutes or days of notice are out of bounds.' },
  AREAS_IMPOSSIBLE: { description: 'There are more than 50 areas, or one is longer than 100 characters.' },
  NOT_REGISTERED: { description: 'The care needs a registration, and none is known to be in force.' },
  SERVICE_NOT_RUNNING: { description: 'The service does not run any more.' },
};

const NOT_STANDING = {
  OFFER_ENDED: { description: 'The offer has ended.' },
  OFFER_REPLACED: { description: 'A newer offer took its place.' },
  FROM_A_FEED: { description: 'A directory feed says so, not the provider.' },
};

registerEnumType(MakeOfferErrorCode, {
  name: 'MakeOfferErrorCode',
  description: 'Why an offer could not be made.',
  valuesConfig: SAID_WRONGLY,
});

registerEnumType(ReviseOfferErrorCode, {
  name: 'ReviseOfferErrorCode',
  description: 'Why an offer could not be revised.',
  valuesConfig: { ...SAID_WRONGLY, ...NOT_STANDING },
});

registerEnumType(EndOfferErrorCode, {
  name: 'EndOfferErrorCode',
  description: 'Why an offer could not be ended.',
  valuesConfig: { ...NOT_STANDING, DAYS_IMPOSSIBLE: SAID_WRONGLY.DAYS_IMPOSSIBLE },
});

registerEnumType(StateCapacityErrorCode, {
  name: 'StateCapacityErrorCode',
  description: 'Why it could not be said what is free.',
  valuesConfig: {
    OFFER_ENDED: NOT_STANDING.OFFER_ENDED,
    CAPACITY_IMPOSSIBLE: { description: 'It is no whole number from 0 to 100,000.' },
  },
});

@InputType({ description: 'Price of one unit in one part of the week.' })
export class OfferRateInput {
  @Field(() => RateBand, { description: 'Part of the week.' })
  band: RateBand;

  @Field(() => Decimal, { description: 'Pounds a unit, with VAT, from 0.00 to 10000.00.' })
  rate: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; that of the offer when left out.' })
  startsOn?: string | null;
}

@InputType({ description: 'Offer as its provider writes it down.' })
export class OfferInput {
  @Field(() => OfferUnit, { description: 'What the rates are for.' })
  unit: OfferUnit;

  @Field(() => [OfferRateInput], {
    description: 'Prices by part of the week; at most 60; one for the weekday from the first day on.',
  })
  rates: OfferRateInput[];

  @Field(() => ShownPrice, { description: 'What everybody is told of the price.' })
  showsPrice: ShownPrice;

  @Field(() => Decimal, { nullable: true, description: 'Lowest price that everybody is told, when a range is shown.' })
  rangeFrom?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Highest price that everybody is told, when a range is shown.' })
  rangeTo?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Charge for travel to each visit, in pounds, told to everybody.',
  })
  travel?: string | null;

  @Field(() => Int, { nullable: true, description: 'Workers who come together, 1 to 4; 1 when left out.' })
  workers?: number | null;

  @Field(() => VatTreatment, { nullable: true, description: 'VAT, which is in the rates.' })
  vat?: VatTreatment | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Outward codes or names of the areas it is for; at most 50, each at most 100 characters.',
  })
  areas?: string[] | null;

  @Field(() => [FundingKind], { nullable: true, description: 'Kinds of money that it takes; at most 5.' })
  funding?: FundingKind[] | null;

  @Field(() => Int, { nullable: true, description: 'Days of notice, 0 to 365.' })
  noticeDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Shortest visit in minutes, 1 to 1440.' })
  minimumMinutes?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it could start.' })
  couldStartOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it holds; today when left out.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it holds.' })
  endsOn?: string | null;
}

@InputType({ description: 'Offer to make.' })
export class MakeOfferInput extends MutationInput {
  @Field(() => ID, { description: 'Service that is offered; of an organisation that you act for.' })
  serviceId: string;

  @Field(() => OfferInput, { description: 'What is offered.' })
  offer: OfferInput;
}

@InputType({ description: 'Offer to put in the place of another.' })
export class ReviseOfferInput extends MutationInput {
  @Field(() => ID, { description: 'Offer that ends the day before.' })
  offerId: string;

  @Field(() => OfferInput, { description: 'What is offered from then on; all of it, not only what changes.' })
  offer: OfferInput;
}

@InputType({ description: 'Offer to end.' })
export class EndOfferInput extends MutationInput {
  @Field(() => ID, { description: 'Offer that ends.' })
  offerId: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it holds; today when left out.' })
  lastOn?: string | null;
}

@InputType({ description: 'What is free.' })
export class StateCapacityInput extends MutationInput {
  @Field(() => ID, { description: 'Offer it is free of.' })
  offerId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How much is free today, 0 to 100,000, without what is agreed already; null takes back what was said.',
  })
  free: number | null;

  @Field(() => CapacityUnit, { nullable: true, description: 'What is counted; as before, or places, when left out.' })
  unit?: CapacityUnit | null;
}

/** The errors of the mutations, in their order. */
export const MakeOfferError = errorOf('MakeOffer', MakeOfferErrorCode);
/** The error of reviseOffer. */
export const ReviseOfferError = errorOf('ReviseOffer', ReviseOfferErrorCode);
/** The error of endOffer. */
export const EndOfferError = errorOf('EndOffer', EndOfferErrorCode);
/** The error of stateCapacity. */
export const StateCapacityError = errorOf('StateCapacity', StateCapacityErrorCode);

@ObjectType({ description: 'What came of makeOffer.', simpleResolvers: true })
export class MakeOfferPayload {
  @Field(() => Offer, { nullable: true, description: 'Offer; null when refused.' })
  offer: Offer | null;

  @Field(() => [MakeOfferError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of reviseOffer.', simpleResolvers: true })
export class ReviseOfferPayload {
  @Field(() => Offer, { nullable: true, description: 'New offer; the old one as it stands when refused.' })
  offer: Offer | null;

  @Field(() => [ReviseOfferError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of endOffer.', simpleResolvers: true })
export class EndOfferPayload {
  @Field(() => Offer, { nullable: true, description: 'Offer as it stands now.' })
  offer: Offer | null;

  @Field(() => [EndOfferError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of stateCapacity.', simpleResolvers: true })
export class StateCapacityPayload {
  @Field(() => Offer, { nullable: true, description: 'Offer as it stands now.' })
  offer: Offer | null;

  @Field(() => [StateCapacityError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
