import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { RecordPart } from '../api/common/record-part.ts';
import {
  AnswerCorrectionErrorCode,
  AskForCorrectionErrorCode,
  CorrectionAnswer,
  CorrectionState,
  StateDisagreementErrorCode,
} from '../api/records/correction.rules.ts';
import { connectionOf } from './paging.ts';
import { Person } from './person.ts';
import { DateScalar, DateTime } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(CorrectionState, {
  name: 'CorrectionState',
  description: 'How a correction stands.',
  valuesConfig: {
    OPEN: { description: 'Nobody has answered yet.' },
    CORRECTED: { description: 'Record was put right.' },
    NOT_CORRECTED: { description: 'Record stays as it is, with the reason.' },
  },
});

registerEnumType(CorrectionAnswer, {
  name: 'CorrectionAnswer',
  description: 'What the authority answers.',
  valuesConfig: {
    CORRECTED: { description: 'Record was put right.' },
    NOT_CORRECTED: { description: 'Record stays as it is.' },
  },
});

@ObjectType({
  description: 'What somebody says is wrong in an individual’s record, and the answer.',
  simpleResolvers: true,
})
export class Correction {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => RecordPart, { description: 'Part of the record.' })
  part: RecordPart;

  @Field(() => String, { description: 'What is wrong.' })
  wrong: string;

  @Field(() => String, { description: 'What it should say.' })
  shouldSay: string;

  @Field(() => Person, { nullable: true, description: 'Who asked; null when you may not know.' })
  askedBy: Person | null;

  @Field(() => DateScalar, { description: 'Day on which they asked.' })
  askedOn: string;

  @Field(() => DateScalar, { description: 'Last day for the answer: a calendar month later.' })
  answerDueOn: string;

  @Field(() => Boolean, { description: 'Whether the answer is late today.' })
  isAnswerLate: boolean;

  @Field(() => CorrectionState, { description: 'How it stands.' })
  state: CorrectionState;

  @Field(() => String, { nullable: true, description: 'Answer in words; null when there is none.' })
  answer: string | null;

  @Field(() => Person, { nullable: true, description: 'Who answered; null when nobody has, or you may not know.' })
  answeredBy: Person | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null while it waits.' })
  answeredAt: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Statement of disagreement, which stays for good; null when there is none.',
  })
  disagreement: string | null;

  @Field(() => Boolean, { description: 'Whether you can answer it.' })
  viewerCanAnswer: boolean;

  @Field(() => Boolean, { description: 'Whether you can state that you disagree.' })
  viewerCanDisagree: boolean;
}

/** A page of corrections. */
export const CorrectionConnection = connectionOf('Correction', () => Correction);

registerEnumType(AskForCorrectionErrorCode, {
  name: 'AskForCorrectionErrorCode',
  description: 'Why a correction could not be asked for.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than 2,000 characters.' },
    WRONG_REQUIRED: { description: 'It is not said what is wrong.' },
    SHOULD_SAY_REQUIRED: { description: 'It is not said what it should say.' },
  },
});

@InputType({ description: 'What is wrong in a record.' })
export class AskForCorrectionInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose record it is.' })
  individualId: string;

  @Field(() => RecordPart, { description: 'Part of the record.' })
  part: RecordPart;

  @Field(() => String, { description: 'What is wrong, at most 2,000 characters.' })
  wrong: string;

  @Field(() => String, { description: 'What it should say, at most 2,000 characters.' })
  shouldSay: string;
}

/** The error of askForCorrection. */
export const AskForCorrectionError = errorOf('AskForCorrection', AskForCorrectionErrorCode);

@ObjectType({ description: 'What came of askForCorrection.', simpleResolvers: true })
export class AskForCorrectionPayload {
  @Field(() => Correction, { nullable: true, description: 'Correction; null when refused.' })
  correction: Correction | null;

  @Field(() => [AskForCorrectionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(AnswerCorrectionErrorCode, {
  name: 'AnswerCorrectionErrorCode',
  description: 'Why a correction could not be answered.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than 2,000 characters.' },
    REASON_REQUIRED: { description: 'It is not said why the record stays as it is.' },
    ANSWERED_ALREADY: { description: 'Somebody has answered it.' },
  },
});

@InputType({ description: 'Answer to what was said to be wrong.' })
export class AnswerCorrectionInput extends MutationInput {
  @Field(() => ID, { description: 'Correction to answer.' })
  correctionId: string;

  @Field(() => CorrectionAnswer, { description: 'Whether the record was put right.' })
  answer: CorrectionAnswer;

  @Field(() => String, {
    nullable: true,
    description: 'Answer in words, at most 2,000 characters; needed when the record stays as it is.',
  })
  reason?: string | null;
}

/** The error of answerCorrection. */
export const AnswerCorrectionError = errorOf('AnswerCorrection', AnswerCorrectionErrorCode);

@ObjectType({ description: 'What came of answerCorrection.', simpleResolvers: true })
export class AnswerCorrectionPayload {
  @Field(() => Correction, { nullable: true, description: 'Correction as it stands now.' })
  correction: Correction | null;

  @Field(() => [AnswerCorrectionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(StateDisagreementErrorCode, {
  name: 'StateDisagreementErrorCode',
  description: 'Why a disagreement could not be stated.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than 2,000 characters.' },
    WORDS_REQUIRED: { description: 'There are no words.' },
    NOTHING_TO_DISAGREE_WITH: { description: 'There is no answer that the record stays as it is.' },
    DISAGREED_ALREADY: { description: 'Statement stands beside it already.' },
  },
});

@InputType({ description: 'Statement of disagreement.' })
export class StateDisagreementInput extends MutationInput {
  @Field(() => ID, { description: 'Correction that was refused.' })
  correctionId: string;

  @Field(() => String, { description: 'How you see it, at most 2,000 characters.' })
  words: string;
}

/** The error of stateDisagreement. */
export const StateDisagreementError = errorOf('StateDisagreement', StateDisagreementErrorCode);

@ObjectType({ description: 'What came of stateDisagreement.', simpleResolvers: true })
export class StateDisagreementPayload {
  @Field(() => Correction, { nullable: true, description: 'Correction as it stands now.' })
  correction: Correction | null;

  @Field(() => [StateDisagreementError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
