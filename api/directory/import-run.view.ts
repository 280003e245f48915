import { sql } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, many, one } from '../platform/read/view.ts';
import type { View } from '../platform/read/view.ts';
import type { ImportRunFacts } from './import-run.rules.ts';
import type { ComparedEntry } from './link-comparison.rules.ts';
import type { Ground } from './link.rules.ts';
import { serviceView } from './service.view.ts';

/** How a feed is read. */
export const feedView: View = defineView('Feed', {
  table: 'feed',
  columns: {
    id: 'id',
    name: 'name',
    source: 'source',
    licence: 'licence',
    attribution: 'attribution',
    isPublished: (t) => sql`${t}.licence is not null`,
    serviceCount: (t) => sql`(select count(*)::integer from service fed where fed.feed_id = ${t}.id)`,
  },
  one: {
    lastRun: one(
      () => importRunView,
      (t, parent) => sql`${t}.id = (select run.id from import_run run where run.feed_id = ${parent}.id
        order by run.started_at desc, run.id desc limit 1)`,
    ),
  },
});

/** How an import run is read, by editors alone. */
export const importRunView: View<ImportRunFacts> = defineView<ImportRunFacts>('ImportRun', {
  table: 'import_run',
  columns: {
    id: 'id',
    startedAt: column('started_at', 'instant'),
    endedAt: column('ended_at', 'instant'),
    workedAt: column('worked_at', 'instant'),
    isWhole: 'is_whole',
    problem: 'problem',
    landed: 'staged_count',
    created: 'created_count',
    changed: 'changed_count',
    unchanged: 'unchanged_count',
    quarantined: 'quarantined_count',
    left: 'left_count',
    unlisted: 'unlisted_count',
    relisted: 'relisted_count',
    proposed: 'proposed_count',
  },
  needs: { state: ['endedAt', 'workedAt', 'isWhole', 'problem'] },
  one: { feed: one(() => feedView, 'feed_id') },
  connections: {
    quarantinedRows: connection(() => quarantinedRowView, {
      on: 'last_run_id',
      orderBy: [
        ['reasonCode', 'asc'],
        ['numberInFeed', 'asc', 'nullable'],
      ],
    }),
  },
});

const startOf = (run: Sql) => sql`(select met.started_at from import_run met where met.id = ${run})`;

/** How a quarantined row is read, by editors alone. */
export const quarantinedRowView = defineView('QuarantinedRow', {
  table: 'quarantined_row',
  columns: {
    id: 'id',
    numberInFeed: 'external_id',
    reasonCode: 'reason_code',
    reason: 'reason',
    raw: 'raw',
    state: 'state',
    goneOn: column('gone_on', 'date'),
    metFirstAt: column((t) => startOf(sql`${t}.first_run_id`), 'instant'),
    metLastAt: column((t) => startOf(sql`${t}.last_run_id`), 'instant'),
  },
  one: { feed: one(() => feedView, 'feed_id') },
});

/** A link as it is read, with what is compared of its two entries. */
export interface LinkRow {
  readonly id: string;
  readonly grounds: readonly Ground[];
  readonly entry: ComparedEntry;
  readonly otherEntry: ComparedEntry;
}

const compared = (id: Sql) => sql`(
  select jsonb_build_object('name', s.name, 'organisation', o.name, 'phone', s.phone, 'email', s.email,
    'website', s.website, 'description', s.description, 'source', f.name, 'unlistedOn', s.unlisted_on,
    'address', (select concat_ws(', ', nullif(array_to_string(l.address_lines, ', '), ''), l.city, l.postcode)
      from service_at_location p join location l on l.id = p.location_id and l.has_public_address
      where p.service_id = s.id order by l.name, l.id limit 1))
  from service s join organisation o on o.id = s.organisation_id left join feed f on f.id = s.feed_id
  where s.id = ${id})`;

/** How a link between two entries that may be the same is read, by editors alone. */
export const serviceLinkView = defineView<LinkRow>('ServiceLink', {
  table: 'service_link',
  columns: {
    id: 'id',
    kind: 'kind',
    state: 'state',
    grounds: 'grounds',
    proposedAt: column('proposed_at', 'instant'),
    decidedAt: column('decided_at', 'instant'),
    entry: (t) => compared(sql`${t}.service_id`),
    otherEntry: (t) => compared(sql`${t}.other_service_id`),
  },
  needs: { facts: ['entry', 'otherEntry'], grounds: ['grounds'] },
  one: { service: one(() => serviceView, 'service_id'), otherService: one(() => serviceView, 'other_service_id') },
});

extendView(serviceView, {
  one: { shownAs: one(() => serviceView, 'preferred_service_id') },
  many: {
    alsoListedAs: many(() => serviceView, { on: 'preferred_service_id', orderBy: [['name', 'asc']], limit: 20 }),
  },
});
