import { isId } from '../common/id.ts';
import type { GraphQLContext } from '../platform/context.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import type { AgreementEventRow } from './agreement-event.view.ts';

/** An event as one reader may see it. */
export interface DeliveredEvent extends AgreementEventRow {
  readonly cursor: string;
  readonly agreementId: string;
}

const DELIVERED = `select e.agreement_id as "agreementId", e.type, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    e.actor_id as "actorId", e.data,
    case when e.acted_as in ('INDIVIDUAL', 'CIRCLE')
      then coalesce((select p.preferred_name from person p where p.id = e.actor_id), e.actor_name) else e.actor_name end as "actorName"
  from event e join agreement a on a.id = e.agreement_id where e.id = $1`;

const NOBODYS = '00000000-0000-0000-0000-000000000000';

/**
 * Events of one agreement, or of all that the viewer may see, in order and without gaps. Each is read through the viewer's
 * own eyes at the moment of delivery (rule R55): what they may not see, or no longer, is passed over.
 */
export async function* followAgreements(
  ctx: GraphQLContext,
  agreementId: string | null,
  after: string | null,
): AsyncGenerator<DeliveredEvent> {
  // What cannot be an identifier is as quiet as an agreement that is hidden or not there.
  const filter = agreementId === null ? {} : { agreementId: isId(agreementId) ? agreementId : NOBODYS };
  for await (const event of ctx.hub.follow(filter, after, ctx.signal)) {
    const statement = { name: 'delivered_event', text: DELIVERED, values: [event.id] };
    const [seen] = await inReadTransaction<Omit<DeliveredEvent, 'cursor'>>(ctx, statement);
    if (seen) yield { ...seen, cursor: event.cursor };
  }
}
