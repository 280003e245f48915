import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AccessNeed, DayPart, SearchFact } from '../api/directory/search-fact.rules.ts';
import { OrganisationKind } from '../api/common/viewer.ts';
import { FundingKind } from '../api/offers/offer.rules.ts';
import { OutcomeDomain } from './outcome-domain.ts';
import { PageInfo } from './paging.ts';
import { Decimal } from './scalars.ts';
import { SearchFacets } from './search-facets.ts';
import { Service } from './service.ts';
import { Weekday } from './weekday.ts';

registerEnumType(DayPart, {
  name: 'DayPart',
  description: 'Part of the day.',
  valuesConfig: {
    MORNING: { description: 'From 5am to midday.' },
    AFTERNOON: { description: 'From midday to 5pm.' },
    EVENING: { description: 'From 5pm to 10pm.' },
    NIGHT: { description: 'From 10pm to 5am.' },
  },
});

registerEnumType(SearchFact, {
  name: 'SearchFact',
  description: 'What can be asked for in a search and not be known of a service.',
  valuesConfig: {
    AGE: { description: 'Whom it is for by age.' },
    DAY: { description: 'When it is open.' },
    LANGUAGE: { description: 'In which languages it is offered.' },
    ACCESS: { description: 'What its place has for getting in and about.' },
    COST: { description: 'What it costs.' },
    FUNDING: { description: 'Which kinds of money it takes.' },
    CAPACITY: { description: 'Whether anything is free.' },
    DISTANCE: { description: 'How far away it is.' },
  },
});

@InputType({
  description:
    'What to look for; all that is given must hold. What is not known of a service does not leave it out, unless that is asked for.',
})
export class ServiceSearch {
  @Field(() => String, {
    nullable: true,
    description:
      'Words in English or Welsh, at most 200 characters. Words in quotation marks stand together; a minus before a word leaves it out. A word that no entry has is read as the nearest one. When no entry has them all, those with any are found.',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postcode, its first half such as "FM3", or the name of a town or county; at most 60 characters.',
  })
  near?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Farthest distance from `near` in miles, 1 to 500; null sets no limit.',
  })
  withinMiles?: number | null;

  @Field(() => [OrganisationKind], {
    nullable: true,
    description:
      'Kinds of organisation, at most 5; null or empty means every kind. AUTHORITY holds what is for everybody.',
  })
  kinds?: OrganisationKind[] | null;

  @Field(() => OutcomeDomain, {
    nullable: true,
    description: 'Part of life that the service helps with, judged by its name and themes; null means any.',
  })
  domain?: OutcomeDomain | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Terms, at most 20: services sorted under one of them or under a term below it.',
  })
  terms?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Age in years of who would use it, 0 to 120; null means any.' })
  age?: number | null;

  @Field(() => [Weekday], { nullable: true, description: 'Days, at most 7: open on one of them.' })
  days?: Weekday[] | null;

  @Field(() => [DayPart], {
    nullable: true,
    description: 'Parts of the day, at most 4: open in one of them, on one of `days` if those are given.',
  })
  partsOfDay?: DayPart[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Languages by their English names, at most 10: offered in one of them.',
  })
  languages?: string[] | null;

  @Field(() => [AccessNeed], { nullable: true, description: 'What its place must have, at most 9: all of them.' })
  access?: AccessNeed[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Highest price in pounds, for whatever the service prices: an hour, a visit, a week. "0" means free. Null sets no limit.',
  })
  costAtMost?: string | null;

  @Field(() => [FundingKind], {
    nullable: true,
    description: 'Kinds of money that would pay, at most 5: an offer takes one of them.',
  })
  funding?: FundingKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether something must be free; what was said more than 14 days ago counts as not known. Null means no.',
  })
  hasCapacity?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to leave out services of which something asked for is not known; null means no.',
  })
  leaveOutUnknown?: boolean | null;
}

@ObjectType({ description: 'Something that was asked for and is not known of a service.', simpleResolvers: true })
export class SearchUnknown {
  @Field(() => SearchFact, { description: 'What it is about.' })
  fact: SearchFact;

  @Field(() => String, { description: 'Sentence for a reader, such as "Step-free: not known; ask them".' })
  sentence: string;
}

@ObjectType({ description: 'Place of one service among those found.', simpleResolvers: true })
export class ServiceSearchEdge {
  @Field(() => String, { description: 'Cursor of this place.' })
  cursor: string;

  @Field(() => Service, { description: 'Service that was found.' })
  node: Service;

  @Field(() => Float, {
    nullable: true,
    description:
      'Miles to its nearest location as the crow flies, to one decimal; null when no place was asked for or none is known.',
  })
  distanceMiles: number | null;

  @Field(() => [SearchUnknown], {
    description: 'What was asked for and is not known of this service; at most 16. Empty when all is known to fit.',
  })
  unknowns: SearchUnknown[];
}

@ObjectType({ description: 'Services that were found.', simpleResolvers: true })
export class ServiceSearchResult {
  @Field(() => [ServiceSearchEdge], { description: 'Services of this page, in the order that `order` states.' })
  edges: ServiceSearchEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Number of services found; counting stops at 10,000.' })
  totalCount: number;

  @Field(() => Int, {
    description:
      'Number of services, of those counted, that are known to fit all that was asked; of the rest something is not known.',
  })
  knownCount: number;

  @Field(() => SearchFacets, { description: 'How many of the services counted have which fact.' })
  facets: SearchFacets;

  @Field(() => String, { description: 'Order of the list, in sentences. Nobody can pay for a place in it.' })
  order: string;

  @Field(() => String, {
    nullable: true,
    description: 'Words as they were read, when no entry has one of yours; null when they were taken as they are.',
  })
  readAs: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How `near` was understood; null when it was not given or is not known.',
  })
  place: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to do when the place of `near` is not known; null when all is well.',
  })
  placeProblem: string | null;
}
