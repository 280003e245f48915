import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/representation.ts';
import * as viewers from '../../schema/viewer.ts';
import { dayAt } from '../common/calendar.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { later, readMany } from '../platform/read/read.ts';
import { sql } from '../platform/read/sql.ts';
import { COVERED, DecisionKind } from './cover.rules.ts';
import { endRepresentation } from './end-representation.ts';
import { recordRepresentation } from './record-representation.ts';
import { canEndRepresentation } from './representation.policy.ts';
import { isInForce } from './representation.rules.ts';
import { type RepresentationRow, representationView } from './representation.view.ts';

@Resolver(() => gql.Representation)
export class RepresentationResolver {
  @FieldResolver(() => Boolean)
  isInForce(@Ctx() ctx: Context, @Root() row: RepresentationRow) {
    return isInForce({ ...row, isEnded: row.endedReason !== null }, dayAt(ctx.now()));
  }

  @FieldResolver(() => [DecisionKind])
  covers(@Root() row: RepresentationRow) {
    return COVERED[row.kind];
  }

  @FieldResolver(() => Boolean)
  viewerCanEnd(@Ctx() ctx: Context, @Root() row: RepresentationRow) {
    return row.endedReason === null && canEndRepresentation(ctx.viewer, row);
  }

  @Mutation(() => gql.RecordRepresentationPayload, {
    description:
      'Writes down who may decide for somebody or supports them, and what was seen of it; for brokers and approvers.',
  })
  async recordRepresentation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.RecordRepresentationInput, { description: 'Who, by what authority.' })
    input: gql.RecordRepresentationInput,
  ) {
    const result = await recordRepresentation(ctx, input);
    const representation = result.ok ? later(representationView, { id: result.value }) : null;
    return { representation, userErrors: problemsOf(result) };
  }

  @Mutation(() => gql.EndRepresentationPayload, {
    description:
      'Ends a representation at once; for brokers and approvers, and for the individual where it is informal.',
  })
  async endRepresentation(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.EndRepresentationInput, { description: 'Representation to end.' })
    input: gql.EndRepresentationInput,
  ) {
    const result = await endRepresentation(ctx, input);
    return {
      representation: later(representationView, { id: input.representationId }),
      userErrors: problemsOf(result),
    };
  }
}

@Resolver(() => viewers.Viewer)
export class ViewerRepresentationsResolver {
  @FieldResolver(() => [gql.Representation], {
    description: 'Authorities that you hold for others, the latest first; at most 50.',
  })
  representations(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readMany(ctx, representationView, info, {
      where: (t) => sql`${t}.person_id = ${ctx.viewer.personId}`,
      orderBy: [['recordedAt', 'desc']],
      limit: 50,
    });
  }
}
