import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import * as communications from '../../schema/communication.ts';
import * as people from '../../schema/person.ts';
import * as gql from '../../schema/statement.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { statementView } from './about.view.ts';
import { type CommunicationProfile, flagsOf, reviewDueOn } from './communication.rules.ts';
import { describeCommunication, type DescribeCommunication } from './describe-communication.ts';
import { type Belonging, canSuggestInPlan, canTakeBackStatement, type Spoken } from './individual.policy.ts';
import { individualView } from './person.view.ts';
import { sayAboutMe } from './say-about-me.ts';
import { takeBackStatement } from './take-back-statement.ts';

@Resolver(() => gql.Statement)
export class StatementResolver {
  @FieldResolver(() => Boolean)
  viewerCanTakeBack(@Ctx() ctx: Context, @Root() row: Spoken) {
    return canTakeBackStatement(ctx.viewer, row);
  }

  @Mutation(() => gql.SayAboutMePayload, {
    description:
      'Writes down what somebody says about a person; for the person, people who may suggest, and their broker.',
  })
  async sayAboutMe(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SayAboutMeInput, { description: 'What was said.' }) input: gql.SayAboutMeInput,
  ) {
    const result = await sayAboutMe(ctx, input);
    const statement = result.ok ? later(statementView, { id: result.value }) : null;
    return { statement, individual: later(individualView, { id: input.individualId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.TakeBackStatementPayload, {
    description: 'Takes back what was said; for its speaker, and for whoever may bind the person whose words they are.',
  })
  async takeBackStatement(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.TakeBackStatementInput, { description: 'Statement to take back.' })
    input: gql.TakeBackStatementInput,
  ) {
    const result = await takeBackStatement(ctx, input);
    const individual = result.ok ? later(individualView, { id: result.value }) : null;
    return { individual, userErrors: problemsOf(result) };
  }
}

@Resolver(() => communications.Communication)
export class CommunicationResolver {
  @FieldResolver(() => [String])
  flags(@Root() row: CommunicationProfile) {
    return flagsOf(row);
  }

  @FieldResolver(() => String)
  reviewDueOn(@Root() row: { readonly reviewedOn: string }) {
    return reviewDueOn(row.reviewedOn);
  }

  @Mutation(() => communications.DescribeCommunicationPayload, {
    description: 'Writes down how a person communicates; for the person, people who may suggest, and their broker.',
  })
  async describeCommunication(
    @Ctx() ctx: Context,
    @Arg('input', () => communications.DescribeCommunicationInput, { description: 'How they communicate.' })
    input: communications.DescribeCommunicationInput,
  ) {
    const result = await describeCommunication(ctx, wholeOf(input));
    return { individual: later(individualView, { id: input.individualId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => people.Individual)
export class IndividualAboutResolver {
  @FieldResolver(() => [gql.Statement], {
    description: 'What was said about them, each section in the order in which it was said; at most 100.',
  })
  aboutMe(): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => communications.Communication, {
    nullable: true,
    description: 'How they communicate; null when nobody has said, or it is not yours to see.',
  })
  communication(): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can write down what was said about them.' })
  viewerCanSayAbout(@Ctx() ctx: Context, @Root() row: { readonly id: string; readonly authorityId: string }) {
    const subject: Belonging = { authorityId: row.authorityId, individualId: row.id };
    return canSuggestInPlan(ctx.viewer, subject);
  }
}

/** The input with null for everything that was left out. */
function wholeOf(input: communications.DescribeCommunicationInput): DescribeCommunication {
  const { pronouns = null, noun = null, spokenLanguage = null, interpreter = null, interpreterNote = null } = input;
  const { bestTimes = null, saysYes = null, saysNo = null, needsTime = null, uses = null } = input;
  return {
    ...input,
    ...{ pronouns, noun, spokenLanguage, interpreter, interpreterNote, bestTimes, saysYes, saysNo, needsTime, uses },
  };
}
