import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AccessNeed } from '../api/directory/search-fact.rules.ts';
import { OrganisationKind } from '../api/common/viewer.ts';
import { Decimal } from './scalars.ts';
import { TaxonomyTerm } from './taxonomy-term.ts';
import { Weekday } from './weekday.ts';

registerEnumType(AccessNeed, {
  name: 'AccessNeed',
  description: 'What a place may need to have for somebody to use it.',
  valuesConfig: {
    STEP_FREE: { description: 'Way in without a step.' },
    ACCESSIBLE_TOILET: { description: 'Toilet that a wheelchair user can use.' },
    CHANGING_PLACE: { description: 'Changing Places toilet, with a hoist and a bench.' },
    LIFT: { description: 'Lift between floors.' },
    HEARING_LOOP: { description: 'Hearing loop.' },
    SIGN_LANGUAGE: { description: 'British Sign Language.' },
    PARKING: { description: 'Place to park.' },
    QUIET_SPACE: { description: 'Quiet or sensory room, or a quiet time.' },
    LARGE_PRINT: { description: 'Large print or Braille.' },
  },
});

@ObjectType({ description: 'How many services are of a kind.', simpleResolvers: true })
export class KindFacet {
  @Field(() => OrganisationKind, { description: 'Kind of the organisation that runs them.' })
  kind: OrganisationKind;

  @Field(() => Int, { description: 'Number of services.' })
  count: number;
}

@ObjectType({ description: 'How many services are sorted under a term, or under one below it.', simpleResolvers: true })
export class TermFacet {
  @Field(() => TaxonomyTerm, { description: 'Term.' })
  term: TaxonomyTerm;

  @Field(() => Int, { description: 'Number of services.' })
  count: number;
}

@ObjectType({ description: 'How many services are known to be open on a day.', simpleResolvers: true })
export class DayFacet {
  @Field(() => Weekday, { description: 'Day of the week.' })
  day: Weekday;

  @Field(() => Int, { description: 'Number of services.' })
  count: number;
}

@ObjectType({ description: 'How many services are known to cost no more than an amount.', simpleResolvers: true })
export class CostFacet {
  @Field(() => Decimal, { description: 'Highest price in pounds, for whatever the service prices; "0.00" means free.' })
  costAtMost: string;

  @Field(() => Int, { description: 'Number of services.' })
  count: number;
}

@ObjectType({ description: 'How many services are known to meet an access need.', simpleResolvers: true })
export class AccessFacet {
  @Field(() => AccessNeed, { description: 'Need.' })
  need: AccessNeed;

  @Field(() => Int, { description: 'Number of services.' })
  count: number;
}

@ObjectType({ description: 'How many services are known to be offered in a language.', simpleResolvers: true })
export class LanguageFacet {
  @Field(() => String, { description: 'Language by its English name.' })
  language: string;

  @Field(() => Int, { description: 'Number of services.' })
  count: number;
}

@ObjectType({
  description: 'Counts of the services found, by what tells them apart. What no service has is left out.',
  simpleResolvers: true,
})
export class SearchFacets {
  @Field(() => Boolean, {
    description:
      'Whether the counts are those of a fair sample, to two figures: so when more than 3,000 services are found.',
  })
  isEstimate: boolean;

  @Field(() => [KindFacet], { description: 'Kinds; at most 5.' })
  kinds: KindFacet[];

  @Field(() => [TermFacet], { description: 'Terms with the most services, most first; at most 12.' })
  terms: TermFacet[];

  @Field(() => [DayFacet], { description: 'Days from Monday; at most 7.' })
  days: DayFacet[];

  @Field(() => [CostFacet], { description: 'Costs from free upwards, each holding those before it; at most 5.' })
  costs: CostFacet[];

  @Field(() => [AccessFacet], { description: 'Access needs; at most 9.' })
  access: AccessFacet[];

  @Field(() => [LanguageFacet], { description: 'Languages with the most services, most first; at most 12.' })
  languages: LanguageFacet[];
}
