import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InformalSupportAnswer, SayInformalSupportErrorCode } from '../api/people/informal-support.rules.ts';
import { CircleMember } from './person.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(SayInformalSupportErrorCode, {
  name: 'SayInformalSupportErrorCode',
  description: 'Why an answer was not kept.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Words are longer than 2,000 characters.' },
    HOURS_NEEDED: { description: 'Hours are missing.' },
    HOURS_NOT_POSSIBLE: { description: 'Hours are not whole, fewer than 1 or more than 168.' },
    NOT_IN_CIRCLE: { description: 'You are not in the circle any more.' },
  },
});

@InputType({ description: 'How much unpaid support you can give.' })
export class SayInformalSupportInput extends MutationInput {
  @Field(() => ID, { description: 'Your own place in the circle.' })
  circleMemberId: string;

  @Field(() => InformalSupportAnswer, { description: 'No, or up to so many hours.' })
  answer: InformalSupportAnswer;

  @Field(() => Int, { nullable: true, description: 'Hours a week at most, from 1 to 168; ignored for no.' })
  hoursAWeek?: number | null;

  @Field(() => String, { nullable: true, description: 'What you add, at most 2,000 characters.' })
  words?: string | null;
}

/** The error of sayInformalSupport. */
export const SayInformalSupportError = errorOf('SayInformalSupport', SayInformalSupportErrorCode);

@ObjectType({ description: 'What came of sayInformalSupport.', simpleResolvers: true })
export class SayInformalSupportPayload {
  @Field(() => CircleMember, { nullable: true, description: 'Your place in the circle as it stands now.' })
  circleMember: CircleMember | null;

  @Field(() => [SayInformalSupportError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
