import { organisationView } from '../organisations/organisation.view.ts';
import { personView } from '../people/person.view.ts';
import { type Sql, sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { MemberPosition } from './membership.policy.ts';

/** How a membership is read: the viewer's own and colleagues'. */
export const membershipView = defineView<MemberPosition>('Membership', {
  table: 'membership',
  columns: {
    id: 'id',
    role: 'role',
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    approvalLimit: 'approval_limit_pence',
    version: 'version',
    organisationId: 'organisation_id',
    personId: 'person_id',
  },
  needs: { viewerCanChange: ['organisationId'], viewerCanEnd: ['organisationId', 'personId'] },
  one: { organisation: one(() => organisationView, 'organisation_id'), person: one(() => personView, 'person_id') },
});

extendView(organisationView, {
  needs: { viewerCanManageMembers: ['id'] },
  connections: {
    members: connection(() => membershipView, {
      on: 'organisation_id',
      where: lasts,
      orderBy: [
        [column(personName), 'asc', 'nullable'],
        ['role', 'asc'],
      ],
    }),
  },
});

/** Whether a membership runs today or will. */
function lasts(t: Sql): Sql {
  return sql`${t}.ended_at is null and coalesce(${t}.ends_on, 'infinity') >= current_date`;
}

/** Name by which members are sorted, so that the roles of one person stand together. */
function personName(t: Sql): Sql {
  return sql`(select p.name from person p where p.id = ${t}.person_id)`;
}
