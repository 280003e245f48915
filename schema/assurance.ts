import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  AssuranceOrigin,
  AssuranceResult,
  AssureServiceErrorCode,
  CallMethod,
  LogCallErrorCode,
} from '../api/directory/assurance.rules.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { Person } from './person.ts';
import { DateScalar, DateTime } from './scalars.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(AssuranceOrigin, {
  name: 'AssuranceOrigin',
  description: 'How an entry was checked.',
  valuesConfig: {
    PUBLISHER: { description: 'Its publisher says so in a feed.' },
    CONTACT: { description: 'Its contact followed the link in a letter.' },
    ORGANISATION: { description: 'A member of the organisation that runs it said so here.' },
    EDITOR: { description: 'An editor of the directory said so.' },
    CALL: { description: 'An editor asked the people who run it.' },
  },
});

registerEnumType(AssuranceResult, {
  name: 'AssuranceResult',
  description: 'What was said of an entry.',
  valuesConfig: {
    STILL_CORRECT: { description: 'It is still correct.' },
    NOT_RIGHT: { description: 'Something is not right.' },
    NOT_REACHED: { description: 'Nobody could be asked.' },
  },
});

registerEnumType(CallMethod, {
  name: 'CallMethod',
  description: 'How an editor asked the people who run an entry.',
  valuesConfig: {
    PHONE: { description: 'By telephone.' },
    VIDEO: { description: 'By video.' },
    EMAIL: { description: 'By e-mail.' },
    VISIT: { description: 'In person.' },
    OTHER: { description: 'In another way.' },
  },
});

@ObjectType({
  description: 'That somebody looked at an entry, or tried to, and what they said of it.',
  simpleResolvers: true,
})
export class Assurance {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Service, { description: 'Service whose entry it is.' })
  service: Service;

  @Field(() => AssuranceOrigin, { description: 'How it was checked.' })
  origin: AssuranceOrigin;

  @Field(() => AssuranceResult, { description: 'What was said.' })
  result: AssuranceResult;

  @Field(() => DateScalar, { description: 'Day for which it holds.' })
  assuredOn: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  assuredAt: string;

  @Field(() => Person, {
    nullable: true,
    description: 'Who was signed in; null for a feed and a contact, and when you may not know.',
  })
  person: Person | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Organisation or authority for which they acted; null for a feed and a contact.',
  })
  actingFor: Organisation | null;

  @Field(() => CallMethod, { nullable: true, description: 'How they were asked; null unless it was a call.' })
  method: CallMethod | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the one who answered does there; null unless a call was answered.',
  })
  answeredBy: string | null;

  @Field(() => String, { nullable: true, description: 'What is not right, or a note; null when nothing was said.' })
  words: string | null;
}

/** A page of assurances. */
export const AssuranceConnection = connectionOf('Assurance', () => Assurance);

registerEnumType(AssureServiceErrorCode, {
  name: 'AssureServiceErrorCode',
  description: 'Why an entry could not be marked as checked.',
  valuesConfig: { SERVICE_ENDED: { description: 'Service has ended.' } },
});

@InputType({ description: 'Entry that is still correct.' })
export class AssureServiceInput extends MutationInput {
  @Field(() => ID, { description: 'Service whose entry it is.' })
  serviceId: string;
}

/** The error of assureService. */
export const AssureServiceError = errorOf('AssureService', AssureServiceErrorCode);

@ObjectType({ description: 'What came of assureService.', simpleResolvers: true })
export class AssureServicePayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now.' })
  service: Service | null;

  @Field(() => [AssureServiceError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(LogCallErrorCode, {
  name: 'LogCallErrorCode',
  description: 'Why a call could not be logged.',
  valuesConfig: {
    ANSWERED_BY_NEEDED: { description: 'Somebody answered, and what they do there is missing.' },
    WORDS_NEEDED: { description: 'Something is not right, and what that is is missing.' },
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
  },
});

@InputType({ description: 'That an editor asked the people who run an entry.' })
export class LogCallInput extends MutationInput {
  @Field(() => ID, { description: 'Service whose entry it is.' })
  serviceId: string;

  @Field(() => CallMethod, { description: 'How they were asked.' })
  method: CallMethod;

  @Field(() => AssuranceResult, { description: 'What they said.' })
  result: AssuranceResult;

  @Field(() => String, {
    nullable: true,
    description:
      'What the one who answered does there, at most 200 characters; never a name. Needed when somebody answered.',
  })
  answeredBy?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Notes, at most 2,000 characters; needed when something is not right.',
  })
  notes?: string | null;
}

/** The error of logCall. */
export const LogCallError = errorOf('LogCall', LogCallErrorCode);

@ObjectType({ description: 'What came of logCall.', simpleResolvers: true })
export class LogCallPayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now.' })
  service: Service | null;

  @Field(() => [LogCallError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
