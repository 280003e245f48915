import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  ContactWay,
  DescribeCommunicationErrorCode,
  InformationFormat,
  InterpreterKind,
  LettersLanguage,
} from '../api/people/communication.rules.ts';
import { Individual, Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(LettersLanguage, {
  name: 'LettersLanguage',
  description: 'Language of letters and pages.',
  valuesConfig: {
    ENGLISH: { description: 'English.' },
    WELSH: { description: 'Welsh.' },
  },
});

registerEnumType(InterpreterKind, {
  name: 'InterpreterKind',
  description: 'Interpreter that somebody needs.',
  valuesConfig: {
    SPOKEN: { description: 'Of a spoken language.' },
    BSL: { description: 'British Sign Language.' },
    SSE: { description: 'Sign-supported English.' },
    TACTILE_BSL: { description: 'British Sign Language by touch.' },
    DEAFBLIND_MANUAL: { description: 'Deafblind manual alphabet.' },
    LIPSPEAKER: { description: 'Lipspeaker.' },
    SPEECH_TO_TEXT: { description: 'Speech-to-text reporter.' },
  },
});

registerEnumType(InformationFormat, {
  name: 'InformationFormat',
  description: 'Format of information other than ordinary print.',
  valuesConfig: {
    EASY_READ: { description: 'Easy Read.' },
    LARGE_PRINT: { description: 'Large print.' },
    BRAILLE: { description: 'Braille.' },
    AUDIO: { description: 'Audio.' },
    SYMBOLS: { description: 'Symbols or pictures.' },
    PLAIN_TEXT: { description: 'Plain text for a screen reader.' },
    BSL_VIDEO: { description: 'British Sign Language video.' },
  },
});

registerEnumType(ContactWay, {
  name: 'ContactWay',
  description: 'Way to reach somebody.',
  valuesConfig: {
    PHONE: { description: 'Telephone.' },
    TEXT: { description: 'Text message.' },
    EMAIL: { description: 'E-mail.' },
    LETTER: { description: 'Letter.' },
    VIDEO: { description: 'Video call.' },
    IN_PERSON: { description: 'Visit.' },
    THROUGH_SOMEBODY: { description: 'By way of somebody else.' },
  },
});

registerEnumType(DescribeCommunicationErrorCode, {
  name: 'DescribeCommunicationErrorCode',
  description: 'Why a communication profile was not kept.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    WAYS_CONTRADICT: { description: 'One way is both wanted and never to be used.' },
    CHANGED_MEANWHILE: { description: 'Somebody changed it after the version that you named.' },
    SPEAKER_NOT_KNOWN: { description: 'Speaker is neither the individual, nor you, nor in the circle.' },
  },
});

@ObjectType({
  description: 'How an individual communicates; shown wherever the record opens.',
  simpleResolvers: true,
})
export class Communication {
  @Field(() => String, {
    nullable: true,
    description: 'Pronouns to use, in their own words, at most 60 characters; null when not said.',
  })
  pronouns: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What they want to be called as somebody who draws on support, such as "tenant", at most 60 characters; null when not said.',
  })
  noun: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language they speak, by its English name, at most 60 characters; null when not said.',
  })
  spokenLanguage: string | null;

  @Field(() => LettersLanguage, { description: 'Language of letters and pages.' })
  lettersLanguage: LettersLanguage;

  @Field(() => InterpreterKind, { nullable: true, description: 'Interpreter they need; null when none.' })
  interpreter: InterpreterKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Dialect, gender or anything else about the interpreter, at most 300 characters; null when not said.',
  })
  interpreterNote: string | null;

  @Field(() => [InformationFormat], {
    description: 'Formats in which they want information, at most 7; empty when ordinary print is right.',
  })
  formats: InformationFormat[];

  @Field(() => [ContactWay], { description: 'Ways to reach them that they like, at most 7; empty when not said.' })
  contactBy: ContactWay[];

  @Field(() => [ContactWay], { description: 'Ways never to be used, at most 7.' })
  neverBy: ContactWay[];

  @Field(() => String, {
    nullable: true,
    description: 'When to reach them, at most 300 characters; null when not said.',
  })
  bestTimes: string | null;

  @Field(() => String, { nullable: true, description: 'How they say yes, at most 300 characters; null when not said.' })
  saysYes: string | null;

  @Field(() => String, { nullable: true, description: 'How they say no, at most 300 characters; null when not said.' })
  saysNo: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How much time they need, and what helps, at most 300 characters; null when not said.',
  })
  needsTime: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Devices, symbols, objects or a passport they use, at most 300 characters; null when not said.',
  })
  uses: string | null;

  @Field(() => [String], {
    description: 'What anybody who opens the record has to know at once, in sentences; at most 6.',
  })
  flags: string[];

  @Field(() => Person, { nullable: true, description: 'Who said how it is; null when you may not know.' })
  speaker: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recorder: Person | null;

  @Field(() => DateScalar, { description: 'Day on which it was last looked through.' })
  reviewedOn: string;

  @Field(() => DateScalar, { description: 'Day on which it is due for a look: a year later.' })
  reviewDueOn: string;

  @Field(() => Int, { description: 'Number of its last change, from 1; a change names the one that it was made on.' })
  version: number;
}

@InputType({ description: 'How an individual communicates, whole: what is left out is taken as not said.' })
export class DescribeCommunicationInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose profile it is.' })
  individualId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Pronouns to use, in their own words, at most 60 characters; null when not said.',
  })
  pronouns?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What they want to be called as somebody who draws on support, such as "tenant", at most 60 characters; null when not said.',
  })
  noun?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language they speak, by its English name, at most 60 characters; null when not said.',
  })
  spokenLanguage?: string | null;

  @Field(() => LettersLanguage, { description: 'Language of letters and pages.' })
  lettersLanguage: LettersLanguage;

  @Field(() => InterpreterKind, { nullable: true, description: 'Interpreter they need; null when none.' })
  interpreter?: InterpreterKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Dialect, gender or anything else about the interpreter, at most 300 characters; null when not said.',
  })
  interpreterNote?: string | null;

  @Field(() => [InformationFormat], {
    description: 'Formats in which they want information, at most 7; empty when ordinary print is right.',
  })
  formats: InformationFormat[];

  @Field(() => [ContactWay], { description: 'Ways to reach them that they like, at most 7; empty when not said.' })
  contactBy: ContactWay[];

  @Field(() => [ContactWay], { description: 'Ways never to be used, at most 7.' })
  neverBy: ContactWay[];

  @Field(() => String, {
    nullable: true,
    description: 'When to reach them, at most 300 characters; null when not said.',
  })
  bestTimes?: string | null;

  @Field(() => String, { nullable: true, description: 'How they say yes, at most 300 characters; null when not said.' })
  saysYes?: string | null;

  @Field(() => String, { nullable: true, description: 'How they say no, at most 300 characters; null when not said.' })
  saysNo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How much time they need, and what helps, at most 300 characters; null when not said.',
  })
  needsTime?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Devices, symbols, objects or a passport they use, at most 300 characters; null when not said.',
  })
  uses?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who said it: the individual when left out; otherwise the individual, you, or somebody in the circle.',
  })
  spokenById?: string | null;

  @Field(() => Int, { description: 'Version that you saw; 0 when there was none.' })
  version: number;
}

/** The error of describeCommunication. */
export const DescribeCommunicationError = errorOf('DescribeCommunication', DescribeCommunicationErrorCode);

@ObjectType({ description: 'What came of describeCommunication.', simpleResolvers: true })
export class DescribeCommunicationPayload {
  @Field(() => Individual, { nullable: true, description: 'Individual as the record stands now.' })
  individual: Individual | null;

  @Field(() => [DescribeCommunicationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
