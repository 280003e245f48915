import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  AgreeOutcomeErrorCode,
  OutcomeState,
  StateOutcomeErrorCode,
  WithdrawOutcomeErrorCode,
} from '../api/outcomes/outcome.rules.ts';
import { Appraisal } from './appraisal.ts';
import { GROUNDS_MEANING } from './grounds.ts';
import { OutcomeDomain } from './outcome-domain.ts';
import { connectionOf } from './paging.ts';
import { Individual, Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(OutcomeState, {
  name: 'OutcomeState',
  description: 'How far an outcome has come.',
  valuesConfig: {
    DRAFT: { description: 'Written down, and not agreed yet.' },
    AGREED: { description: 'Agreed by the person, or by somebody who may bind them.' },
    WITHDRAWN: { description: 'No longer wanted.' },
  },
});

@ObjectType({ description: 'What a person wants to happen, in their own words.', simpleResolvers: true })
export class Outcome {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Words as they were said, at most 2,000 characters; nobody edits them.' })
  statement: string;

  @Field(() => OutcomeDomain, { description: 'Part of life it belongs to.' })
  domain: OutcomeDomain;

  @Field(() => Int, { nullable: true, description: 'How it is now, 0 to 10; null when not said.' })
  baseline: number | null;

  @Field(() => Int, { nullable: true, description: 'How it should be, 0 to 10; null when not said.' })
  target: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which; null when not said.' })
  byWhen: string | null;

  @Field(() => Int, { description: "Place in the person's own order, 1 first, at most 9; places may be shared." })
  priority: number;

  @Field(() => OutcomeState, { description: 'How far it has come.' })
  state: OutcomeState;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was agreed; null when it never was.' })
  agreedOn: string | null;

  @Field(() => Person, { nullable: true, description: 'Who agreed it; null when nobody did, or you may not know.' })
  agreedBy: Person | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null when it was not, or nobody said.' })
  withdrawnReason: string | null;

  @Field(() => Person, { nullable: true, description: 'Who said it; null when you may not know.' })
  spokenBy: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recordedBy: Person | null;

  @Field(() => Individual, { description: 'Individual whose outcome it is.' })
  individual: Individual;

  @Field(() => Appraisal, {
    nullable: true,
    description: 'Options for it, side by side, the latest time they were looked at; null when they never were.',
  })
  appraisal: Appraisal | null;

  @Field(() => Boolean, { description: 'Whether you can agree it now.' })
  viewerCanAgree: boolean;

  @Field(() => Boolean, { description: 'Whether you can withdraw it now.' })
  viewerCanWithdraw: boolean;

  @Field(() => Boolean, { description: 'Whether you can look at options for it now.' })
  viewerCanAppraise: boolean;
}

/** A page of outcomes. */
export const OutcomeConnection = connectionOf('Outcome', () => Outcome);

registerEnumType(StateOutcomeErrorCode, {
  name: 'StateOutcomeErrorCode',
  description: 'Why an outcome could not be written down.',
  valuesConfig: {
    STATEMENT_REQUIRED: { description: 'There are no words.' },
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    LEVEL_OUT_OF_RANGE: { description: 'Number from 0 to 10 is meant.' },
    PRIORITY_OUT_OF_RANGE: { description: 'Number from 1 to 9 is meant.' },
    DAY_PAST: { description: 'Day has passed.' },
    SPEAKER_NOT_KNOWN: { description: 'Speaker is neither the individual, nor you, nor in the circle.' },
  },
});

@InputType({ description: 'Outcome to write down.' })
export class StateOutcomeInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose outcome it is.' })
  individualId: string;

  @Field(() => String, { description: 'Words as they were said, at most 2,000 characters.' })
  statement: string;

  @Field(() => OutcomeDomain, { description: 'Part of life it belongs to.' })
  domain: OutcomeDomain;

  @Field(() => Int, { nullable: true, description: 'How it is now, 0 to 10.' })
  baseline?: number | null;

  @Field(() => Int, { nullable: true, description: 'How it should be, 0 to 10.' })
  target?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which; today or later.' })
  byWhen?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Place in the person's own order, 1 to 9; after all others when left out.",
  })
  priority?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who said it: the individual when left out; otherwise the individual, you, or somebody in the circle.',
  })
  spokenById?: string | null;
}

/** The error of stateOutcome. */
export const StateOutcomeError = errorOf('StateOutcome', StateOutcomeErrorCode);

@ObjectType({ description: 'What came of stateOutcome.', simpleResolvers: true })
export class StateOutcomePayload {
  @Field(() => Outcome, { nullable: true, description: 'Outcome; null when refused.' })
  outcome: Outcome | null;

  @Field(() => [StateOutcomeError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(AgreeOutcomeErrorCode, {
  name: 'AgreeOutcomeErrorCode',
  description: 'Why an outcome could not be agreed.',
  valuesConfig: { ...GROUNDS_MEANING, OUTCOME_WITHDRAWN: { description: 'It was withdrawn.' } },
});

@InputType({ description: 'Outcome to agree.' })
export class AgreeOutcomeInput extends MutationInput {
  @Field(() => ID, { description: 'Outcome that is what the person wants.' })
  outcomeId: string;
}

/** The error of agreeOutcome. */
export const AgreeOutcomeError = errorOf('AgreeOutcome', AgreeOutcomeErrorCode);

@ObjectType({ description: 'What came of agreeOutcome.', simpleResolvers: true })
export class AgreeOutcomePayload {
  @Field(() => Outcome, { nullable: true, description: 'Outcome as it stands now.' })
  outcome: Outcome | null;

  @Field(() => [AgreeOutcomeError], { description: 'Every reason for refusing; empty when done, or agreed before.' })
  userErrors: UserError[];
}

registerEnumType(WithdrawOutcomeErrorCode, {
  name: 'WithdrawOutcomeErrorCode',
  description: 'Why an outcome could not be withdrawn.',
  valuesConfig: { TEXT_TOO_LONG: { description: 'Reason is longer than 2,000 characters.' } },
});

@InputType({ description: 'Outcome to let go of.' })
export class WithdrawOutcomeInput extends MutationInput {
  @Field(() => ID, { description: 'Outcome that is no longer wanted.' })
  outcomeId: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 2,000 characters.' })
  reason?: string | null;
}

/** The error of withdrawOutcome. */
export const WithdrawOutcomeError = errorOf('WithdrawOutcome', WithdrawOutcomeErrorCode);

@ObjectType({ description: 'What came of withdrawOutcome.', simpleResolvers: true })
export class WithdrawOutcomePayload {
  @Field(() => Outcome, { nullable: true, description: 'Outcome as it stands now.' })
  outcome: Outcome | null;

  @Field(() => [WithdrawOutcomeError], {
    description: 'Every reason for refusing; empty when done, or withdrawn before.',
  })
  userErrors: UserError[];
}
