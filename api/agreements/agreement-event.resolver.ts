import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import * as gql from '../../schema/agreement.ts';
import type { Context, GraphQLContext } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { later } from '../platform/read/read.ts';
import { type AgreementEventData, type AgreementEventType, eventSentence } from './agreement-words.rules.ts';
import { agreementView } from './agreement.view.ts';
import type { AgreementEventRow } from './agreement-event.view.ts';
import { type DeliveredEvent, followAgreements } from './follow-agreements.ts';

@Resolver(() => gql.AgreementEvent)
export class AgreementEventResolver {
  @FieldResolver(() => String)
  sentence(@Ctx() ctx: Context, @Root() row: AgreementEventRow) {
    return sentenceFor(ctx, row.type, row.actorId, row.actorName, row.data);
  }
}

@Resolver(() => gql.AgreementStatusChanged)
export class AgreementStatusChangedResolver {
  @Subscription(() => gql.AgreementStatusChanged, {
    description:
      'Tells every change of one agreement, or of all that you may see, as it is committed. With `after`, first what was missed.',
    subscribe: ({ args, context }) => {
      const { agreementId, after } = args as { agreementId: string | null; after: string | null };
      signedIn(context.viewer as Context['viewer']);
      return followAgreements(context as GraphQLContext, agreementId ?? null, after ?? null);
    },
  })
  agreementStatusChanged(
    @Ctx() ctx: Context,
    @Root() event: DeliveredEvent,
    @Arg('agreementId', () => ID, { nullable: true, description: 'Only of this agreement; null for all of yours.' })
    _agreementId: string | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which to go on; null for from now on.' })
    _after: string | null,
  ) {
    return {
      cursor: event.cursor,
      at: event.at,
      type: event.type,
      sentence: sentenceFor(ctx, event.type, event.actorId, event.actorName, event.data),
      agreement: later(agreementView, { id: event.agreementId }),
    };
  }
}

function sentenceFor(
  ctx: Context,
  type: AgreementEventType,
  actorId: string | null,
  actorName: string,
  data: AgreementEventData,
): string {
  return eventSentence(type, actorId !== null && actorId === ctx.viewer.personId ? 'You' : actorName, data);
}
