import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  AnswerLetterErrorCode,
  LetterKind,
  LetterState,
  LinkState,
  SendLetterErrorCode,
} from '../api/directory/letter.rules.ts';
import { connectionOf } from './paging.ts';
import { DateScalar, DateTime } from './scalars.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(LetterKind, {
  name: 'LetterKind',
  description: 'Why a letter was written.',
  valuesConfig: {
    FIRST: { description: 'Check of the entry is due.' },
    SECOND: { description: 'First letter was not answered for a month.' },
    ASKED: { description: 'An editor of the directory asked for it.' },
  },
});

registerEnumType(LetterState, {
  name: 'LetterState',
  description: 'How far a letter has come.',
  valuesConfig: {
    WAITING: { description: 'It waits to be sent.' },
    SENDING: { description: 'It is being sent.' },
    SENT: { description: 'Mail server has taken it.' },
    FAILED: { description: 'It was not sent, and is not tried again.' },
  },
});

registerEnumType(LinkState, {
  name: 'LinkState',
  description: 'Whether the link of a letter can be used.',
  valuesConfig: {
    OPEN: { description: 'It can be answered.' },
    ANSWERED: { description: 'It was answered, or the entry was checked in another way.' },
    EXPIRED: { description: 'It has run out.' },
  },
});

@ObjectType({
  description: "E-mail that asks an entry's public contact whether it is still correct; for editors of the directory.",
  simpleResolvers: true,
})
export class Letter {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => LetterKind, { description: 'Why it was written.' })
  kind: LetterKind;

  @Field(() => LetterState, { description: 'How far it has come.' })
  state: LetterState;

  @Field(() => String, { description: 'Public address that it goes to.' })
  address: string;

  @Field(() => DateScalar, { description: 'Day on which it was written.' })
  writtenOn: string;

  @Field(() => DateTime, { nullable: true, description: 'When the mail server took it; null until then.' })
  sentAt: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null until then.' })
  answeredAt: string | null;

  @Field(() => DateScalar, { description: 'Last day on which its link works.' })
  expiresOn: string;

  @Field(() => String, { description: 'Link, to hand on by other means when no letter can be sent.' })
  link: string;
}

/** A page of letters. */
export const LetterConnection = connectionOf('Letter', () => Letter);

@ObjectType({
  description: 'What the link of a letter leads to. Looking at it changes nothing.',
  simpleResolvers: true,
})
export class FollowedLink {
  @Field(() => LinkState, { description: 'Whether it can be answered.' })
  state: LinkState;

  @Field(() => DateScalar, { description: 'Last day on which it can be answered.' })
  expiresOn: string;

  @Field(() => Service, {
    nullable: true,
    description: 'Service whose entry it asks about; null when it is no longer listed.',
  })
  service: Service | null;
}

registerEnumType(SendLetterErrorCode, {
  name: 'SendLetterErrorCode',
  description: 'Why no letter could be sent.',
  valuesConfig: {
    NO_ADDRESS: { description: 'No public e-mail address is known.' },
    WRITTEN_TODAY: { description: 'An editor sent one today.' },
    SERVICE_ENDED: { description: 'Service has ended.' },
  },
});

@InputType({ description: 'Entry whose contact is to be asked.' })
export class SendLetterInput extends MutationInput {
  @Field(() => ID, { description: 'Service whose entry it is.' })
  serviceId: string;
}

/** The error of sendLetter. */
export const SendLetterError = errorOf('SendLetter', SendLetterErrorCode);

@ObjectType({ description: 'What came of sendLetter.', simpleResolvers: true })
export class SendLetterPayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now.' })
  service: Service | null;

  @Field(() => [SendLetterError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(AnswerLetterErrorCode, {
  name: 'AnswerLetterErrorCode',
  description: 'Why the link of a letter could not be used.',
  valuesConfig: {
    LINK_NOT_VALID: { description: 'It is no link of ours, or only a part of one.' },
    LINK_EXPIRED: { description: 'It has run out.' },
    ALREADY_ANSWERED: { description: 'It was answered, or the entry was checked in another way.' },
    WORDS_NEEDED: { description: 'Something is wrong, and what that is is missing.' },
    TEXT_TOO_LONG: { description: 'Words are longer than 2,000 characters.' },
  },
});

@InputType({ description: 'Answer to a letter. No account is needed: the link is enough.' })
export class AnswerLetterInput extends MutationInput {
  @Field(() => String, { description: 'Last part of the link.' })
  token: string;

  @Field(() => Boolean, { description: 'Whether the entry is still correct.' })
  isStillCorrect: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong, at most 2,000 characters; needed when something is. Editors of the directory read it.',
  })
  words?: string | null;
}

/** The error of answerLetter. */
export const AnswerLetterError = errorOf('AnswerLetter', AnswerLetterErrorCode);

@ObjectType({ description: 'What came of answerLetter.', simpleResolvers: true })
export class AnswerLetterPayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now; null when the link does not work.' })
  service: Service | null;

  @Field(() => [AnswerLetterError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
