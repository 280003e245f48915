import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RecordBestInterestsErrorCode } from '../api/representatives/best-interests.rules.ts';
import { CapacityFinding, RecordCapacityErrorCode } from '../api/representatives/capacity.rules.ts';
import { DecisionKind } from '../api/representatives/cover.rules.ts';
import { Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(CapacityFinding, {
  name: 'CapacityFinding',
  description: 'What was found about one decision; without a record, somebody can decide.',
  valuesConfig: {
    HAS_CAPACITY: { description: 'They can make this decision.' },
    LACKS_CAPACITY: { description: 'They could not make this decision at that time.' },
    COMPETENT_UNDER_16: { description: 'A child below 16 can make this decision.' },
  },
});

@ObjectType({
  description: 'Whether an individual could make one decision at one time; never changed.',
  simpleResolvers: true,
})
export class CapacityRecord {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => DecisionKind, { description: 'Kind of the decision.' })
  decisionKind: DecisionKind;

  @Field(() => String, { description: 'Decision, in words.' })
  decision: string;

  @Field(() => CapacityFinding, { description: 'What was found.' })
  finding: CapacityFinding;

  @Field(() => Boolean, { description: 'Whether they could understand what the decision takes.' })
  understands: boolean;

  @Field(() => Boolean, { description: 'Whether they could keep it in mind for long enough.' })
  retains: boolean;

  @Field(() => Boolean, { description: 'Whether they could weigh it.' })
  weighs: boolean;

  @Field(() => Boolean, { description: 'Whether they could tell what they decide, by any means.' })
  communicates: boolean;

  @Field(() => String, { description: 'Support that was given first.' })
  supportGiven: string;

  @Field(() => String, { description: 'What was asked, said and seen.' })
  grounds: string;

  @Field(() => String, {
    nullable: true,
    description: 'What keeps them from deciding this; null unless capacity is lacking.',
  })
  impairment: string | null;

  @Field(() => String, { description: 'Who assessed it, with their role.' })
  assessor: string;

  @Field(() => DateScalar, { description: 'Day on which it was assessed.' })
  assessedOn: string;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recorder: Person | null;

  @Field(() => BestInterestsRecord, {
    nullable: true,
    description: 'Latest record of how the decision was made for them; null when there is none.',
  })
  bestInterests: BestInterestsRecord | null;
}

@ObjectType({
  description: 'Option in a best-interests decision, with what speaks for and against it.',
  simpleResolvers: true,
})
export class WeighedOption {
  @Field(() => String, { description: 'What the option is.' })
  option: string;

  @Field(() => String, { description: 'What is good about it for the person.' })
  benefits: string;

  @Field(() => String, { description: 'What is not good about it for the person.' })
  disbenefits: string;
}

@ObjectType({ description: 'Somebody who was asked in a best-interests decision.', simpleResolvers: true })
export class ConsultedPerson {
  @Field(() => String, { description: 'Who it is, and what they are to the person.' })
  who: string;

  @Field(() => String, { description: 'What they said.' })
  said: string;
}

@ObjectType({
  description: 'How one decision was made for somebody who could not make it; never changed.',
  simpleResolvers: true,
})
export class BestInterestsRecord {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What the person wants, said or shown.' })
  wishes: string;

  @Field(() => [WeighedOption], { description: 'Every option, as it was written; at most 10.' })
  options: WeighedOption[];

  @Field(() => [ConsultedPerson], { description: 'Who was asked, as it was written; at most 20.' })
  consulted: ConsultedPerson[];

  @Field(() => String, { description: 'Why nothing that restricts the person less would do.' })
  leastRestrictive: string;

  @Field(() => Int, { description: 'Place of the chosen option among the options, from 0.' })
  chosenOption: number;

  @Field(() => String, { description: 'Why it is in the best interests of the person.' })
  reasons: string;

  @Field(() => String, { description: 'Who decided, with their role.' })
  decidedBy: string;

  @Field(() => DateScalar, { description: 'Day of the decision.' })
  decidedOn: string;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recorder: Person | null;
}

registerEnumType(RecordCapacityErrorCode, {
  name: 'RecordCapacityErrorCode',
  description: 'Why a capacity record was not kept.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    DECISION_REQUIRED: { description: 'Decision is not said.' },
    SUPPORT_REQUIRED: { description: 'Support that was given first is not said.' },
    GROUNDS_REQUIRED: { description: 'Grounds are not said.' },
    ASSESSOR_REQUIRED: { description: 'Nobody is named who assessed it.' },
    FINDING_NOT_BORNE_OUT: { description: 'The four answers say something else than the finding.' },
    IMPAIRMENT_REQUIRED: { description: 'Nothing is said to keep them from deciding.' },
    NOT_FOR_THIS_AGE: { description: "Finding is not for the individual's age." },
    ASSESSED_IN_FUTURE: { description: 'Day of the assessment is to come.' },
  },
});

@InputType({ description: 'What was found about one decision at one time.' })
export class RecordCapacityInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose decision it is.' })
  individualId: string;

  @Field(() => DecisionKind, { description: 'Kind of the decision.' })
  decisionKind: DecisionKind;

  @Field(() => String, { description: 'Decision, in words, at most 500 characters.' })
  decision: string;

  @Field(() => ID, { nullable: true, description: 'Outcome that the decision is about; null when it is about none.' })
  aboutId?: string | null;

  @Field(() => CapacityFinding, { description: 'What was found; lacking when any of the four answers is no.' })
  finding: CapacityFinding;

  @Field(() => Boolean, { description: 'Whether they could understand what the decision takes.' })
  understands: boolean;

  @Field(() => Boolean, { description: 'Whether they could keep it in mind for long enough.' })
  retains: boolean;

  @Field(() => Boolean, { description: 'Whether they could weigh it.' })
  weighs: boolean;

  @Field(() => Boolean, { description: 'Whether they could tell what they decide, by any means.' })
  communicates: boolean;

  @Field(() => String, { description: 'Support that was given first, at most 2,000 characters.' })
  supportGiven: string;

  @Field(() => String, { description: 'What was asked, said and seen, at most 2,000 characters.' })
  grounds: string;

  @Field(() => String, { nullable: true, description: 'What keeps them from deciding this, at most 500 characters.' })
  impairment?: string | null;

  @Field(() => String, { description: 'Who assessed it, with their role, at most 200 characters.' })
  assessor: string;

  @Field(() => DateScalar, { description: 'Day on which it was assessed.' })
  assessedOn: string;
}

/** The error of recordCapacity. */
export const RecordCapacityError = errorOf('RecordCapacity', RecordCapacityErrorCode);

@ObjectType({ description: 'What came of recordCapacity.', simpleResolvers: true })
export class RecordCapacityPayload {
  @Field(() => CapacityRecord, { nullable: true, description: 'Record; null when refused.' })
  capacityRecord: CapacityRecord | null;

  @Field(() => [RecordCapacityError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(RecordBestInterestsErrorCode, {
  name: 'RecordBestInterestsErrorCode',
  description: 'Why a best-interests record was not kept.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    NOT_LACKING: { description: 'Capacity record does not say that the decision could not be made.' },
    OPTIONS_MISSING: { description: 'There are fewer than 2 options, or more than 10.' },
    OPTION_NOT_WEIGHED: { description: 'Option lacks words, benefits or disbenefits.' },
    NOT_AN_OPTION: { description: 'Chosen option is none of them.' },
    WISHES_REQUIRED: { description: 'Wishes of the person are not said.' },
    NOBODY_CONSULTED: { description: 'Nobody was asked, more than 20 were, or what somebody said is missing.' },
    LEAST_RESTRICTIVE_REQUIRED: { description: 'Nothing is said about what restricts least.' },
    REASONS_REQUIRED: { description: 'Reasons, or who decided, are not said.' },
    DECIDED_IN_FUTURE: { description: 'Day of the decision is to come.' },
  },
});

@InputType({ description: 'Option with what speaks for and against it; each at most 2,000 characters.' })
export class WeighedOptionInput {
  @Field(() => String, { description: 'What the option is.' })
  option: string;

  @Field(() => String, { description: 'What is good about it for the person.' })
  benefits: string;

  @Field(() => String, { description: 'What is not good about it for the person.' })
  disbenefits: string;
}

@InputType({ description: 'Somebody who was asked; each at most 2,000 characters.' })
export class ConsultedPersonInput {
  @Field(() => String, { description: 'Who it is, and what they are to the person.' })
  who: string;

  @Field(() => String, { description: 'What they said.' })
  said: string;
}

@InputType({ description: 'How one decision was made for somebody who could not make it.' })
export class RecordBestInterestsInput extends MutationInput {
  @Field(() => ID, { description: 'Record that found the decision could not be made.' })
  capacityRecordId: string;

  @Field(() => String, { description: 'What the person wants, said or shown, at most 2,000 characters.' })
  wishes: string;

  @Field(() => [WeighedOptionInput], { description: 'Every option, from 2 to 10.' })
  options: WeighedOptionInput[];

  @Field(() => [ConsultedPersonInput], { description: 'Who was asked, from 1 to 20.' })
  consulted: ConsultedPersonInput[];

  @Field(() => String, { description: 'Why nothing less restrictive would do, at most 2,000 characters.' })
  leastRestrictive: string;

  @Field(() => Int, { description: 'Place of the chosen option among the options, from 0.' })
  chosenOption: number;

  @Field(() => String, { description: 'Why it is in their best interests, at most 2,000 characters.' })
  reasons: string;

  @Field(() => String, { description: 'Who decided, with their role, at most 200 characters.' })
  decidedBy: string;

  @Field(() => DateScalar, { description: 'Day of the decision.' })
  decidedOn: string;
}

/** The error of recordBestInterests. */
export const RecordBestInterestsError = errorOf('RecordBestInterests', RecordBestInterestsErrorCode);

@ObjectType({ description: 'What came of recordBestInterests.', simpleResolvers: true })
export class RecordBestInterestsPayload {
  @Field(() => BestInterestsRecord, { nullable: true, description: 'Record; null when refused.' })
  bestInterestsRecord: BestInterestsRecord | null;

  @Field(() => [RecordBestInterestsError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
