import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import * as gql from '../../schema/interpreter-booking.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Individual } from '../../schema/person.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { askForInterpreter } from './ask-for-interpreter.ts';
import { individualView } from './person.view.ts';
import { settleInterpreterBooking } from './settle-interpreter-booking.ts';

@Resolver(() => Individual)
export class InterpreterBookingResolver {
  @FieldResolver(() => gql.InterpreterBookingConnection, {
    description: 'Interpreters asked for and booked, the latest day first; empty where the plan is not yours to see.',
  })
  interpreterBookings(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }

  @Mutation(() => gql.AskForInterpreterPayload, {
    description:
      'Asks for an interpreter for a person on a day; for the person, people who may suggest, and their broker.',
  })
  async askForInterpreter(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AskForInterpreterInput, { description: 'Which interpreter, when, where and what for.' })
    input: gql.AskForInterpreterInput,
  ) {
    const result = await askForInterpreter(ctx, { ...input, language: input.language ?? null });
    return { individual: later(individualView, { id: input.individualId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.SettleInterpreterBookingPayload, {
    description: 'Says with whom an interpreter is booked, or cancels it; for whoever may ask for one.',
  })
  async settleInterpreterBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SettleInterpreterBookingInput, { description: 'What has become of it.' })
    input: gql.SettleInterpreterBookingInput,
  ) {
    const result = await settleInterpreterBooking(ctx, { ...input, bookedWith: input.bookedWith ?? null });
    const individual = result.ok ? later(individualView, { id: result.value }) : null;
    return { individual, userErrors: problemsOf(result) };
  }
}
