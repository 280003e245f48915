import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocationType } from '../api/directory/location.rules.ts';

registerEnumType(LocationType, {
  name: 'LocationType',
  description: 'What kind of place a location is.',
  valuesConfig: {
    PHYSICAL: { description: 'Place to go to, or from which somebody comes.' },
    POSTAL: { description: 'Address for letters.' },
    VIRTUAL: { description: 'On line or by telephone.' },
  },
});

@ObjectType({ description: 'Address of a location.', simpleResolvers: true })
export class Address {
  @Field(() => [String], { description: 'Street address, line by line; at most 10.' })
  lines: string[];

  @Field(() => String, { nullable: true, description: 'Town or city; null when not known.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'County or region; null when not known.' })
  county: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postcode, or its outward half when no more is known; null when not known.',
  })
  postcode: string | null;

  @Field(() => String, { nullable: true, description: 'Country, by its two letters; null when not known.' })
  country: string | null;
}

@ObjectType({ description: 'Fact about getting into and around a location.', simpleResolvers: true })
export class AccessFact {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Fact in words, such as "Step-free entrance".' })
  description: string;

  @Field(() => String, { nullable: true, description: 'More about it; null when nothing more is said.' })
  details: string | null;
}

@ObjectType({ description: 'Place where a service is given.', simpleResolvers: true })
export class ServiceLocation {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Name of the building or venue; null when it has none.' })
  name: string | null;

  @Field(() => LocationType, { description: 'What kind of place it is.' })
  type: LocationType;

  @Field(() => Address, { nullable: true, description: 'Address; null when not known.' })
  address: Address | null;

  @Field(() => Boolean, {
    description:
      'Whether its address is public; of a place that is secret, such as a refuge, only the outward half of the postcode is told, and distances are from the middle of that district.',
  })
  hasPublicAddress: boolean;

  @Field(() => Float, { nullable: true, description: 'Degrees north; null when not known or secret.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east; null when not known or secret.' })
  longitude: number | null;

  @Field(() => [AccessFact], {
    description:
      'Facts about getting into and around it, in the order of the feed; at most 50. What is not named is not known.',
  })
  accessibility: AccessFact[];
}
