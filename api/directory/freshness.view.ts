import { PLACE } from '../common/calendar.ts';
import { sql } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { personView } from '../people/person.view.ts';
import type { LastCheck } from './freshness.rules.ts';
import { serviceView } from './service.view.ts';

/** What the freshness of a service follows from: its last check, and the months of the viewer's authority when it has set any. */
export interface FreshnessRow extends LastCheck {
  readonly policyMonths: readonly [number, number, number] | null;
}

/** Day from which the age of an entry counts: of its check, else of its last change, else of its arrival. */
export const checkedOn = (t: Sql): Sql =>
  sql`coalesce(${t}.assured_on, (${t}.last_modified_at at time zone ${PLACE})::date, (${t}.imported_at at time zone ${PLACE})::date)`;

// The same for every row, so that it is worked out once for the whole statement.
const policyMonths = () => sql`(
  select array[p.fresh_months, p.stale_months, p.hidden_months] from freshness_policy p
  join person who on who.authority_id = p.authority_id
  where who.id = any ((select access.ids('kith.person'))::uuid[]))`;

/** How an assurance is read; who may, the database decides. */
export const assuranceView = defineView('Assurance', {
  table: 'assurance',
  columns: {
    id: 'id',
    origin: 'origin',
    result: 'result',
    assuredOn: column('assured_on', 'date'),
    assuredAt: column('assured_at', 'instant'),
    method: 'method',
    answeredBy: 'answered_by',
    words: 'words',
  },
  one: {
    person: one(() => personView, 'person_id'),
    actingFor: one(() => organisationView, 'acting_id'),
  },
});

extendView(serviceView, {
  columns: {
    assuredBy: 'assured_by',
    assuredByName: (t) => sql`(select checking.name from organisation checking where checking.id = ${t}.assured_by_id)`,
    checkedOn: column(checkedOn, 'date'),
    policyMonths,
  },
  needs: {
    freshness: ['assuredOn', 'assuredBy', 'assuredByName', 'checkedOn', 'kind', 'policyMonths'],
    viewerCanAssure: ['organisationId', 'status'],
  },
  connections: {
    assurances: connection(() => assuranceView, { on: 'service_id', orderBy: [['assuredAt', 'desc']] }),
  },
});
