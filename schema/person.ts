import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CircleLevel, Shared } from '../api/common/viewer.ts';
import { CircleKind } from '../api/people/circle.rules.ts';
import { InformalSupportAnswer } from '../api/people/informal-support.rules.ts';
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

registerEnumType(CircleKind, {
  name: 'CircleKind',
  description: 'Of what kind somebody close to an individual is.',
  valuesConfig: {
    FAMILY: { description: 'Family.' },
    FRIEND: { description: 'Friend or neighbour.' },
    CARER: { description: 'Unpaid carer.' },
    ADVOCATE: { description: 'Independent advocate.' },
    INTERPRETER: { description: 'Interpreter.' },
    PROFESSIONAL: { description: 'Somebody who is paid to help, such as a nurse or a teacher.' },
    OTHER: { description: 'Somebody else, or not said.' },
  },
});

registerEnumType(InformalSupportAnswer, {
  name: 'InformalSupportAnswer',
  description: 'What somebody close answers who is asked whether they can support.',
  valuesConfig: {
    NO: { description: 'No; it needs no reason.' },
    UP_TO: { description: 'Up to so many hours a week.' },
  },
});

@ObjectType({ description: 'How much unpaid support somebody says they can give.', simpleResolvers: true })
export class InformalSupport {
  @Field(() => InformalSupportAnswer, { description: 'No, or up to so many hours.' })
  answer: InformalSupportAnswer;

  @Field(() => Int, { nullable: true, description: 'Hours a week at most; null for no.' })
  hoursAWeek: number | null;

  @Field(() => String, { nullable: true, description: 'What they add, in their own words; null when nothing.' })
  words: string | null;

  @Field(() => DateScalar, { description: 'Day on which they said so.' })
  saidOn: string;
}

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

  @Field(() => CircleKind, { description: 'Of what kind that is.' })
  kind: CircleKind;

  @Field(() => InformalSupport, {
    nullable: true,
    description: 'How much unpaid support they say they can give; null when they have not said.',
  })
  informalSupport: InformalSupport | null;

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

  @Field(() => Boolean, { description: 'Whether it is yours to say how much support is given: for themselves alone.' })
  viewerCanSaySupport: boolean;
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
