import { organisationView } from '../organisations/organisation.view.ts';
import { sql } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, many } from '../platform/read/view.ts';
import { serviceView } from './service.view.ts';

// Of several things that one source said of one registration over time, the newest.
const isNewest = (t: Sql) => sql`not exists (
  select from registration newer
  where newer.regulator = ${t}.regulator and newer.identifier = ${t}.identifier
    and newer.organisation_id = ${t}.organisation_id and newer.service_id is not distinct from ${t}.service_id
    and newer.feed_id is not distinct from ${t}.feed_id and (newer.as_of, newer.id) > (${t}.as_of, ${t}.id))`;

/** How a registration is read; what a feed said of a service that it lists no longer is not known to hold. */
export const registrationView = defineView('Registration', {
  table: 'registration',
  columns: {
    id: 'id',
    regulator: 'regulator',
    identifier: 'identifier',
    status: (t) => sql`case when exists (
      select from service listed where listed.id = ${t}.service_id and listed.unlisted_on is not null
        and listed.feed_id = ${t}.feed_id) then 'UNKNOWN' else ${t}.status end`,
    activities: 'activities',
    rating: 'rating',
    ratedOn: column('rated_on', 'date'),
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    source: 'source',
    asOf: column('as_of', 'date'),
    isNewest,
  },
  needs: { summary: ['regulator', 'identifier', 'status', 'rating', 'ratedOn', 'source', 'asOf'] },
});

const order = [
  ['asOf', 'desc'],
  ['regulator', 'asc'],
  ['identifier', 'asc'],
  ['isNewest', 'desc'],
] as const;

extendView(serviceView, {
  many: {
    registrations: many(() => registrationView, {
      on: (t, parent) =>
        sql`${t}.organisation_id = ${parent}.organisation_id and (${t}.service_id is null or ${t}.service_id = ${parent}.id)`,
      orderBy: order,
      limit: 50,
    }),
  },
});

extendView(organisationView, {
  many: {
    registrations: many(() => registrationView, {
      on: (t, parent) => sql`${t}.organisation_id = ${parent}.id and ${t}.service_id is null`,
      orderBy: order,
      limit: 50,
    }),
  },
});
