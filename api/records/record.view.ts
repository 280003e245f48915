import { RecordPart } from '../common/record-part.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { individualView } from '../people/person.view.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import { sql } from '../platform/read/sql.ts';
import type { Looked } from './look.rules.ts';

/** How a look is read: by the individual, and whoever reads their record as they do. */
export const lookView = defineView<Looked>('Look', {
  table: 'look',
  columns: {
    ...{ id: 'id', viewerName: 'viewer_name', part: 'part', actedAs: 'acted_as', role: 'role', said: 'purpose' },
    ...{ firstAt: column('first_at', 'instant'), lastAt: column('last_at', 'instant'), times: 'times' },
  },
  needs: { purpose: ['actedAs', 'role', 'said'] },
  one: { organisation: one(() => organisationView, 'organisation_id') },
});

/** The record as its resolvers find it. */
export interface RecordRow {
  readonly id: string;
  readonly counts: Readonly<Record<RecordPart, number>>;
}

/** How a record is read: row security counts for each viewer what they may see. */
export const recordView = defineView<RecordRow>('PersonalRecord', {
  table: 'individual',
  columns: {
    id: 'id',
    counts: (t) => sql`json_build_object('IDENTITY', 1,
      'CIRCLE', (select count(*) from circle_member c where c.individual_id = ${t}.id),
      'ABOUT_ME', (select count(*) from statement s where s.individual_id = ${t}.id),
      'COMMUNICATION', (select count(*) from communication c where c.individual_id = ${t}.id),
      'OUTCOMES', (select count(*) from outcome o where o.individual_id = ${t}.id),
      'CHOICES', (select count(*) from appraisal a where a.individual_id = ${t}.id),
      'BUDGET', (select count(*) from budget b where b.individual_id = ${t}.id),
      'AGREEMENTS', (select count(*) from agreement a where a.individual_id = ${t}.id),
      'CORRECTIONS', (select count(*) from correction c where c.individual_id = ${t}.id),
      'HISTORY', (select count(*) from event e where e.individual_id = ${t}.id),
      'LOOKS', (select count(*) from look l where l.individual_id = ${t}.id))`,
  },
  needs: { parts: ['counts'] },
  connections: { looks: connection(() => lookView, { on: 'individual_id', orderBy: [['lastAt', 'desc']] }) },
});

extendView(individualView, { needs: { record: ['id', 'authorityId'], viewerCanOpenRecord: ['id', 'authorityId'] } });
