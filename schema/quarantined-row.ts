import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { MarkQuarantinedRowErrorCode, QuarantineReasons, RowMark } from '../api/directory/quarantined-row.rules.ts';
import { Feed } from './feed.ts';
import { connectionOf } from './paging.ts';
import { DateScalar, DateTime } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(QuarantineReasons, {
  name: 'QuarantineReason',
  description: 'Why a row of a feed could not be accepted.',
  valuesConfig: {
    NOT_AN_OBJECT: { description: 'It is not an entry with fields.' },
    NAME_MISSING: { description: 'It has no name.' },
    STATUS_UNKNOWN: { description: 'Its status is none that is known.' },
    ORGANISATION_MISSING: { description: 'It does not say which organisation runs it.' },
    ID_REPEATED: { description: 'Its identifier came twice, with different details.' },
    FULL_TEXT_MISSING: { description: 'A list names it, but its full text could not be fetched.' },
  },
});

registerEnumType(RowMark, {
  name: 'RowMark',
  description: 'What an editor has said of a row.',
  valuesConfig: {
    WAITING: { description: 'It waits for somebody to look at it.' },
    LOOKED_AT: { description: 'Somebody has looked at it; it waits again when a later import still meets it.' },
    PUT_ASIDE: { description: 'It is put aside for good, and does not wait again.' },
  },
});

@ObjectType({ description: 'Row of a feed that could not be accepted, kept as it came.', simpleResolvers: true })
export class QuarantinedRow {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Feed, { description: 'Feed it came in.' })
  feed: Feed;

  @Field(() => String, { nullable: true, description: 'Identifier that it gives itself; null when it gives none.' })
  numberInFeed: string | null;

  @Field(() => QuarantineReasons, { description: 'Why it was kept aside, for programs.' })
  reasonCode: keyof typeof QuarantineReasons;

  @Field(() => String, { description: 'Why it was kept aside, in a sentence.' })
  reason: string;

  @Field(() => String, { description: 'Row as it came, as JSON with a field on each line.' })
  raw: string;

  @Field(() => RowMark, { description: 'What an editor has said of it.' })
  state: RowMark;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which its feed was first without it: put right, or gone; null while it is met.',
  })
  goneOn: string | null;

  @Field(() => DateTime, { description: 'When the import began that met it first.' })
  metFirstAt: string;

  @Field(() => DateTime, { description: 'When the import began that met it last.' })
  metLastAt: string;
}

/** A page of quarantined rows. */
export const QuarantinedRowConnection = connectionOf('QuarantinedRow', () => QuarantinedRow);

registerEnumType(MarkQuarantinedRowErrorCode, {
  name: 'MarkQuarantinedRowErrorCode',
  description: 'Why a row could not be marked.',
  valuesConfig: { ROW_GONE: { description: 'Its feed no longer has it.' } },
});

@InputType({ description: 'What is said of a quarantined row.' })
export class MarkQuarantinedRowInput extends MutationInput {
  @Field(() => ID, { description: 'Row it is about.' })
  rowId: string;

  @Field(() => RowMark, { description: 'What is said of it.' })
  mark: RowMark;
}

/** The error of markQuarantinedRow. */
export const MarkQuarantinedRowError = errorOf('MarkQuarantinedRow', MarkQuarantinedRowErrorCode);

@ObjectType({ description: 'What came of markQuarantinedRow.', simpleResolvers: true })
export class MarkQuarantinedRowPayload {
  @Field(() => QuarantinedRow, { nullable: true, description: 'Row as it stands now.' })
  row: QuarantinedRow | null;

  @Field(() => [MarkQuarantinedRowError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
