import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  AboutMeSection,
  SayAboutMeErrorCode,
  SpokenAs,
  TakeBackStatementErrorCode,
} from '../api/people/statement.rules.ts';
import { Individual, Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(AboutMeSection, {
  name: 'AboutMeSection',
  description: 'What a statement of About Me is about.',
  valuesConfig: {
    WHO_I_AM: { description: 'Who the person is.' },
    WHO_MATTERS: { description: 'People and animals who matter to them.' },
    WHAT_MATTERS: { description: 'What matters to them.' },
    STRENGTHS: { description: 'What they can do, know and bring.' },
    ROUTINES: { description: 'How a good day goes.' },
    WHAT_WORKS: { description: 'What works when somebody supports them.' },
    WHAT_TO_AVOID: { description: 'What to avoid.' },
  },
});

registerEnumType(SpokenAs, {
  name: 'SpokenAs',
  description: 'As what somebody spoke of an individual.',
  valuesConfig: {
    INDIVIDUAL: { description: 'As the individual.' },
    CIRCLE: { description: 'As somebody close to the individual.' },
    PROFESSIONAL: { description: 'As a professional; shown apart from the own words.' },
  },
});

@ObjectType({
  description: 'What somebody said about an individual, in their own words; never changed by anybody else.',
  simpleResolvers: true,
})
export class Statement {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => AboutMeSection, { description: 'What it is about.' })
  section: AboutMeSection;

  @Field(() => String, { description: 'Words as they were said, at most 2,000 characters.' })
  words: string;

  @Field(() => Person, { nullable: true, description: 'Who said it; null when you may not know.' })
  speaker: Person | null;

  @Field(() => SpokenAs, { description: 'As what the speaker spoke.' })
  spokenAs: SpokenAs;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recorder: Person | null;

  @Field(() => String, { nullable: true, description: 'Who helped to find the words; null when nobody did.' })
  helpedBy: string | null;

  @Field(() => DateScalar, { description: 'Day on which it was said.' })
  saidOn: string;

  @Field(() => Boolean, { description: 'Whether you can take it back.' })
  viewerCanTakeBack: boolean;
}

registerEnumType(SayAboutMeErrorCode, {
  name: 'SayAboutMeErrorCode',
  description: 'Why a statement was not kept.',
  valuesConfig: {
    WORDS_REQUIRED: { description: 'There are no words.' },
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    SPEAKER_NOT_KNOWN: { description: 'Speaker is neither the individual, nor you, nor in the circle.' },
    NOT_THEIR_WORDS: { description: 'Earlier statement is that of another speaker.' },
    SAID_ANEW_ALREADY: { description: 'Earlier statement was said anew or taken back.' },
  },
});

@InputType({ description: 'What somebody says about an individual.' })
export class SayAboutMeInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whom it is about.' })
  individualId: string;

  @Field(() => AboutMeSection, { description: 'What it is about.' })
  section: AboutMeSection;

  @Field(() => String, { description: 'Words as they were said, at most 2,000 characters.' })
  words: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who said it: the individual when left out; otherwise the individual, you, or somebody in the circle.',
  })
  spokenById?: string | null;

  @Field(() => String, { nullable: true, description: 'Who helped to find the words, at most 200 characters.' })
  helpedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'Earlier statement of the same speaker that this says anew.' })
  replacesId?: string | null;
}

/** The error of sayAboutMe. */
export const SayAboutMeError = errorOf('SayAboutMe', SayAboutMeErrorCode);

@ObjectType({ description: 'What came of sayAboutMe.', simpleResolvers: true })
export class SayAboutMePayload {
  @Field(() => Statement, { nullable: true, description: 'Statement; null when refused.' })
  statement: Statement | null;

  @Field(() => Individual, { nullable: true, description: 'Individual as the record stands now; null when refused.' })
  individual: Individual | null;

  @Field(() => [SayAboutMeError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(TakeBackStatementErrorCode, {
  name: 'TakeBackStatementErrorCode',
  description: 'Why a statement was not taken back.',
  valuesConfig: { SAID_ANEW_ALREADY: { description: 'Its speaker has said it anew since.' } },
});

/** The error of takeBackStatement. */
export const TakeBackStatementError = errorOf('TakeBackStatement', TakeBackStatementErrorCode);

@InputType({ description: 'Statement to take back.' })
export class TakeBackStatementInput extends MutationInput {
  @Field(() => ID, { description: 'Statement that is not to be shown any more.' })
  statementId: string;
}

@ObjectType({ description: 'What came of takeBackStatement.', simpleResolvers: true })
export class TakeBackStatementPayload {
  @Field(() => Individual, { nullable: true, description: 'Individual as the record stands now; null when refused.' })
  individual: Individual | null;

  @Field(() => [TakeBackStatementError], {
    description: 'Every reason for refusing; empty when done, or taken back before.',
  })
  userErrors: UserError[];
}
