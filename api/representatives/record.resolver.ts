import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as records from '../../schema/capacity-record.ts';
import * as gql from '../../schema/childhood.ts';
import { problemsOf } from '../common/result.ts';
import type { Belonging } from '../people/individual.policy.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { liftCourtOrder } from './lift-court-order.ts';
import { recordBestInterests } from './record-best-interests.ts';
import { recordCapacity } from './record-capacity.ts';
import { recordCourtOrder } from './record-court-order.ts';
import { canRecordStanding } from './representation.policy.ts';
import { bestInterestsRecordView, capacityRecordView, courtOrderView } from './representation.view.ts';

@Resolver(() => records.CapacityRecord)
export class CapacityRecordResolver {
  @Mutation(() => records.RecordCapacityPayload, {
    description: 'Writes down what was found about one decision at one time; for brokers and approvers.',
  })
  async recordCapacity(
    @Ctx() ctx: Context,
    @Arg('input', () => records.RecordCapacityInput, { description: 'What was found.' })
    input: records.RecordCapacityInput,
  ) {
    const result = await recordCapacity(ctx, input);
    const capacityRecord = result.ok ? later(capacityRecordView, { id: result.value }) : null;
    return { capacityRecord, userErrors: problemsOf(result) };
  }

  @Mutation(() => records.RecordBestInterestsPayload, {
    description: 'Writes down how a decision was made for somebody who could not make it; for brokers and approvers.',
  })
  async recordBestInterests(
    @Ctx() ctx: Context,
    @Arg('input', () => records.RecordBestInterestsInput, { description: 'How it was made.' })
    input: records.RecordBestInterestsInput,
  ) {
    const result = await recordBestInterests(ctx, input);
    const bestInterestsRecord = result.ok ? later(bestInterestsRecordView, { id: result.value }) : null;
    return { bestInterestsRecord, userErrors: problemsOf(result) };
  }
}

@Resolver(() => gql.CourtOrder)
export class CourtOrderResolver {
  @FieldResolver(() => Boolean)
  viewerCanLift(@Ctx() ctx: Context, @Root() row: Belonging & { readonly liftedReason: string | null }) {
    return row.liftedReason === null && canRecordStanding(ctx.viewer, row);
  }

  @Mutation(() => gql.RecordCourtOrderPayload, {
    description: 'Stops sharing with somebody because a court says so, at once; for brokers and approvers.',
  })
  async recordCourtOrder(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.RecordCourtOrderInput, { description: 'Order.' }) input: gql.RecordCourtOrderInput,
  ) {
    const result = await recordCourtOrder(ctx, input);
    const courtOrder = result.ok ? later(courtOrderView, { id: result.value }) : null;
    return { courtOrder, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.LiftCourtOrderPayload, {
    description: 'Lifts a court order, so that what was shared is shared again; for brokers and approvers.',
  })
  async liftCourtOrder(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.LiftCourtOrderInput, { description: 'Order to lift.' }) input: gql.LiftCourtOrderInput,
  ) {
    const result = await liftCourtOrder(ctx, input);
    return { courtOrder: later(courtOrderView, { id: input.courtOrderId }), userErrors: problemsOf(result) };
  }
}
