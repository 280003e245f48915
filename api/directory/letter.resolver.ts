import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/letter.ts';
import { PageArgs } from '../../schema/paging.ts';
import { Service } from '../../schema/service.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { answerLetter } from './answer-letter.ts';
import { followLink } from './follow-link.ts';
import { linkOf } from './letter-link.rules.ts';
import { sendLetter } from './send-letter.ts';
import { serviceView } from './service.view.ts';

@Resolver(() => gql.Letter)
export class LetterResolver {
  @FieldResolver(() => String)
  link(@Ctx() ctx: Context, @Root() row: { readonly id: string }) {
    return linkOf(ctx.links, row.id);
  }

  @Query(() => gql.FollowedLink, {
    nullable: true,
    description: 'What the link of a letter leads to; null when it does not work. Nothing is answered by looking.',
  })
  async followedLink(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'Last part of the link.' }) token: string,
  ) {
    const followed = await followLink(ctx, token);
    return followed && { ...followed, service: later(serviceView, { id: followed.serviceId }) };
  }

  @Mutation(() => gql.AnswerLetterPayload, {
    description: 'Answers a letter by its link; for whoever holds it, without an account, once a period.',
  })
  async answerLetter(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AnswerLetterInput, { description: 'Link and answer.' }) input: gql.AnswerLetterInput,
  ) {
    const result = await answerLetter(ctx, input);
    const service = result.ok ? later(serviceView, { id: result.value }) : null;
    return { service, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.SendLetterPayload, {
    description: "Asks an entry's public contact by letter whether it is still correct; for editors of the directory.",
  })
  async sendLetter(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SendLetterInput, { description: 'Entry to ask about.' }) input: gql.SendLetterInput,
  ) {
    const result = await sendLetter(ctx, input);
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => Service)
export class ServiceLettersResolver {
  @FieldResolver(() => gql.LetterConnection, {
    description:
      'Letters that asked its contact whether it is still correct, the latest first; for editors of the directory.',
  })
  letters(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}
