import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CircleLevel, Shared } from '../api/common/viewer.ts';
import { connectionOf } from './paging.ts';
import { DateScalar } from './scalars.ts';

registerEnumType(CircleLevel, {
  name: 'CircleLevel',
  description: "What somebody may do in an individual's affairs.",
  valuesConfig: {
    VIEW: { description: 'Look.' },
    SUGGEST: { description: 'Look and suggest.' },
    COMMIT: { description: 'Look, suggest, and bind the individual: decide, accept and sign.' },
  },
});

registerEnumType(Shared, {
  name: 'Shared',
  description: "Part of an individual's affairs that can be shared.",
  valuesConfig: {
    APPOINTMENTS: { description: 'When who comes.' },
    PLAN: { description: 'Outcomes, options and decisions.' },
    BUDGET: { description: 'Personal budget.' },
    AGREEMENTS: { description: 'Agreements with those who give support.' },
  },
});

@ObjectType({ description: 'Human being.', simpleResolvers: true })
export class Person {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { description: 'What the person wants to be called.' })
  preferredName: string;
}

@ObjectType({
  description: 'Somebody close to an individual, and what the individual lets them see and do.',
  simpleResolvers: true,
})
export class CircleMember {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Person, { nullable: true, description: 'Who it is; null when you may not know.' })
  person: Person | null;

  @Field(() => String, { description: 'What they are to the individual, such as "niece".' })
  relation: string;

  @Field(() => [Shared], { description: 'Parts they may see; at most 4.' })
  maySee: Shared[];

  @Field(() => CircleLevel, { description: 'What they may do.' })
  mayDo: CircleLevel;

  @Field(() => DateScalar, { description: 'First day of it.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of it; null while no end is set.' })
  endsOn: string | null;

  @Field(() => Int, { description: 'Number of its last change, from 1; a change names the one that it was made on.' })
  version: number;

  @Field(() => Boolean, { description: 'Whether you can say what they see and do.' })
  viewerCanChange: boolean;

  @Field(() => Boolean, { description: 'Whether you can end it: yours to leave, or yours to change.' })
  viewerCanEnd: boolean;
}

@ObjectType({ description: 'Adult, child or young person who draws on care and support.', simpleResolvers: true })
export class Individual {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Person, { nullable: true, description: 'Who it is; null when you may not know.' })
  person: Person | null;

  @Field(() => String, { description: 'Name that providers see until something is agreed.' })
  alias: string;

  @Field(() => String, { nullable: true, description: 'Home postcode; null when not known or not yours to see.' })
  postcode: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where things stand, in plain words; null when not said or not yours to see.',
  })
  situation: string | null;

  @Field(() => [CircleMember], { description: 'People close to them, by name of the relation; at most 50.' })
  circle: CircleMember[];

  @Field(() => CircleLevel, { description: 'What you may do in their affairs.' })
  viewerMayDo: CircleLevel;

  @Field(() => String, {
    nullable: true,
    description: 'What you are to them: "SELF", "niece", "broker"; null when nothing.',
  })
  viewerRelation: string | null;
}

/** A page of individuals. */
export const IndividualConnection = connectionOf('Individual', () => Individual);
