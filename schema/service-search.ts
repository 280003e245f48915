import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { OrganisationKind } from '../api/common/viewer.ts';
import { PageInfo } from './paging.ts';
import { Service } from './service.ts';

@InputType({ description: 'What to look for; all that is given must hold.' })
export class ServiceSearch {
  @Field(() => String, {
    nullable: true,
    description: 'Words, at most 200 characters. When no entry has them all, those with any are found.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode, or its first half such as "FM3".' })
  near?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Farthest distance from `near` in miles, 1 to 500; null sets no limit.',
  })
  withinMiles?: number | null;

  @Field(() => [OrganisationKind], {
    nullable: true,
    description: 'Kinds of organisation, at most 5; null or empty means every kind.',
  })
  kinds?: OrganisationKind[] | null;
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
}

@ObjectType({ description: 'Services that were found.', simpleResolvers: true })
export class ServiceSearchResult {
  @Field(() => [ServiceSearchEdge], { description: 'Services of this page, in the order that `order` states.' })
  edges: ServiceSearchEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Number of services found; counting stops at 10,000.' })
  totalCount: number;

  @Field(() => String, { description: 'Order of the list, in a sentence. Nobody can pay for a place in it.' })
  order: string;

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
