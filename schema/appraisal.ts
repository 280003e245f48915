import { Field, Float, ID, InputType, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { AddOptionErrorCode } from '../api/appraisals/adding.rules.ts';
import {
  AppraisalState,
  ChooseOptionErrorCode,
  OpenAppraisalErrorCode,
  RemoveOptionErrorCode,
} from '../api/appraisals/appraisal.rules.ts';
import { OptionKind } from '../api/appraisals/option.rules.ts';
import { AccessCriterion } from './criterion.ts';
import { Money } from './money.ts';
import { Outcome } from './outcome.ts';
import { GROUNDS_MEANING } from './grounds.ts';
import { Person } from './person.ts';
import { DateTime, Decimal } from './scalars.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(AppraisalState, {
  name: 'AppraisalState',
  description: 'How far a comparison of options has come.',
  valuesConfig: {
    OPEN: { description: 'Options can be added, removed and chosen.' },
    DECIDED: { description: 'One option was chosen.' },
  },
});

registerEnumType(OptionKind, {
  name: 'OptionKind',
  description: 'What kind of thing an option is.',
  valuesConfig: {
    CARRY_ON_AS_NOW: { description: 'Nothing new starts; always possible.' },
    COMMUNITY_GROUP: { description: 'People who do something together.' },
    PROVIDER: { description: 'Support for a price.' },
    UNIVERSAL_SERVICE: {
      description: 'Service for everybody, such as a library or advice, and what nobody has sorted yet.',
    },
    OWN_IDEA: { description: "Idea of somebody's own, not in the directory." },
  },
});

@InterfaceType({
  description: 'One way to reach an outcome. Facts are as they were known when it was added; null means not known.',
  resolveType: (row: { readonly __typename?: string }) => row.__typename,
})
export abstract class Option {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name on the comparison.' })
  name: string;

  @Field(() => OptionKind, { description: 'What kind of thing it is.' })
  kind: OptionKind;

  @Field(() => String, { nullable: true, description: 'What it is, in a line; null when not said.' })
  summary: string | null;

  @Field(() => Money, { nullable: true, description: 'Cost of a week; null when not known.' })
  weeklyCost: Money | null;

  @Field(() => String, {
    nullable: true,
    description:
      'From what the weekly cost follows, such as "£21.60 an hour, 4 hours a week"; null when nothing is said.',
  })
  costGrounds: string | null;

  @Field(() => String, { nullable: true, description: 'When it happens, in words; null when not known.' })
  when: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is, or how one gets there; null when not known.' })
  gettingThere: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Miles from home as the crow flies, to a tenth; null when not known.',
  })
  distanceMiles: number | null;

  @Field(() => String, { nullable: true, description: 'When it could start, in words; null when not known.' })
  couldStart: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to weigh up, and what is worth asking; null when nothing is said.',
  })
  thingsToThinkAbout: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What happens when it does not take place; null when not known.',
  })
  ifItFallsThrough: string | null;

  @Field(() => Person, {
    nullable: true,
    description: 'Who put it forward; null when you may not know, and for carrying on as now.',
  })
  addedBy: Person | null;

  @Field(() => Boolean, { description: 'Whether it was chosen.' })
  isChosen: boolean;

  @Field(() => Boolean, { description: 'Whether you can take it off the list now.' })
  viewerCanRemove: boolean;
}

@ObjectType({ description: 'Option that is a service of the directory.', implements: Option, simpleResolvers: true })
export class ListedOption extends Option {
  @Field(() => Service, { nullable: true, description: 'Service it is; null when it is no longer listed.' })
  service: Service | null;

  @Field(() => [AccessCriterion], {
    description:
      'Who can use the service, held against the individual as things are today; at most 32; never a reason to hide it.',
  })
  criteria: AccessCriterion[];
}

@ObjectType({
  description: 'Option written by hand, and "Carry on as now".',
  implements: Option,
  simpleResolvers: true,
})
export class OwnOption extends Option {}

@ObjectType({ description: 'What was chosen, by whom, why, and with what support.', simpleResolvers: true })
export class Decision {
  @Field(() => Option, { description: 'Option that was chosen.' })
  chosen: Option;

  @Field(() => String, { description: "Why, in the decider's words; at most 2,000 characters." })
  reasons: string;

  @Field(() => Person, { nullable: true, description: 'Who decided; null when you may not know.' })
  decidedBy: Person | null;

  @Field(() => DateTime, { description: 'When.' })
  decidedAt: string;

  @Field(() => Boolean, { description: 'Whether it is what the person wanted most.' })
  isFirstPreference: boolean;

  @Field(() => String, { nullable: true, description: 'Help the person had to decide; null when none was recorded.' })
  supportGiven: string | null;
}

@ObjectType({ description: 'Options for one outcome, side by side, until one is chosen.', simpleResolvers: true })
export class Appraisal {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Outcome, { description: 'Outcome it is about.' })
  outcome: Outcome;

  @Field(() => AppraisalState, { description: 'How far it has come.' })
  state: AppraisalState;

  @Field(() => Int, {
    description: 'Number that goes up with every change; send it when choosing, to choose among what you saw.',
  })
  version: number;

  @Field(() => [Option], {
    description:
      'Options, at most 4 and carrying on as now: nearest first, then by name, carrying on as now last. Nobody can pay for a place.',
  })
  options: Option[];

  @Field(() => Decision, { nullable: true, description: 'What was chosen; null while it is open.' })
  decision: Decision | null;

  @Field(() => Boolean, { description: 'Whether you can add an option now.' })
  viewerCanAddOption: boolean;

  @Field(() => Boolean, { description: 'Whether you can choose now.' })
  viewerCanChoose: boolean;
}

registerEnumType(OpenAppraisalErrorCode, {
  name: 'OpenAppraisalErrorCode',
  description: 'Why options could not be looked at.',
  valuesConfig: { OUTCOME_NOT_AGREED: { description: 'Outcome is not agreed, or was withdrawn.' } },
});

@InputType({ description: 'What to compare options for.' })
export class OpenAppraisalInput extends MutationInput {
  @Field(() => ID, { description: 'Agreed outcome.' })
  outcomeId: string;
}

/** The error of openAppraisal. */
export const OpenAppraisalError = errorOf('OpenAppraisal', OpenAppraisalErrorCode);

@ObjectType({ description: 'What came of openAppraisal.', simpleResolvers: true })
export class OpenAppraisalPayload {
  @Field(() => Appraisal, { nullable: true, description: 'Comparison that is open; null when refused.' })
  appraisal: Appraisal | null;

  @Field(() => [OpenAppraisalError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(AddOptionErrorCode, {
  name: 'AddOptionErrorCode',
  description: 'Why an option could not be added.',
  valuesConfig: {
    OUTCOME_NOT_AGREED: { description: 'Outcome was withdrawn.' },
    APPRAISAL_DECIDED: { description: 'An option was chosen already.' },
    TOO_MANY_OPTIONS: { description: 'There are 4 options beside carrying on as now.' },
    ALREADY_AN_OPTION: { description: 'Service is among the options already.' },
    SERVICE_OR_OWN_IDEA: { description: 'Either a service or an own idea is meant, and only one of them.' },
    CHECK_OVERDUE: { description: 'Nobody has checked the entry for longer than the policy of the authority allows.' },
    SERVICE_NOT_RUNNING: { description: 'Service does not run any more.' },
    UNITS_NOT_VALID: { description: 'Units a week are not a number above zero and below 1,000.' },
    NAME_REQUIRED: { description: 'Idea has no name.' },
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    COST_NOT_VALID: { description: 'Cost of a week is below zero or too high.' },
  },
});

@InputType({ description: "Idea of one's own, not in the directory. What is not known is left out." })
export class OwnIdeaInput {
  @Field(() => String, { description: 'Short name, at most 300 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is, at most 500 characters.' })
  summary?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Cost of a week in pounds, such as "54.40".' })
  weeklyCost?: string | null;

  @Field(() => String, { nullable: true, description: 'When it happens, at most 500 characters.' })
  when?: string | null;

  @Field(() => String, { nullable: true, description: 'How one gets there, at most 500 characters.' })
  gettingThere?: string | null;

  @Field(() => String, { nullable: true, description: 'When it could start, at most 500 characters.' })
  couldStart?: string | null;

  @Field(() => String, { nullable: true, description: 'What to weigh up, at most 500 characters.' })
  thingsToThinkAbout?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What happens when it does not take place, at most 500 characters.',
  })
  ifItFallsThrough?: string | null;
}

@InputType({ description: 'Option to add: a service of the directory or an idea of your own.' })
export class AddOptionInput extends MutationInput {
  @Field(() => ID, { description: 'Open comparison to add it to.' })
  appraisalId: string;

  @Field(() => ID, { nullable: true, description: 'Service of the directory; its facts are filled in.' })
  serviceId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'How much of the service a week would have, in the unit of its price, such as "4" hours; for the weekly cost.',
  })
  unitsAWeek?: string | null;

  @Field(() => OwnIdeaInput, {
    nullable: true,
    description: 'Idea of your own, when it is not a service of the directory.',
  })
  own?: OwnIdeaInput | null;
}

/** The error of addOption. */
export const AddOptionError = errorOf('AddOption', AddOptionErrorCode);

@ObjectType({ description: 'What came of addOption.', simpleResolvers: true })
export class AddOptionPayload {
  @Field(() => Appraisal, { nullable: true, description: 'Comparison as it stands now.' })
  appraisal: Appraisal | null;

  @Field(() => [AddOptionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(RemoveOptionErrorCode, {
  name: 'RemoveOptionErrorCode',
  description: 'Why an option could not be taken off.',
  valuesConfig: {
    OUTCOME_NOT_AGREED: { description: 'Outcome was withdrawn.' },
    APPRAISAL_DECIDED: { description: 'An option was chosen already.' },
    NOT_AN_OPTION: { description: 'It is not among the options, or not any more.' },
    ALWAYS_THERE: { description: 'Carrying on as now cannot be taken off.' },
  },
});

@InputType({ description: 'Option to take off.' })
export class RemoveOptionInput extends MutationInput {
  @Field(() => ID, { description: 'Open comparison it is on.' })
  appraisalId: string;

  @Field(() => ID, { description: 'Option to take off.' })
  optionId: string;
}

/** The error of removeOption. */
export const RemoveOptionError = errorOf('RemoveOption', RemoveOptionErrorCode);

@ObjectType({ description: 'What came of removeOption.', simpleResolvers: true })
export class RemoveOptionPayload {
  @Field(() => Appraisal, { nullable: true, description: 'Comparison as it stands now.' })
  appraisal: Appraisal | null;

  @Field(() => [RemoveOptionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(ChooseOptionErrorCode, {
  name: 'ChooseOptionErrorCode',
  description: 'Why an option could not be chosen.',
  valuesConfig: {
    ...GROUNDS_MEANING,
    OUTCOME_NOT_AGREED: { description: 'Outcome was withdrawn.' },
    ALREADY_DECIDED: { description: 'An option was chosen already.' },
    CHANGED_MEANWHILE: { description: 'Options changed since the version you saw.' },
    NOT_AN_OPTION: { description: 'It is not among the options, or not any more.' },
    REASONS_REQUIRED: { description: 'There are no reasons.' },
    TEXT_TOO_LONG: { description: 'Text is longer than 2,000 characters.' },
  },
});

@InputType({ description: 'Choice of one option, and its reasons.' })
export class ChooseOptionInput extends MutationInput {
  @Field(() => ID, { description: 'Open comparison to choose from.' })
  appraisalId: string;

  @Field(() => ID, { description: 'Option that is chosen.' })
  optionId: string;

  @Field(() => String, { description: "Why, in the decider's words, at most 2,000 characters." })
  reasons: string;

  @Field(() => Boolean, { description: 'Whether it is what the person wants most.' })
  isFirstPreference: boolean;

  @Field(() => String, { nullable: true, description: 'Help the person had to decide, at most 2,000 characters.' })
  supportGiven?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the comparison you saw; when it changed since, you are told.',
  })
  version?: number | null;
}

/** The error of chooseOption. */
export const ChooseOptionError = errorOf('ChooseOption', ChooseOptionErrorCode);

@ObjectType({ description: 'What came of chooseOption.', simpleResolvers: true })
export class ChooseOptionPayload {
  @Field(() => Appraisal, { nullable: true, description: 'Comparison as it stands now.' })
  appraisal: Appraisal | null;

  @Field(() => [ChooseOptionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
