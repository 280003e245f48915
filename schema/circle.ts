import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CircleLevel, Shared } from '../api/common/viewer.ts';
import { ChangeCircleMemberErrorCode, CircleKind, EndCircleMemberErrorCode } from '../api/people/circle.rules.ts';
import { CircleMember, Individual } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(ChangeCircleMemberErrorCode, {
  name: 'ChangeCircleMemberErrorCode',
  description: 'Why what somebody may see and do was not changed.',
  valuesConfig: {
    CHANGED_MEANWHILE: { description: 'Somebody changed it after the version that you named.' },
    ALREADY_ENDED: { description: 'They are not in the circle any more.' },
    LAST_DAY_PAST: { description: 'Last day has passed.' },
    NOT_YOURS_TO_GIVE: { description: 'You would give more than you were given.' },
    NOTHING_TO_ACT_ON: { description: 'Somebody who sees nothing cannot suggest or decide.' },
  },
});

registerEnumType(EndCircleMemberErrorCode, {
  name: 'EndCircleMemberErrorCode',
  description: "Why somebody's place in a circle was not ended.",
  valuesConfig: { CHANGED_MEANWHILE: { description: 'Somebody changed it after the version that you named.' } },
});

@InputType({ description: 'What somebody in a circle may see and do from now on.' })
export class ChangeCircleMemberInput extends MutationInput {
  @Field(() => ID, { description: 'Place in the circle to change.' })
  circleMemberId: string;

  @Field(() => CircleKind, { nullable: true, description: 'Of what kind they are; as it was when left out.' })
  kind?: CircleKind | null;

  @Field(() => [Shared], { description: 'Parts they may see, at most 4; empty for nothing.' })
  maySee: Shared[];

  @Field(() => CircleLevel, { description: 'What they may do.' })
  mayDo: CircleLevel;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, today or later; null for no end.' })
  endsOn?: string | null;

  @Field(() => Int, { description: 'Version that you saw.' })
  version: number;
}

/** The error of changeCircleMember. */
export const ChangeCircleMemberError = errorOf('ChangeCircleMember', ChangeCircleMemberErrorCode);

@ObjectType({ description: 'What came of changeCircleMember.', simpleResolvers: true })
export class ChangeCircleMemberPayload {
  @Field(() => CircleMember, { nullable: true, description: 'Place in the circle as it stands now.' })
  circleMember: CircleMember | null;

  @Field(() => [ChangeCircleMemberError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

@InputType({ description: 'Place in a circle to end at once.' })
export class EndCircleMemberInput extends MutationInput {
  @Field(() => ID, { description: 'Place in the circle to end.' })
  circleMemberId: string;

  @Field(() => Int, { description: 'Version that you saw.' })
  version: number;
}

/** The error of endCircleMember. */
export const EndCircleMemberError = errorOf('EndCircleMember', EndCircleMemberErrorCode);

@ObjectType({ description: 'What came of endCircleMember.', simpleResolvers: true })
export class EndCircleMemberPayload {
  @Field(() => Individual, {
    nullable: true,
    description: 'Individual whose circle it is; null when refused, or when you may not see them any more.',
  })
  individual: Individual | null;

  @Field(() => [EndCircleMemberError], { description: 'Every reason for refusing; empty when done, or ended before.' })
  userErrors: UserError[];
}
