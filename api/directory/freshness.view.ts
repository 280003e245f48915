import { PLACE } from '../common/calendar.ts';
import { sql } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { SortKey } from '../platform/read/view.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { personView } from '../people/person.view.ts';
import { DEFAULT_POLICY } from './freshness.rules.ts';
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
const policyMonths = (): Sql => sql`(
  select array[p.fresh_months, p.stale_months, p.hidden_months] from freshness_policy p
  join person who on who.authority_id = p.authority_id
  where who.id = any ((select access.ids('kith.person'))::uuid[]))`;

/** State of an entry today under the policy of the viewer's authority, as `freshnessState` decides it for one. */
export const stateOn =
  (today: string) =>
  (t: Sql): Sql => {
    const isOlder = (place: Sql, otherwise: number) =>
      sql`(${checkedOn(t)} + make_interval(months => coalesce(${policyMonths()}[${place}], ${otherwise}::int)))::date <= ${today}::date`;
    const { freshMonths, staleMonths, hiddenMonths } = DEFAULT_POLICY;
    return sql`case
      when ${isOlder(sql`3`, hiddenMonths)} then 'HIDDEN_FROM_CHOOSING'
      when ${checkedOn(t)} is null or ${isOlder(sql`2`, staleMonths)} then 'STALE'
      when ${isOlder(sql`1`, freshMonths)} then 'DUE' else 'FRESH' end`;
  };

/** The order of those who wait longest for a check: what was never checked comes first. */
export const LONGEST_UNCHECKED: SortKey = [
  column((t) => sql`coalesce(${checkedOn(t)}, '1970-01-01'::date)`, 'date'),
  'asc',
];

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
    service: one(() => serviceView, 'service_id'),
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
