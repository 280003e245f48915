import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FreshnessState, SetFreshnessPolicyErrorCode } from '../api/directory/freshness.rules.ts';
import { Organisation } from './organisation.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(FreshnessState, {
  name: 'FreshnessState',
  description: 'How an entry stands, by the time since its last check.',
  valuesConfig: {
    FRESH: { description: 'Checked not long ago.' },
    DUE: { description: 'Time for the next check.' },
    STALE: { description: 'Checked so long ago, or never, that it may be out of date; marked so.' },
    HIDDEN_FROM_CHOOSING: {
      description: 'Not checked for too long: it can be found and read, and not be added to options.',
    },
  },
});

@ObjectType({
  description: "How fresh an entry is today, by the policy of the viewer's authority; by the defaults for visitors.",
  simpleResolvers: true,
})
export class Freshness {
  @Field(() => FreshnessState, { description: 'How it stands.' })
  state: FreshnessState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which somebody last found it correct; null when nobody is known to have.',
  })
  lastAssuredOn: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who that was, as it stands after "by": "the group itself", "its publisher"; null when not known.',
  })
  assuredBy: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day from which the next check is due; null when it was due from the start.',
  })
  nextDueOn: string | null;

  @Field(() => String, { nullable: true, description: 'Warning in a few words; null while none is needed.' })
  mark: string | null;

  @Field(() => String, { description: 'All of it in sentences, with what to do.' })
  sentence: string;

  @Field(() => Boolean, { description: 'Whether it can be added to options.' })
  isChoosable: boolean;
}

@ObjectType({
  description: 'After how many months without a check an entry is old, for those who choose under one authority.',
  simpleResolvers: true,
})
export class FreshnessPolicy {
  @Field(() => Organisation, { description: 'Authority whose policy it is.' })
  authority: Organisation;

  @Field(() => Int, { description: 'Months after a check until the next is due, 1 to 36.' })
  freshMonths: number;

  @Field(() => Int, { description: 'Months after a check until it is marked as old, 2 to 48.' })
  staleMonths: number;

  @Field(() => Int, { description: 'Months after a check until it cannot be added to options, 3 to 60.' })
  hiddenMonths: number;

  @Field(() => Boolean, { description: 'Whether nobody has set it, so that the defaults hold.' })
  isDefault: boolean;
}

registerEnumType(SetFreshnessPolicyErrorCode, {
  name: 'SetFreshnessPolicyErrorCode',
  description: 'Why the policy could not be set.',
  valuesConfig: {
    MONTHS_NOT_VALID: { description: 'Months are not a whole number within their bounds.' },
    MONTHS_OUT_OF_ORDER: { description: 'Months of a later step are not more than those of the step before.' },
  },
});

@InputType({ description: 'After how many months without a check an entry is old.' })
export class SetFreshnessPolicyInput extends MutationInput {
  @Field(() => ID, { description: 'Authority whose policy it is.' })
  authorityId: string;

  @Field(() => Int, { description: 'Months after a check until the next is due, 1 to 36.' })
  freshMonths: number;

  @Field(() => Int, { description: 'Months after a check until it is marked as old, 2 to 48.' })
  staleMonths: number;

  @Field(() => Int, { description: 'Months after a check until it cannot be added to options, 3 to 60.' })
  hiddenMonths: number;
}

/** The error of setFreshnessPolicy. */
export const SetFreshnessPolicyError = errorOf('SetFreshnessPolicy', SetFreshnessPolicyErrorCode);

@ObjectType({ description: 'What came of setFreshnessPolicy.', simpleResolvers: true })
export class SetFreshnessPolicyPayload {
  @Field(() => Organisation, { nullable: true, description: 'Authority.' })
  authority: Organisation | null;

  @Field(() => [SetFreshnessPolicyError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
