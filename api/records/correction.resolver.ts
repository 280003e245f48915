import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/correction.ts';
import { PageArgs } from '../../schema/paging.ts';
import { PersonalRecord } from '../../schema/record.ts';
import { dayAt } from '../common/calendar.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { answerCorrection } from './answer-correction.ts';
import { askForCorrection } from './ask-for-correction.ts';
import { answerDueOn, isAnswerLate } from './correction.rules.ts';
import { type CorrectionRow, correctionView } from './correction.view.ts';
import { canAnswerCorrection, isRecordReader } from './record.policy.ts';
import { stateDisagreement } from './state-disagreement.ts';

@Resolver(() => gql.Correction)
export class CorrectionResolver {
  @FieldResolver(() => String)
  answerDueOn(@Root() { askedOn }: CorrectionRow) {
    return answerDueOn(askedOn);
  }

  @FieldResolver(() => Boolean)
  isAnswerLate(@Ctx() ctx: Context, @Root() row: CorrectionRow) {
    return isAnswerLate(row, dayAt(ctx.now()));
  }

  @FieldResolver(() => Boolean)
  viewerCanAnswer(@Ctx() ctx: Context, @Root() row: CorrectionRow) {
    return row.state === 'OPEN' && canAnswerCorrection(ctx.viewer, row);
  }

  @FieldResolver(() => Boolean)
  viewerCanDisagree(@Ctx() ctx: Context, @Root() row: CorrectionRow) {
    return row.state === 'NOT_CORRECTED' && row.disagreement === null && isRecordReader(ctx.viewer, row.individualId);
  }

  @Mutation(() => gql.AskForCorrectionPayload, {
    description: 'Says that something in the record is wrong; the authority answers within a calendar month.',
  })
  async askForCorrection(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AskForCorrectionInput, { description: 'What is wrong.' }) input: gql.AskForCorrectionInput,
  ) {
    const result = await askForCorrection(ctx, input);
    const correction = result.ok ? later(correctionView, { id: result.value }) : null;
    return { correction, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.AnswerCorrectionPayload, {
    description: 'Answers what was said to be wrong; for brokers and managers of the authority.',
  })
  async answerCorrection(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AnswerCorrectionInput, { description: 'Answer.' }) input: gql.AnswerCorrectionInput,
  ) {
    const result = await answerCorrection(ctx, input);
    return { correction: later(correctionView, { id: input.correctionId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.StateDisagreementPayload, {
    description: 'Puts a statement of disagreement beside an answer, for good.',
  })
  async stateDisagreement(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.StateDisagreementInput, { description: 'Statement.' }) input: gql.StateDisagreementInput,
  ) {
    const result = await stateDisagreement(ctx, input);
    return { correction: later(correctionView, { id: input.correctionId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => PersonalRecord)
export class RecordCorrectionsResolver {
  @FieldResolver(() => gql.CorrectionConnection, {
    description: 'What was said to be wrong, and the answers, newest first.',
  })
  corrections(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}
