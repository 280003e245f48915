import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DirectoryDesk } from '../../schema/directory-desk.ts';
import * as feeds from '../../schema/feed.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as rows from '../../schema/quarantined-row.ts';
import * as links from '../../schema/service-link.ts';
import * as services from '../../schema/service.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later, read, readConnection } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { decideServiceLink } from './decide-service-link.ts';
import { stateOfRun, type ImportRunFacts } from './import-run.rules.ts';
import { feedView, importRunView, quarantinedRowView, serviceLinkView, type LinkRow } from './import-run.view.ts';
import { compareEntries } from './link-comparison.rules.ts';
import { GROUNDS } from './link.rules.ts';
import { markQuarantinedRow } from './mark-quarantined-row.ts';
import { rawInLines } from './quarantined-row.rules.ts';

@Resolver(() => DirectoryDesk)
export class DeskImportsResolver {
  @FieldResolver(() => feeds.FeedConnection, { description: 'Feeds that the directory is filled from, by name.' })
  feeds(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, feedView, info, { orderBy: [['name', 'asc']], args });
  }

  @FieldResolver(() => feeds.ImportRunConnection, { description: 'Readings of feeds, the latest first.' })
  runs(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, importRunView, info, { orderBy: [['startedAt', 'desc']], args });
  }

  @FieldResolver(() => rows.QuarantinedRowConnection, {
    description: 'Rows of feeds that could not be accepted and wait for somebody to look at them, by reason.',
  })
  quarantine(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, quarantinedRowView, info, {
      where: (t) => sql`${t}.state = 'WAITING' and ${t}.gone_on is null`,
      orderBy: [['reasonCode', 'asc']],
      args,
    });
  }

  @FieldResolver(() => links.ServiceLinkConnection, {
    description: 'Pairs of entries that may be the same and wait for a decision, the oldest first.',
  })
  links(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return readConnection(ctx, serviceLinkView, info, {
      where: (t) => sql`${t}.state = 'PROPOSED'`,
      orderBy: [['proposedAt', 'asc']],
      args,
    });
  }
}

@Resolver(() => feeds.ImportRun)
export class ImportRunResolver {
  @Query(() => feeds.ImportRun, {
    nullable: true,
    description: 'Reading of a feed of that id; null when absent or not yours to see.',
  })
  importRun(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the reading.' }) id: string,
  ) {
    return read(ctx, importRunView, info, { id });
  }

  @FieldResolver(() => String)
  state(@Ctx() ctx: Context, @Root() row: ImportRunFacts) {
    return stateOfRun(row, ctx.now());
  }

  @FieldResolver(() => rows.QuarantinedRowConnection, {
    description: 'Rows kept aside whom this reading was the last to meet, by reason.',
  })
  quarantinedRows(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }
}

@Resolver(() => rows.QuarantinedRow)
export class QuarantinedRowResolver {
  @Query(() => rows.QuarantinedRow, {
    nullable: true,
    description: 'Quarantined row of that id; null when absent or not yours to see.',
  })
  quarantinedRow(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the row.' }) id: string,
  ) {
    return read(ctx, quarantinedRowView, info, { id });
  }

  @FieldResolver(() => String)
  raw(@Root() row: { readonly raw: string }) {
    return rawInLines(row.raw);
  }

  @Mutation(() => rows.MarkQuarantinedRowPayload, {
    description: 'Says that a quarantined row was looked at, or is put aside for good; for editors of the directory.',
  })
  async markQuarantinedRow(
    @Ctx() ctx: Context,
    @Arg('input', () => rows.MarkQuarantinedRowInput, { description: 'Row, and what is said of it.' })
    input: rows.MarkQuarantinedRowInput,
  ) {
    const result = await markQuarantinedRow(ctx, input);
    return { row: later(quarantinedRowView, { id: input.rowId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => links.ServiceLink)
export class ServiceLinkResolver {
  @Query(() => links.ServiceLink, {
    nullable: true,
    description: 'Pair of entries of that id; null when absent or not yours to see.',
  })
  serviceLink(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the link.' }) id: string,
  ) {
    return read(ctx, serviceLinkView, info, { id });
  }

  @FieldResolver(() => [String])
  grounds(@Root() row: LinkRow) {
    return row.grounds.map((ground) => GROUNDS[ground]);
  }

  @FieldResolver(() => [links.ComparedFact])
  facts(@Root() row: LinkRow) {
    return compareEntries(row.entry, row.otherEntry);
  }

  @Mutation(() => links.DecideServiceLinkPayload, {
    description: 'Says whether two entries are the same; nothing is merged. For editors of the directory.',
  })
  async decideServiceLink(
    @Ctx() ctx: Context,
    @Arg('input', () => links.DecideServiceLinkInput, { description: 'Decision.' }) input: links.DecideServiceLinkInput,
  ) {
    const result = await decideServiceLink(ctx, input);
    return { link: later(serviceLinkView, { id: input.linkId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => services.Service)
export class ServiceLinksResolver {
  @FieldResolver(() => services.Service, {
    nullable: true,
    description: 'Entry that is shown in its place, since the two are the same; null when it stands for itself.',
  })
  shownAs(): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => [services.Service], {
    description: 'Entries of the same service in other lists, by name; at most 20.',
  })
  alsoListedAs(): never {
    throw new Error('The link of the view answers this field.');
  }
}
