import { RecordPart } from '../common/record-part.ts';
import { type Sql, sql } from '../platform/read/sql.ts';
import { column, defineView, many, one } from '../platform/read/view.ts';

/** How a person is read: those whose names the viewer may know. */
export const personView = defineView('Person', {
  table: 'person',
  columns: { id: 'id', name: 'name', preferredName: 'preferred_name' },
});

/** Whose circle it is and who stands in it, as they are read. */
export type CircleMemberRow = { readonly individualId: string; readonly personId: string };

/** How somebody in a circle is read. */
export const circleMemberView = defineView<CircleMemberRow>('CircleMember', {
  table: 'circle_member',
  personal: { part: RecordPart.CIRCLE, of: 'individualId' },
  columns: {
    id: 'id',
    relation: 'relation',
    kind: 'kind',
    maySee: 'may_see',
    mayDo: 'may_do',
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    version: 'version',
    individualId: 'individual_id',
    personId: 'person_id',
    // The latest holds.
    informalSupport: (t) => sql`(
      select json_build_object('answer', said.answer, 'hoursAWeek', said.hours_a_week, 'words', said.words, 'saidOn', said.said_at::date)
      from informal_support said where said.circle_member_id = ${t}.id order by said.said_at desc, said.id desc limit 1)`,
  },
  needs: {
    viewerCanChange: ['individualId', 'personId'],
    viewerCanEnd: ['individualId', 'personId'],
    viewerCanSaySupport: ['individualId', 'personId'],
  },
  one: { person: one(() => personView, 'person_id') },
});

/** How an individual is read; a provider to whom the name is disclosed still sees neither home nor situation. */
export const individualView = defineView<{ id: string; authorityId: string }>('Individual', {
  table: 'individual',
  personal: { part: RecordPart.IDENTITY, of: 'id', isOpened: true },
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    alias: 'alias',
    postcode: (t) => sql`case when ${isTheirs(t, sql`'kith.homes'`)} then ${t}.postcode end`,
    situation: (t) => sql`case when ${isTheirs(t, sql`'kith.plans'`)} then ${t}.situation end`,
  },
  needs: { viewerMayDo: ['id', 'authorityId'], viewerRelation: ['id', 'authorityId'] },
  one: { person: one(() => personView, { id: 'id' }) },
  many: {
    circle: many(() => circleMemberView, {
      on: 'individual_id',
      where: (t) => sql`current_date between ${t}.starts_on and coalesce(${t}.ends_on, 'infinity')
        and ${t}.ended_at is null`,
      orderBy: [['relation', 'asc']],
      limit: 50,
    }),
  },
});

/** Whether the viewer may know what is private of an individual: a provider reads the row once something is agreed (rule R44), for the name alone unless more was allowed. */
export function isTheirs(t: Sql, list: Sql): Sql {
  return sql`(${t}.authority_id = any ((select access.ids('kith.authorities'))::uuid[])
    or ${t}.id = any ((select access.ids('kith.person'))::uuid[])
    or ${t}.id = any ((select access.ids(${list}))::uuid[]))`;
}
