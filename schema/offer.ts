import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OfferUnit } from '../api/offers/offer.rules.ts';
import { Money } from './money.ts';
import { DateScalar } from './scalars.ts';
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

@ObjectType({ description: 'Public price of a provider for a service, by a unit.', simpleResolvers: true })
export class Offer {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Service, { description: 'Service it is for.' })
  service: Service;

  @Field(() => OfferUnit, { description: 'What the rate is for.' })
  unit: OfferUnit;

  @Field(() => Money, { description: 'Rate for one unit.' })
  rate: Money;

  @Field(() => Int, { nullable: true, description: 'Shortest visit in minutes; null when none is said.' })
  minimumMinutes: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it could start; null when not said.' })
  couldStartOn: string | null;

  @Field(() => Boolean, { description: 'Whether it holds today.' })
  isCurrent: boolean;
}
