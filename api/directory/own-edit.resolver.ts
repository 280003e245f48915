import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DirectoryDesk } from '../../schema/directory-desk.ts';
import * as organisations from '../../schema/organisation.ts';
import * as gql from '../../schema/own-edit.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as services from '../../schema/service.ts';
import { problemsOf } from '../common/result.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import type { Context } from '../platform/context.ts';
import { later, read, readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { canEditDirectory } from './directory.policy.ts';
import { editOrganisation } from './edit-organisation.ts';
import { editService } from './edit-service.ts';
import { FIELD_LABELS, valueInWords } from './entry-field.rules.ts';
import { canKeepEntries } from './entry.policy.ts';
import { listService } from './list-service.ts';
import { type ConflictRow, editConflictView } from './own-edit.view.ts';
import { lastChangeInWords, type LastEdit } from './own-word.rules.ts';
import { resolveConflict } from './resolve-conflict.ts';
import { serviceView } from './service.view.ts';

const LAST_CHANGE = 'Who changed it here last and when, in a sentence; null when nobody has.';

@Resolver()
export class OwnEditResolver {
  @Mutation(() => gql.EditServicePayload, {
    description: 'Writes into the entry of a service, for those who run it and editors; no import writes over it.',
  })
  async editService(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.EditServiceInput, { description: 'What to write.' }) input: gql.EditServiceInput,
  ) {
    const result = await editService(ctx, input);
    return { service: later(serviceView, { id: input.serviceId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.EditOrganisationPayload, {
    description: "Writes into an organisation's own details, for its members and editors; no import writes over it.",
  })
  async editOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.EditOrganisationInput, { description: 'What to write.' }) input: gql.EditOrganisationInput,
  ) {
    const result = await editOrganisation(ctx, input);
    return { organisation: later(organisationView, { id: input.organisationId }), userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.ListServicePayload, {
    description: 'Lists something that an organisation offers, for its members and editors.',
  })
  async listService(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ListServiceInput, { description: 'What to list.' }) input: gql.ListServiceInput,
  ) {
    const result = await listService(ctx, input);
    return { service: result.ok ? later(serviceView, { id: result.value }) : null, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.ResolveConflictPayload, {
    description: 'Ends a conflict between an entry and its feed; for editors of the directory.',
  })
  async resolveConflict(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.ResolveConflictInput, { description: 'Decision.' }) input: gql.ResolveConflictInput,
  ) {
    const result = await resolveConflict(ctx, input);
    return { conflict: later(editConflictView, { id: input.conflictId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => gql.EditConflict)
export class EditConflictResolver {
  @Query(() => gql.EditConflict, {
    nullable: true,
    description: 'Conflict of that id; null when absent or not yours to see.',
  })
  editConflict(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the conflict.' }) id: string,
  ) {
    return read(ctx, editConflictView, info, { id });
  }

  @FieldResolver(() => String)
  label(@Root() row: ConflictRow) {
    return FIELD_LABELS[row.field];
  }

  @FieldResolver(() => String)
  ours(@Root() row: ConflictRow) {
    return valueInWords(row.field, row.ownValue);
  }

  @FieldResolver(() => String)
  theirs(@Root() row: ConflictRow) {
    return valueInWords(row.field, row.feedValue);
  }

  @FieldResolver(() => Boolean)
  viewerCanDecide(@Ctx() ctx: Context, @Root() row: ConflictRow) {
    return row.state === 'OPEN' && canEditDirectory(ctx.viewer);
  }
}

@Resolver(() => services.Service)
export class ServiceKeepingResolver {
  @FieldResolver(() => Boolean, { description: 'Whether you can change the entry.' })
  viewerCanEdit(@Ctx() ctx: Context, @Root() row: { readonly organisationId: string }) {
    return canKeepEntries(ctx.viewer, row.organisationId);
  }

  @FieldResolver(() => String, { nullable: true, description: LAST_CHANGE })
  lastChange(@Root() row: LastEdit) {
    return lastChangeInWords(row);
  }

  @FieldResolver(() => gql.EditConflictConnection, {
    description:
      'Where its feed says something else than was written here, the oldest first; yours as member or editor.',
  })
  conflicts(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}

@Resolver(() => organisations.Organisation)
export class OrganisationKeepingResolver {
  @FieldResolver(() => Boolean, { description: 'Whether you can change its details and what it lists.' })
  viewerCanEdit(@Ctx() ctx: Context, @Root() row: { readonly id: string }) {
    return canKeepEntries(ctx.viewer, row.id);
  }

  @FieldResolver(() => String, { nullable: true, description: LAST_CHANGE })
  lastChange(@Root() row: LastEdit) {
    return lastChangeInWords(row);
  }

  @FieldResolver(() => gql.EditConflictConnection, {
    description: 'Where a feed says something else of its own details, the oldest first; yours as member or editor.',
  })
  conflicts(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}

@Resolver(() => DirectoryDesk)
export class DeskConflictsResolver {
  @FieldResolver(() => gql.EditConflictConnection, {
    description: 'Conflicts between entries and their feeds that wait for a decision, the oldest first.',
  })
  conflicts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, editConflictView, info, {
      where: (t) => sql`${t}.state = 'OPEN'`,
      orderBy: [['feedSaidAt', 'asc']],
      args,
    });
  }
}
