import { sql } from '../platform/read/sql.ts';
import { column, defineView } from '../platform/read/view.ts';
import type { AgreementEventData, AgreementEventType } from './agreement-words.rules.ts';

/** An event of an agreement as it is read. */
export interface AgreementEventRow {
  readonly type: AgreementEventType;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly data: AgreementEventData;
}

/** How an agreement's timeline is read. The name of a person is shown to whoever may know it, else the name that was recorded. */
export const agreementEventView = defineView<AgreementEventRow>('AgreementEvent', {
  table: 'event',
  columns: {
    id: (t) => sql`${t}.id::text`,
    sequence: 'sequence',
    cursor: (t) =>
      sql`translate(rtrim(encode(convert_to(${t}.xid::text || '.' || ${t}.id::text, 'UTF8'), 'base64'), '='), '+/', '-_')`,
    type: 'type',
    at: column('at', 'instant'),
    actorId: 'actor_id',
    actorName: (t) => sql`case when ${t}.acted_as in ('INDIVIDUAL', 'CIRCLE')
      then coalesce((select p.preferred_name from person p where p.id = ${t}.actor_id), ${t}.actor_name) else ${t}.actor_name end`,
    data: 'data',
  },
  needs: { sentence: ['type', 'actorId', 'actorName', 'data'] },
});
