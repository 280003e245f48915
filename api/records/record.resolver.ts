import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/paging.ts';
import { Individual } from '../../schema/person.ts';
import * as gql from '../../schema/record.ts';
import type { RecordPart } from '../common/record-part.ts';
import type { Context } from '../platform/context.ts';
import { load } from '../platform/read/read.ts';
import { type Looked, purposeOf } from './look.rules.ts';
import { canOpenRecord } from './record.policy.ts';
import { type RecordRow, recordView } from './record.view.ts';

@Resolver(() => gql.PersonalRecord)
export class RecordResolver {
  @FieldResolver(() => gql.LookConnection, {
    description:
      'Who looked, newest first; empty for everybody but the individual and whoever shares all with them and may bind them.',
  })
  looks(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error('The link of the view answers this field.');
  }

  @FieldResolver(() => [gql.RecordPartHeld])
  parts(@Root() { counts }: RecordRow) {
    return Object.entries(counts).map(([part, count]) => ({ part: part as RecordPart, count }));
  }
}

@Resolver(() => gql.Look)
export class LookResolver {
  @FieldResolver(() => String)
  purpose(@Root() look: Looked) {
    return purposeOf(look);
  }
}

type OwnRow = { readonly id: string; readonly authorityId: string };

@Resolver(() => Individual)
export class IndividualRecordResolver {
  @FieldResolver(() => gql.PersonalRecord, {
    nullable: true,
    description:
      'Everything held about them; for them, for whoever shares all with them and may bind them, and for the authority. Null otherwise.',
  })
  async record(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() row: OwnRow) {
    if (!canOpenRecord(ctx.viewer, { authorityId: row.authorityId, individualId: row.id })) return null;
    await ctx.looks.settle();
    return load(ctx, recordView, info, row.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can open everything that is held about them.' })
  viewerCanOpenRecord(@Ctx() ctx: Context, @Root() row: OwnRow) {
    return canOpenRecord(ctx.viewer, { authorityId: row.authorityId, individualId: row.id });
  }
}
