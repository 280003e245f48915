import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { StateCriteriaErrorCode } from '../api/offers/criteria-stating.rules.ts';
import {
  CriterionAnswer,
  CriterionAttribute,
  CriterionOperator,
  CriterionSource,
} from '../api/offers/criterion.rules.ts';
import { RegulatedActivity } from '../api/directory/registration.rules.ts';
import { StateRegulatedCareErrorCode } from '../api/offers/regulated-care.rules.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(CriterionAttribute, {
  name: 'CriterionAttribute',
  description: 'What about a person or their support a criterion asks.',
  valuesConfig: {
    AGE: { description: 'Age in years.' },
    AREA: { description: 'Where the person lives.' },
    NEED: { description: 'Kind of need.' },
    ELIGIBILITY: { description: 'Eligibility, such as under the Care Act or for continuing health care.' },
    DIAGNOSIS: { description: 'Diagnosis.' },
    REFERRAL: { description: 'Who refers: oneself, or a professional.' },
    FUNDING: { description: 'Kind of money that pays.' },
    LANGUAGE: { description: 'Language.' },
    GENDER: { description: 'Gender of those it is for.' },
    MOBILITY: { description: 'Getting about, and getting in.' },
    MEDICATION: { description: 'Help with medicines.' },
    HOURS: { description: 'Times of day.' },
    MINIMUM_HOURS: { description: 'Least hours a week.' },
    WAITING: { description: 'Wait before it can start.' },
    MEMBERSHIP: { description: 'Membership.' },
    COST: { description: 'What it costs to join in.' },
    DOCUMENTS: { description: 'Documents to bring.' },
  },
});

registerEnumType(CriterionOperator, {
  name: 'CriterionOperator',
  description: 'How a criterion compares.',
  valuesConfig: {
    ANY_OF: { description: 'Any of the values will do.' },
    AT_LEAST: { description: 'At least the number.' },
    AT_MOST: { description: 'At most the number.' },
    ASK: { description: 'Only people can tell.' },
  },
});

registerEnumType(CriterionSource, {
  name: 'CriterionSource',
  description: 'Who says that a criterion holds.',
  valuesConfig: {
    FEED: { description: 'Entry in the directory, as it was read or written.' },
    PROVIDER: { description: 'Organisation that runs the service.' },
    EDITOR: { description: 'Editor of the directory.' },
  },
});

registerEnumType(CriterionAnswer, {
  name: 'CriterionAnswer',
  description: 'What a criterion comes to for one person.',
  valuesConfig: {
    MET: { description: 'Person meets it.' },
    NOT_MET: { description: 'Person does not meet it; asking is possible all the same.' },
    UNKNOWN: { description: 'Not enough is known: there is a question to ask.' },
  },
});

registerEnumType(StateCriteriaErrorCode, {
  name: 'StateCriteriaErrorCode',
  description: 'Why criteria could not be stated.',
  valuesConfig: {
    TOO_MANY: { description: 'There are more than 20.' },
    RULE_MISSING: { description: 'A rule has no words, or more than 300 characters.' },
    QUESTION_MISSING: { description: 'A rule has no question, or one of more than 300 characters.' },
    VALUES_IMPOSSIBLE: { description: 'The values do not fit how the rule compares.' },
  },
});

@ObjectType({
  description: 'Rule about who can use a service, in its own words; held against a person when one is named.',
  simpleResolvers: true,
})
export class AccessCriterion {
  @Field(() => CriterionAttribute, { description: 'What it asks.' })
  attribute: CriterionAttribute;

  @Field(() => Boolean, { description: 'Whether it cannot bend.' })
  isHard: boolean;

  @Field(() => String, { description: 'Rule in its own words.' })
  ruleText: string;

  @Field(() => String, { description: 'What to ask when it cannot be told.' })
  question: string;

  @Field(() => CriterionSource, { description: 'Who says so.' })
  source: CriterionSource;

  @Field(() => CriterionAnswer, {
    nullable: true,
    description: 'What it comes to for the person; null when nobody was named, or not somebody whose plan you share.',
  })
  answer: CriterionAnswer | null;

  @Field(() => String, { nullable: true, description: 'Answer in words; null when there is none.' })
  answerSentence: string | null;

  @Field(() => [String], { description: 'Facts of the person that were used; at most 5; empty when nothing is known.' })
  factsUsed: string[];
}

@InputType({ description: 'Rule about who can use a service.' })
export class AccessCriterionInput {
  @Field(() => CriterionAttribute, { description: 'What it asks.' })
  attribute: CriterionAttribute;

  @Field(() => CriterionOperator, { description: 'How it compares.' })
  operator: CriterionOperator;

  @Field(() => [String], {
    nullable: true,
    description:
      'Values it accepts; at most 50, each at most 100 characters; one number for a limit, none to be asked.',
  })
  accepted?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What a number counts, such as "years"; at most 30 characters.' })
  unit?: string | null;

  @Field(() => Boolean, { description: 'Whether it cannot bend.' })
  isHard: boolean;

  @Field(() => String, { description: 'Rule in its own words; at most 300 characters.' })
  ruleText: string;

  @Field(() => String, { description: 'What to ask when it cannot be told; at most 300 characters.' })
  question: string;
}

@InputType({ description: 'Who can use a service.' })
export class StateCriteriaInput extends MutationInput {
  @Field(() => ID, { description: 'Service it is about.' })
  serviceId: string;

  @Field(() => [AccessCriterionInput], {
    description: 'All rules, in order, at most 20: they take the place of those stated before.',
  })
  criteria: AccessCriterionInput[];
}

registerEnumType(StateRegulatedCareErrorCode, {
  name: 'StateRegulatedCareErrorCode',
  description: 'Why it could not be said which regulated care a service is.',
  valuesConfig: {
    NOT_THIS_CARE: { description: 'The activity is none of those that a service here can be.' },
    ASK_THE_EDITOR: { description: 'Something else was said already: an editor of the directory can change it.' },
  },
});

@InputType({ description: 'Which regulated care a service is.' })
export class StateRegulatedCareInput extends MutationInput {
  @Field(() => ID, { description: 'Service it is about.' })
  serviceId: string;

  @Field(() => RegulatedActivity, { nullable: true, description: 'Care that it is; null when it is none.' })
  activity?: RegulatedActivity | null;
}

/** The error of stateRegulatedCare. */
export const StateRegulatedCareError = errorOf('StateRegulatedCare', StateRegulatedCareErrorCode);

@ObjectType({ description: 'What came of stateRegulatedCare.', simpleResolvers: true })
export class StateRegulatedCarePayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now.' })
  service: Service | null;

  @Field(() => [StateRegulatedCareError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

/** The error of stateCriteria. */
export const StateCriteriaError = errorOf('StateCriteria', StateCriteriaErrorCode);

@ObjectType({ description: 'What came of stateCriteria.', simpleResolvers: true })
export class StateCriteriaPayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now.' })
  service: Service | null;

  @Field(() => [StateCriteriaError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
