import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import * as records from '../../schema/capacity-record.ts';
import * as gql from '../../schema/childhood.ts';
import { Individual } from '../../schema/person.ts';
import { Representation } from '../../schema/representation.ts';
import { DateScalar } from '../../schema/scalars.ts';
import { dayAt } from '../common/calendar.ts';
import { problemsOf } from '../common/result.ts';
import { individualView } from '../people/person.view.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { ageOn, LifeStage, lifeStageOn, warningOf } from './age.rules.ts';
import { recordBirthDate } from './record-birth-date.ts';
import { canRecordStanding } from './representation.policy.ts';

interface BornRow {
  readonly bornOn: string | null;
}

@Resolver(() => Individual)
export class IndividualStandingResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Day of birth; null when not known, or not yours to know.',
  })
  bornOn(@Root() row: BornRow) {
    return row.bornOn;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Age today in full years; null when not known.' })
  age(@Ctx() ctx: Context, @Root() { bornOn }: BornRow) {
    return bornOn === null ? null : ageOn(bornOn, dayAt(ctx.now()));
  }

  @FieldResolver(() => LifeStage, {
    nullable: true,
    description: 'Stage of life that the law tells apart; null when not known.',
  })
  lifeStage(@Ctx() ctx: Context, @Root() { bornOn }: BornRow) {
    return bornOn === null ? null : lifeStageOn(bornOn, dayAt(ctx.now()));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is missing before anything can be decided for a child, with what to do; null when all is well.',
  })
  standingWarning(@Ctx() ctx: Context, @Root() row: BornRow & { readonly hasParent: boolean }) {
    return warningOf(row, dayAt(ctx.now()));
  }

  @FieldResolver(() => [Representation], {
    description: 'Who may decide with or for them, ended ones too, the latest first; at most 50.',
  })
  representations(): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => [records.CapacityRecord], {
    description: 'What was found about single decisions, the latest first; at most 50. Empty when not yours to see.',
  })
  capacityRecords(): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => [gql.CourtOrder], {
    description: 'Orders that stop sharing with somebody, the latest first; at most 50. For the authority alone.',
  })
  courtOrders(): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you can write down who represents them and what was found about a decision.',
  })
  viewerCanRecordStanding(@Ctx() ctx: Context, @Root() row: { readonly id: string; readonly authorityId: string }) {
    return canRecordStanding(ctx.viewer, { authorityId: row.authorityId, individualId: row.id });
  }

  @Mutation(() => gql.RecordBirthDatePayload, {
    description: 'Writes down when somebody was born; for brokers and approvers.',
  })
  async recordBirthDate(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.RecordBirthDateInput, { description: 'Day of birth.' }) input: gql.RecordBirthDateInput,
  ) {
    const result = await recordBirthDate(ctx, input);
    return { individual: later(individualView, { id: input.individualId }), userErrors: problemsOf(result) };
  }
}
