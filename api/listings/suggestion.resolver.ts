import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DirectoryDesk } from '../../schema/directory-desk.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as services from '../../schema/service.ts';
import * as gql from '../../schema/suggestion.ts';
import { problemsOf } from '../common/result.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import { FIELD_LABELS, fieldsOf, saysTheSame, valueInWords } from '../directory/entry-field.rules.ts';
import { serviceView } from '../directory/service.view.ts';
import type { Context } from '../platform/context.ts';
import { later, read, readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { declineSuggestion } from './decline-suggestion.ts';
import { suggestChange } from './suggest-change.ts';
import { suggestListing } from './suggest-listing.ts';
import { type SuggestionRow, suggestionView } from './suggestion.view.ts';

@Resolver()
export class SuggestionStepsResolver {
  @Mutation(() => gql.SuggestChangePayload, {
    description: 'Suggests what an entry should say; for anybody. Nothing changes before an editor accepts it.',
  })
  async suggestChange(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SuggestChangeInput, { description: 'Suggestion.' }) input: gql.SuggestChangeInput,
  ) {
    const result = await suggestChange(ctx, input);
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.SuggestListingPayload, {
    description: 'Tells of something that is not listed; for anybody. Nothing is listed before an editor accepts it.',
  })
  async suggestListing(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.SuggestListingInput, { description: 'Suggestion.' }) input: gql.SuggestListingInput,
  ) {
    return { userErrors: problemsOf(await suggestListing(ctx, input)) };
  }

  @Mutation(() => gql.AcceptSuggestionPayload, {
    description: 'Accepts a suggestion or some of it, which is then published; for editors of the directory.',
  })
  async acceptSuggestion(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.AcceptSuggestionInput, { description: 'Decision.' }) input: gql.AcceptSuggestionInput,
  ) {
    const result = await acceptSuggestion(ctx, input);
    return { suggestion: later(suggestionView, { id: input.suggestionId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.DeclineSuggestionPayload, {
    description: 'Declines a suggestion with a reason; for editors of the directory.',
  })
  async declineSuggestion(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.DeclineSuggestionInput, { description: 'Decision.' }) input: gql.DeclineSuggestionInput,
  ) {
    const result = await declineSuggestion(ctx, input);
    return { suggestion: later(suggestionView, { id: input.suggestionId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => gql.Suggestion)
export class SuggestionResolver {
  @Query(() => gql.Suggestion, {
    nullable: true,
    description: 'Suggestion of that id; null when absent or not yours to see.',
  })
  suggestion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the suggestion.' }) id: string,
  ) {
    return read(ctx, suggestionView, info, { id });
  }

  @FieldResolver(() => [gql.SuggestedChange])
  changes(@Root() { words, stood, stands, acceptedFields, state }: SuggestionRow): gql.SuggestedChange[] {
    return fieldsOf(words).map(([field, value]) => {
      const before = stood[field] ?? null;
      const now = stands?.[field] ?? null;
      return {
        ...{ field, label: FIELD_LABELS[field], suggested: valueInWords(field, value) },
        was: valueInWords(field, state === 'OPEN' ? now : before),
        hasChangedSince: state === 'OPEN' && !saysTheSame(field, now, before),
        isAccepted: acceptedFields.includes(field),
      };
    });
  }

  @FieldResolver(() => Boolean)
  viewerCanDecide(@Ctx() ctx: Context, @Root() row: SuggestionRow) {
    return row.state === 'OPEN' && canEditDirectory(ctx.viewer);
  }
}

@Resolver(() => services.Service)
export class ServiceSuggestionsResolver {
  @FieldResolver(() => gql.SuggestionConnection, {
    description: 'Suggestions about it that wait for an editor, the oldest first; yours to see as member or editor.',
  })
  suggestions(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}

@Resolver(() => DirectoryDesk)
export class DeskSuggestionsResolver {
  @FieldResolver(() => gql.SuggestionConnection, {
    description: 'Suggestions that wait for a decision, the oldest first.',
  })
  suggestions(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, suggestionView, info, {
      where: (t) => sql`${t}.state = 'OPEN'`,
      orderBy: [['madeAt', 'asc']],
      args,
    });
  }
}
