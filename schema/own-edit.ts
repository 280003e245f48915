import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  EditOrganisationErrorCode,
  EditServiceErrorCode,
  ListServiceErrorCode,
} from '../api/directory/entry-edit.rules.ts';
import { EntryField } from '../api/directory/entry-field.rules.ts';
import { ConflictChoice, ConflictState, ResolveConflictErrorCode } from '../api/directory/own-word.rules.ts';
import { entryErrorDescriptions, WrittenDetailsInput, WrittenEntryInput } from './entry.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { DateTime } from './scalars.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(ConflictState, {
  name: 'ConflictState',
  description: 'How a conflict between an entry and its feed stands.',
  valuesConfig: {
    OPEN: { description: 'An editor of the directory has yet to decide.' },
    KEPT: { description: 'What stands in the entry was kept.' },
    TAKEN: { description: 'What the feed says was taken.' },
    SETTLED: { description: 'Entry and feed agree again, or the feed went back to what was weighed before.' },
  },
});

@ObjectType({
  description: 'Feed that says something new where somebody has written something else into the entry.',
  simpleResolvers: true,
})
export class EditConflict {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => EntryField, { description: 'Field that the two disagree about.' })
  field: EntryField;

  @Field(() => String, { description: 'Name of the field as people read it.' })
  label: string;

  @Field(() => String, { description: 'What was written into the entry, in words; several lines for a list.' })
  ours: string;

  @Field(() => String, { description: 'What the feed says, in words; several lines for a list.' })
  theirs: string;

  @Field(() => DateTime, { description: 'When the feed was read that says so.' })
  feedSaidAt: Date;

  @Field(() => ConflictState, { description: 'How it stands.' })
  state: ConflictState;

  @Field(() => Service, {
    nullable: true,
    description: 'Service it is about; null when about the organisation itself.',
  })
  service: Service | null;

  @Field(() => Organisation, { description: 'Organisation whose entry it is.' })
  organisation: Organisation;

  @Field(() => Boolean, { description: 'Whether you can decide it now.' })
  viewerCanDecide: boolean;
}

/** A page of conflicts. */
export const EditConflictConnection = connectionOf('EditConflict', () => EditConflict);

registerEnumType(EditServiceErrorCode, {
  name: 'EditServiceErrorCode',
  description: 'Why an entry could not be changed.',
  valuesConfig: entryErrorDescriptions,
});

@InputType({ description: 'What is to be written into the entry of a service.' })
export class EditServiceInput extends MutationInput {
  @Field(() => ID, { description: 'Service whose entry it is.' })
  serviceId: string;

  @Field(() => WrittenEntryInput, { description: 'What the entry is to say.' })
  entry: WrittenEntryInput;
}

/** The error of editService. */
export const EditServiceError = errorOf('EditService', EditServiceErrorCode);

@ObjectType({ description: 'What came of editService.', simpleResolvers: true })
export class EditServicePayload {
  @Field(() => Service, { nullable: true, description: 'Service as it stands now.' })
  service: Service | null;

  @Field(() => [EditServiceError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(EditOrganisationErrorCode, {
  name: 'EditOrganisationErrorCode',
  description: "Why an organisation's details could not be changed.",
  valuesConfig: entryErrorDescriptions,
});

@InputType({ description: "What is to be written into an organisation's own details." })
export class EditOrganisationInput extends MutationInput {
  @Field(() => ID, { description: 'Organisation whose details they are.' })
  organisationId: string;

  @Field(() => WrittenDetailsInput, { description: 'What the details are to say.' })
  details: WrittenDetailsInput;
}

/** The error of editOrganisation. */
export const EditOrganisationError = errorOf('EditOrganisation', EditOrganisationErrorCode);

@ObjectType({ description: 'What came of editOrganisation.', simpleResolvers: true })
export class EditOrganisationPayload {
  @Field(() => Organisation, { nullable: true, description: 'Organisation as it stands now.' })
  organisation: Organisation | null;

  @Field(() => [EditOrganisationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(ListServiceErrorCode, {
  name: 'ListServiceErrorCode',
  description: 'Why a service could not be listed.',
  valuesConfig: entryErrorDescriptions,
});

@InputType({ description: 'Service to be listed.' })
export class ListServiceInput extends MutationInput {
  @Field(() => ID, { description: 'Organisation that offers it.' })
  organisationId: string;

  @Field(() => WrittenEntryInput, { description: 'What its entry is to say; a name is needed.' })
  entry: WrittenEntryInput;
}

/** The error of listService. */
export const ListServiceError = errorOf('ListService', ListServiceErrorCode);

@ObjectType({ description: 'What came of listService.', simpleResolvers: true })
export class ListServicePayload {
  @Field(() => Service, { nullable: true, description: 'Service; null when refused.' })
  service: Service | null;

  @Field(() => [ListServiceError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(ConflictChoice, {
  name: 'ConflictChoice',
  description: 'How an editor ends a conflict.',
  valuesConfig: {
    KEEP_OURS: { description: 'What stands in the entry stays; the feed may say this as often as it likes.' },
    TAKE_THEIRS: { description: 'What the feed says goes in, and its imports write this field again.' },
  },
});

registerEnumType(ResolveConflictErrorCode, {
  name: 'ResolveConflictErrorCode',
  description: 'Why a conflict could not be decided.',
  valuesConfig: { CONFLICT_DECIDED: { description: 'Somebody has decided it already, or it has settled by itself.' } },
});

@InputType({ description: 'Decision about a conflict.' })
export class ResolveConflictInput extends MutationInput {
  @Field(() => ID, { description: 'Conflict to end.' })
  conflictId: string;

  @Field(() => ConflictChoice, { description: 'Whose words stand.' })
  choice: ConflictChoice;
}

/** The error of resolveConflict. */
export const ResolveConflictError = errorOf('ResolveConflict', ResolveConflictErrorCode);

@ObjectType({ description: 'What came of resolveConflict.', simpleResolvers: true })
export class ResolveConflictPayload {
  @Field(() => EditConflict, { nullable: true, description: 'Conflict as it stands now.' })
  conflict: EditConflict | null;

  @Field(() => [ResolveConflictError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
