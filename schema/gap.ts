import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TellOfGapErrorCode } from '../api/gaps/gap.rules.ts';
import { OutcomeDomain } from './outcome-domain.ts';
import { connectionOf } from './paging.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(TellOfGapErrorCode, {
  name: 'TellOfGapErrorCode',
  description: 'Why a gap could not be told of.',
  valuesConfig: {
    NEED_REQUIRED: { description: 'Nothing is said to be missing.' },
    NEED_TOO_LONG: { description: 'More than 100 letters.' },
    AREA_REQUIRED: { description: 'No area is given.' },
    AREA_NOT_KNOWN: { description: 'What is given is no postcode and no outward code.' },
    TOLD_TOO_OFTEN: { description: 'Ten were told from here today.' },
  },
});

@ObjectType({ description: 'Something that people need in an area and did not find.', simpleResolvers: true })
export class Gap {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Words that all of them used, in the order of the alphabet.' })
  need: string;

  @Field(() => OutcomeDomain, { nullable: true, description: 'Part of life it belongs to; null when not said.' })
  domain: OutcomeDomain | null;

  @Field(() => String, { description: 'Outward code of the area.' })
  area: string;

  @Field(() => Int, { description: 'How many people told of it at least, in steps of five.' })
  peopleAtLeast: number;
}

/** A page of gaps. */
export const GapConnection = connectionOf('Gap', () => Gap);

@ObjectType({ description: 'Gap as it was understood.', simpleResolvers: true })
export class ToldGap {
  @Field(() => String, { description: 'Words of the need, in the order of the alphabet.' })
  need: string;

  @Field(() => OutcomeDomain, { nullable: true, description: 'Part of life it belongs to; null when not said.' })
  domain: OutcomeDomain | null;

  @Field(() => String, { description: 'Outward code of the area.' })
  area: string;
}

@InputType({ description: 'What is missing, and where. Nothing of who tells is kept.' })
export class TellOfGapInput extends MutationInput {
  @Field(() => String, { description: 'What is missing, in a few words; at most 100 letters.' })
  need: string;

  @Field(() => OutcomeDomain, { nullable: true, description: 'Part of life it belongs to; null when not said.' })
  domain?: OutcomeDomain | null;

  @Field(() => String, { description: 'Postcode or its first half; only the first half is kept.' })
  area: string;
}

const TellOfGapError = errorOf('TellOfGap', TellOfGapErrorCode);

@ObjectType({ description: 'What became of telling of a gap.', simpleResolvers: true })
export class TellOfGapPayload {
  @Field(() => ToldGap, { nullable: true, description: 'Gap as it was understood; null when it was refused.' })
  told: ToldGap | null;

  @Field(() => [TellOfGapError], { description: 'What to put right; empty when it was told.' })
  userErrors: UserError[];
}
