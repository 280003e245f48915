import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { OrganisationKind } from '../api/common/viewer.ts';
import { EntryField } from '../api/directory/entry-field.rules.ts';
import {
  AcceptSuggestionErrorCode,
  DeclineSuggestionErrorCode,
  SuggestChangeErrorCode,
  SuggestionKind,
  SuggestionState,
  SuggestListingErrorCode,
} from '../api/listings/suggestion.rules.ts';
import { entryErrorDescriptions, WrittenEntryInput } from './entry.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { DateTime } from './scalars.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: 'What a suggestion is about.',
  valuesConfig: {
    CHANGE: { description: 'Entry should say something else.' },
    CLOSURE: { description: 'What is listed has closed for good.' },
    LISTING: { description: 'Something should be listed that is not.' },
  },
});

registerEnumType(SuggestionState, {
  name: 'SuggestionState',
  description: 'How a suggestion stands.',
  valuesConfig: {
    OPEN: { description: 'An editor of the directory has yet to decide.' },
    ACCEPTED: { description: 'It was accepted, as a whole or in part.' },
    DECLINED: { description: 'It was declined with a reason.' },
  },
});

@ObjectType({
  description: 'One field of a suggestion: what the entry says and what it should say.',
  simpleResolvers: true,
})
export class SuggestedChange {
  @Field(() => EntryField, { description: 'Field that is meant.' })
  field: EntryField;

  @Field(() => String, { description: 'Name of the field as people read it.' })
  label: string;

  @Field(() => String, {
    description: 'What the entry says now, in words; what it said when the suggestion was made, once that is decided.',
  })
  was: string;

  @Field(() => String, { description: 'What it should say, in words; several lines for a list.' })
  suggested: string;

  @Field(() => Boolean, { description: 'Whether the entry has changed here since this was suggested.' })
  hasChangedSince: boolean;

  @Field(() => Boolean, { description: 'Whether an editor accepted it.' })
  isAccepted: boolean;
}

@ObjectType({
  description: 'What somebody thinks an entry should say, or what should be listed.',
  simpleResolvers: true,
})
export class Suggestion {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => SuggestionKind, { description: 'What it is about.' })
  kind: SuggestionKind;

  @Field(() => SuggestionState, { description: 'How it stands.' })
  state: SuggestionState;

  @Field(() => [SuggestedChange], { description: 'What is suggested, field by field; at most 12.' })
  changes: SuggestedChange[];

  @Field(() => String, { description: 'Why, in the words of whoever suggested it.' })
  why: string;

  @Field(() => String, {
    nullable: true,
    description: 'How to ask whoever suggested it; null when they did not say, or you are no editor.',
  })
  contact: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who runs what should be listed; null for an entry that is here.',
  })
  organisationName: string | null;

  @Field(() => Service, { nullable: true, description: 'Service it is about; null until something new is listed.' })
  service: Service | null;

  @Field(() => Organisation, { nullable: true, description: 'Organisation whose entry it is; null for a new listing.' })
  organisation: Organisation | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => String, { nullable: true, description: 'Why it was declined; null when it was not.' })
  reason: string | null;

  @Field(() => Boolean, { description: 'Whether you can decide it now.' })
  viewerCanDecide: boolean;
}

/** A page of suggestions. */
export const SuggestionConnection = connectionOf('Suggestion', () => Suggestion);

const coveringErrors = {
  WHY_REQUIRED: { description: 'There is no word on how the suggester knows.' },
  TOO_MANY_SUGGESTIONS: { description: 'Ten came from the same person or address in the last hour.' },
};

registerEnumType(SuggestChangeErrorCode, {
  name: 'SuggestChangeErrorCode',
  description: 'Why a change could not be suggested.',
  valuesConfig: {
    ...entryErrorDescriptions,
    ...coveringErrors,
    NOTHING_SUGGESTED: { description: 'Entry says all this already.' },
  },
});

@InputType({ description: 'What an entry should say.' })
export class SuggestChangeInput extends MutationInput {
  @Field(() => ID, { description: 'Service whose entry it is.' })
  serviceId: string;

  @Field(() => WrittenEntryInput, { nullable: true, description: 'What the entry should say.' })
  entry?: WrittenEntryInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it has closed for good; the rest is not looked at then.',
  })
  hasClosed?: boolean | null;

  @Field(() => String, { description: 'Why, at most 2,000 characters; those who run it can read it.' })
  why: string;

  @Field(() => String, {
    nullable: true,
    description: 'How to ask you, at most 300 characters; editors alone read it.',
  })
  contact?: string | null;
}

/** The error of suggestChange. */
export const SuggestChangeError = errorOf('SuggestChange', SuggestChangeErrorCode);

@ObjectType({ description: 'What came of suggestChange.', simpleResolvers: true })
export class SuggestChangePayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands: unchanged until an editor has decided.' })
  service: Service | null;

  @Field(() => [SuggestChangeError], { description: 'Every reason for refusing; empty when it was taken.' })
  userErrors: UserError[];
}

registerEnumType(SuggestListingErrorCode, {
  name: 'SuggestListingErrorCode',
  description: 'Why a new listing could not be suggested.',
  valuesConfig: {
    ...entryErrorDescriptions,
    ...coveringErrors,
    ORGANISATION_REQUIRED: { description: 'There is no word on who runs it.' },
  },
});

@InputType({ description: 'What should be listed.' })
export class SuggestListingInput extends MutationInput {
  @Field(() => String, { description: 'Who runs it, at most 300 characters.' })
  organisationName: string;

  @Field(() => WrittenEntryInput, { description: 'What is known of it; a name is needed.' })
  entry: WrittenEntryInput;

  @Field(() => String, { description: 'How you know of it, at most 2,000 characters.' })
  why: string;

  @Field(() => String, {
    nullable: true,
    description: 'How to ask you, at most 300 characters; editors alone read it.',
  })
  contact?: string | null;
}

/** The error of suggestListing. */
export const SuggestListingError = errorOf('SuggestListing', SuggestListingErrorCode);

@ObjectType({ description: 'What came of suggestListing.', simpleResolvers: true })
export class SuggestListingPayload {
  @Field(() => [SuggestListingError], { description: 'Every reason for refusing; empty when it was taken.' })
  userErrors: UserError[];
}

registerEnumType(AcceptSuggestionErrorCode, {
  name: 'AcceptSuggestionErrorCode',
  description: 'Why a suggestion could not be accepted.',
  valuesConfig: {
    SUGGESTION_DECIDED: { description: 'Somebody has decided it already.' },
    NOTHING_ACCEPTED: { description: 'None of its fields is accepted.' },
    NAME_REQUIRED: { description: 'New listing would have no name.' },
  },
});

@InputType({ description: 'What is accepted of a suggestion.' })
export class AcceptSuggestionInput extends MutationInput {
  @Field(() => ID, { description: 'Suggestion to accept.' })
  suggestionId: string;

  @Field(() => [EntryField], { nullable: true, description: 'Only these fields; all when left out. At most 12.' })
  fields?: EntryField[] | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'What the organisation of a new listing is; UNSORTED when left out.',
  })
  kind?: OrganisationKind | null;
}

/** The error of acceptSuggestion. */
export const AcceptSuggestionError = errorOf('AcceptSuggestion', AcceptSuggestionErrorCode);

@ObjectType({ description: 'What came of acceptSuggestion.', simpleResolvers: true })
export class AcceptSuggestionPayload {
  @Field(() => Suggestion, { nullable: true, description: 'Suggestion as it stands now.' })
  suggestion: Suggestion | null;

  @Field(() => [AcceptSuggestionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(DeclineSuggestionErrorCode, {
  name: 'DeclineSuggestionErrorCode',
  description: 'Why a suggestion could not be declined.',
  valuesConfig: {
    SUGGESTION_DECIDED: { description: 'Somebody has decided it already.' },
    REASON_REQUIRED: { description: 'There is no reason.' },
    TEXT_TOO_LONG: { description: 'Reason is longer than 2,000 characters.' },
  },
});

@InputType({ description: 'Suggestion that is not taken up.' })
export class DeclineSuggestionInput extends MutationInput {
  @Field(() => ID, { description: 'Suggestion to decline.' })
  suggestionId: string;

  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason: string;
}

/** The error of declineSuggestion. */
export const DeclineSuggestionError = errorOf('DeclineSuggestion', DeclineSuggestionErrorCode);

@ObjectType({ description: 'What came of declineSuggestion.', simpleResolvers: true })
export class DeclineSuggestionPayload {
  @Field(() => Suggestion, { nullable: true, description: 'Suggestion as it stands now.' })
  suggestion: Suggestion | null;

  @Field(() => [DeclineSuggestionError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
