import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InterpreterKind } from '../api/people/communication.rules.ts';
import {
  AskForInterpreterErrorCode,
  BookingSettlement,
  BookingState,
  SettleInterpreterBookingErrorCode,
} from '../api/people/interpreter-booking.rules.ts';
import { connectionOf } from './paging.ts';
import { Individual, Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(BookingState, {
  name: 'BookingState',
  description: 'How the booking of an interpreter stands.',
  valuesConfig: {
    ASKED: { description: 'Somebody wants one; none is booked.' },
    BOOKED: { description: 'One is booked.' },
    CANCELLED: { description: 'None is wanted any more.' },
  },
});

registerEnumType(BookingSettlement, {
  name: 'BookingSettlement',
  description: 'What can become of a booking.',
  valuesConfig: {
    BOOKED: { description: 'One is booked.' },
    CANCELLED: { description: 'None is wanted any more.' },
  },
});

@ObjectType({ description: 'Interpreter wanted for an individual on a day.', simpleResolvers: true })
export class InterpreterBooking {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => InterpreterKind, { description: 'Kind of interpreter.' })
  interpreter: InterpreterKind;

  @Field(() => String, { nullable: true, description: 'Language, by its English name; null where the kind says it.' })
  language: string | null;

  @Field(() => DateScalar, { description: 'Day of the appointment.' })
  wantedOn: string;

  @Field(() => String, { description: 'When the interpreter is wanted, "14:30".' })
  startsAt: string;

  @Field(() => Int, { description: 'For how many minutes.' })
  minutes: number;

  @Field(() => String, { description: 'Where, or by which call.' })
  place: string;

  @Field(() => String, { description: 'What for.' })
  purpose: string;

  @Field(() => BookingState, { description: 'How it stands.' })
  state: BookingState;

  @Field(() => String, { nullable: true, description: 'Interpreter or service that comes; null until booked.' })
  bookedWith: string | null;

  @Field(() => Int, { description: 'Number of its last change, from 1; a change names the one that it was made on.' })
  version: number;

  @Field(() => Person, { nullable: true, description: 'Who asked; null when you may not know.' })
  askedBy: Person | null;
}

/** A page of bookings. */
export const InterpreterBookingConnection = connectionOf('InterpreterBooking', () => InterpreterBooking);

registerEnumType(AskForInterpreterErrorCode, {
  name: 'AskForInterpreterErrorCode',
  description: 'Why an interpreter was not asked for.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Language is longer than 60 characters, or place or purpose than 300.' },
    DAY_PAST: { description: 'Day has passed.' },
    TIME_NOT_VALID: { description: 'Time is none of the day.' },
    MINUTES_NOT_POSSIBLE: { description: 'Minutes are fewer than 15 or more than 720.' },
    LANGUAGE_NEEDED: { description: 'Language is missing for an interpreter of a spoken one.' },
    PLACE_NEEDED: { description: 'Place is missing.' },
    PURPOSE_NEEDED: { description: 'Purpose is missing.' },
  },
});

@InputType({ description: 'Interpreter wanted.' })
export class AskForInterpreterInput extends MutationInput {
  @Field(() => ID, { description: 'Individual for whom it is.' })
  individualId: string;

  @Field(() => InterpreterKind, { description: 'Kind of interpreter.' })
  interpreter: InterpreterKind;

  @Field(() => String, {
    nullable: true,
    description: 'Language, at most 60 characters; needed for a spoken one.',
  })
  language?: string | null;

  @Field(() => DateScalar, { description: 'Day, today or later.' })
  wantedOn: string;

  @Field(() => String, { description: 'Time of day, "14:30".' })
  startsAt: string;

  @Field(() => Int, { description: 'For how many minutes, from 15 to 720.' })
  minutes: number;

  @Field(() => String, { description: 'Where, or by which call; at most 300 characters.' })
  place: string;

  @Field(() => String, { description: 'What for, at most 300 characters.' })
  purpose: string;
}

/** The error of askForInterpreter. */
export const AskForInterpreterError = errorOf('AskForInterpreter', AskForInterpreterErrorCode);

@ObjectType({ description: 'What came of askForInterpreter.', simpleResolvers: true })
export class AskForInterpreterPayload {
  @Field(() => Individual, { nullable: true, description: 'Individual as they stand now.' })
  individual: Individual | null;

  @Field(() => [AskForInterpreterError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(SettleInterpreterBookingErrorCode, {
  name: 'SettleInterpreterBookingErrorCode',
  description: 'Why a booking was not settled.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Name is longer than 300 characters.' },
    CHANGED_MEANWHILE: { description: 'Somebody changed it after the version that you named.' },
    ALREADY_CANCELLED: { description: 'It was cancelled before.' },
    BOOKED_WITH_NEEDED: { description: 'Who comes is missing.' },
  },
});

@InputType({ description: 'What has become of a booking.' })
export class SettleInterpreterBookingInput extends MutationInput {
  @Field(() => ID, { description: 'Booking to settle.' })
  bookingId: string;

  @Field(() => BookingSettlement, { description: 'Booked, or cancelled.' })
  state: BookingSettlement;

  @Field(() => String, {
    nullable: true,
    description: 'Interpreter or service that comes, at most 300 characters; needed when booked.',
  })
  bookedWith?: string | null;

  @Field(() => Int, { description: 'Version that you saw.' })
  version: number;
}

/** The error of settleInterpreterBooking. */
export const SettleInterpreterBookingError = errorOf('SettleInterpreterBooking', SettleInterpreterBookingErrorCode);

@ObjectType({ description: 'What came of settleInterpreterBooking.', simpleResolvers: true })
export class SettleInterpreterBookingPayload {
  @Field(() => Individual, { nullable: true, description: 'Individual as they stand now; null when refused.' })
  individual: Individual | null;

  @Field(() => [SettleInterpreterBookingError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
