import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LifeStage, RecordBirthDateErrorCode } from '../api/representatives/age.rules.ts';
import { LiftCourtOrderErrorCode, RecordCourtOrderErrorCode } from '../api/representatives/court-order.rules.ts';
import { Individual, Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(LifeStage, {
  name: 'LifeStage',
  description: 'Stage of life that the law tells apart.',
  valuesConfig: {
    CHILD: { description: 'Below 16.' },
    YOUNG_PERSON: { description: '16 or 17: consents alone.' },
    ADULT: { description: '18 or more.' },
  },
});

@ObjectType({
  description: "That a court order stops sharing an individual's affairs with somebody; for the authority alone.",
  simpleResolvers: true,
})
export class CourtOrder {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Person, { nullable: true, description: 'Who is to know nothing; null when you may not know.' })
  person: Person | null;

  @Field(() => String, { description: 'What was seen: court, order, day.' })
  evidence: string;

  @Field(() => DateScalar, { description: 'Day of the order.' })
  orderedOn: string;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recorder: Person | null;

  @Field(() => String, { nullable: true, description: 'Why it was lifted; null while it holds.' })
  liftedReason: string | null;

  @Field(() => Boolean, { description: 'Whether you can lift it.' })
  viewerCanLift: boolean;
}

registerEnumType(RecordBirthDateErrorCode, {
  name: 'RecordBirthDateErrorCode',
  description: 'Why a day of birth was not kept.',
  valuesConfig: { NOT_A_BIRTH_DATE: { description: 'Day is to come, or too long ago.' } },
});

@InputType({ description: 'When somebody was born.' })
export class RecordBirthDateInput extends MutationInput {
  @Field(() => ID, { description: 'Individual.' })
  individualId: string;

  @Field(() => DateScalar, { description: 'Day of birth, today or earlier.' })
  bornOn: string;
}

/** The error of recordBirthDate. */
export const RecordBirthDateError = errorOf('RecordBirthDate', RecordBirthDateErrorCode);

@ObjectType({ description: 'What came of recordBirthDate.', simpleResolvers: true })
export class RecordBirthDatePayload {
  @Field(() => Individual, { nullable: true, description: 'Individual as the record stands now.' })
  individual: Individual | null;

  @Field(() => [RecordBirthDateError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(RecordCourtOrderErrorCode, {
  name: 'RecordCourtOrderErrorCode',
  description: 'Why a court order was not recorded.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than 500 characters.' },
    EVIDENCE_REQUIRED: { description: 'What was seen is not said.' },
    ORDERED_IN_FUTURE: { description: 'Day of the order is to come.' },
    NOT_IN_CIRCLE: { description: 'Nothing is shared with this person.' },
    ALREADY_STOPPED: { description: 'An order stops sharing with them already.' },
  },
});

@InputType({ description: 'Court order that stops sharing with somebody at once.' })
export class RecordCourtOrderInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose affairs are not to be shared.' })
  individualId: string;

  @Field(() => ID, { description: 'Person in the circle who is to know nothing.' })
  personId: string;

  @Field(() => String, { description: 'What you have seen: court, order, day; at most 500 characters.' })
  evidence: string;

  @Field(() => DateScalar, { description: 'Day of the order.' })
  orderedOn: string;
}

/** The error of recordCourtOrder. */
export const RecordCourtOrderError = errorOf('RecordCourtOrder', RecordCourtOrderErrorCode);

@ObjectType({ description: 'What came of recordCourtOrder.', simpleResolvers: true })
export class RecordCourtOrderPayload {
  @Field(() => CourtOrder, { nullable: true, description: 'Order; null when refused.' })
  courtOrder: CourtOrder | null;

  @Field(() => [RecordCourtOrderError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(LiftCourtOrderErrorCode, {
  name: 'LiftCourtOrderErrorCode',
  description: 'Why a court order was not lifted.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Reason is longer than 500 characters.' },
    REASON_REQUIRED: { description: 'There is no reason.' },
  },
});

@InputType({ description: 'Court order to lift, so that what was shared is shared again.' })
export class LiftCourtOrderInput extends MutationInput {
  @Field(() => ID, { description: 'Order to lift.' })
  courtOrderId: string;

  @Field(() => String, { description: 'What you have seen that ends it, at most 500 characters.' })
  reason: string;
}

/** The error of liftCourtOrder. */
export const LiftCourtOrderError = errorOf('LiftCourtOrder', LiftCourtOrderErrorCode);

@ObjectType({ description: 'What came of liftCourtOrder.', simpleResolvers: true })
export class LiftCourtOrderPayload {
  @Field(() => CourtOrder, { nullable: true, description: 'Order as it stands now.' })
  courtOrder: CourtOrder | null;

  @Field(() => [LiftCourtOrderError], { description: 'Every reason for refusing; empty when done, or lifted before.' })
  userErrors: UserError[];
}
