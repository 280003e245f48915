import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OrganisationKind } from '../api/common/viewer.ts';
import { ServiceStatus } from '../api/directory/entry.rules.ts';
import { CostOption } from './cost-option.ts';
import { AccessFact, ServiceLocation } from './location.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { DateScalar } from './scalars.ts';
import { Schedule } from './schedule.ts';
import { TaxonomyTerm } from './taxonomy-term.ts';

registerEnumType(ServiceStatus, {
  name: 'ServiceStatus',
  description: 'Whether a service runs.',
  valuesConfig: {
    ACTIVE: { description: 'It runs.' },
    INACTIVE: { description: 'It does not run at present; search leaves it out.' },
    DEFUNCT: { description: 'It has ended; search leaves it out.' },
    TEMPORARILY_CLOSED: { description: 'It is closed for a while.' },
  },
});

@ObjectType({
  description: 'Something that an organisation offers: to go to, or to have come to you.',
  simpleResolvers: true,
})
export class Service {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is, as plain text; null when not said.' })
  description: string | null;

  @Field(() => ServiceStatus, { description: 'Whether it runs.' })
  status: ServiceStatus;

  @Field(() => OrganisationKind, { description: 'What the organisation that runs it is in the marketplace.' })
  kind: OrganisationKind;

  @Field(() => Organisation, { description: 'Organisation that runs it.' })
  organisation: Organisation;

  @Field(() => String, { nullable: true, description: 'Public web address; null when not known.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Public e-mail address; null when not known.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Public telephone number; null when not known.' })
  phone: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Youngest age in years; null when there is no limit or none is known.',
  })
  minimumAge: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Oldest age in years; null when there is no limit or none is known.',
  })
  maximumAge: number | null;

  @Field(() => String, { nullable: true, description: 'What is said about cost in words; null when nothing is.' })
  feesDescription: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is said about waiting, such as "Within a week"; null when nothing is.',
  })
  couldStart: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which somebody last checked the entry; null when not known.',
  })
  assuredOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the feed that it came from was first found without it; null while it is listed. It may have ended: ask.',
  })
  unlistedOn: string | null;

  @Field(() => [String], {
    description: 'Languages in which it is offered, by their English names; at most 50; empty when not said.',
  })
  languages: string[];

  @Field(() => [String], { description: 'Names of the areas it serves; at most 50; empty when not said.' })
  areas: string[];

  @Field(() => [ServiceLocation], { description: 'Where it is given, by name; at most 20.' })
  locations: ServiceLocation[];

  @Field(() => [Schedule], { description: 'When it is open, in the order of the feed; at most 50.' })
  schedules: Schedule[];

  @Field(() => [CostOption], { description: 'What it costs, in the order of the feed; at most 50.' })
  costOptions: CostOption[];

  @Field(() => [AccessFact], {
    description: 'Facts about getting into and around its locations; at most 100. What is not named is not known: ask.',
  })
  accessibility: AccessFact[];

  @Field(() => [TaxonomyTerm], { description: 'Words it is sorted under, by name; at most 50.' })
  terms: TaxonomyTerm[];
}

/** A page of services. */
export const ServiceConnection = connectionOf('Service', () => Service);
