import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { writeRows } from './directory.queries.ts';
import {
  fieldsOf,
  saysTheSame,
  type EntryField,
  type EntryValue,
  type EntryValues,
  type KeptSchedule,
  type SomeValues,
} from './entry-field.rules.ts';

/** What an entry is: a service, or the organisation's own details when there is no service. */
export interface Subject {
  readonly organisationId: string;
  readonly serviceId: string | null;
}

/** An entry as it stands, locked until the transaction ends. */
export interface LockedEntry extends Subject {
  /** Whether an import writes it too. */
  readonly isFed: boolean;
  readonly values: SomeValues;
}

/** What the entry of a service says now, field by field. */
export async function valuesOfService(tx: Transaction, serviceId: string): Promise<SomeValues> {
  const rows: { values: SomeValues }[] = await tx.manager.query('select directory.service_values($1) as values', [
    serviceId,
  ]);
  return rows[0]?.values ?? {};
}

/** Which organisation runs a service; throws NOT_FOUND. */
export async function organisationOfService(tx: Transaction, serviceId: string): Promise<string> {
  const found: { organisationId: string }[] = isId(serviceId)
    ? await tx.manager.query('select organisation_id as "organisationId" from service where id = $1', [serviceId])
    : [];
  if (!found[0]) throw notFound('service');
  return found[0].organisationId;
}

/** The organisation of that id, when the viewer may know of it; throws NOT_FOUND. */
export async function getOrganisationId(tx: Transaction, organisationId: string): Promise<string> {
  const found: unknown[] = isId(organisationId)
    ? await tx.manager.query('select from organisation where id = $1', [organisationId])
    : [];
  if (found.length === 0) throw notFound('organisation');
  return organisationId;
}

/** Locks an entry that the viewer may write, and reads all that it says. */
export async function lockEntry(tx: Transaction, { organisationId, serviceId }: Subject): Promise<LockedEntry> {
  const table = serviceId === null ? 'organisation' : 'service';
  const id = serviceId ?? organisationId;
  const locked: unknown[] = await tx.manager.query(`select from ${table} where id = $1 for update`, [id]);
  if (locked.length === 0) throw notFound(table);
  const rows: { isFed: boolean; values: SomeValues }[] = await tx.manager.query(
    `select feed_id is not null as "isFed", directory.${table}_values(id) as values from ${table} where id = $1`,
    [id],
  );
  const { isFed = false, values = {} } = rows[0] ?? {};
  return { organisationId, serviceId, isFed, values };
}

type Columns = { readonly [Field in Exclude<EntryField, 'SCHEDULES'>]: (value: never) => Record<string, unknown> };

const COLUMNS: Columns = {
  NAME: (name: string) => ({ name }),
  DESCRIPTION: (description: string | null) => ({ description }),
  WEBSITE: (website: string | null) => ({ website }),
  EMAIL: (email: string | null) => ({ email }),
  PHONE: (phone: string | null) => ({ phone }),
  STATUS: (status: string) => ({ status }),
  FEES: (words: string | null) => ({ fees_description: words }),
  COULD_START: (words: string | null) => ({ could_start: words }),
  AGES: (ages: EntryValues['AGES']) => ({ minimum_age: ages?.minimum ?? null, maximum_age: ages?.maximum ?? null }),
  LANGUAGES: (languages: string[]) => ({ languages }),
  AREAS: (areas: string[]) => ({ areas }),
};

/** The columns of a row that hold these values; schedules are rows of their own. */
export function columnsOf(values: SomeValues): Record<string, unknown> {
  const columns = fieldsOf(values).flatMap(([field, value]) =>
    field === 'SCHEDULES' ? [] : Object.entries(COLUMNS[field](value as never)),
  );
  return Object.fromEntries(columns);
}

/** Writes values into an entry, with who wrote them last when somebody did it here. */
export async function writeEntry(
  tx: Transaction,
  { organisationId, serviceId }: Subject,
  values: SomeValues,
  editedAs: 'PROVIDER' | 'EDITOR',
): Promise<void> {
  const columns = { ...columnsOf(values), edited_at: timestampOf(tx.now()), edited_as: editedAs };
  const sets = Object.keys(columns).map((name, place) => `${name} = $${place + 2}`);
  await tx.manager.query(
    `update ${serviceId === null ? 'organisation' : 'service'} set ${sets.join(', ')} where id = $1`,
    [serviceId ?? organisationId, ...Object.values(columns)],
  );
  if (serviceId !== null && values.SCHEDULES) await writeSchedules(tx, serviceId, values.SCHEDULES);
}

const SCHEDULE_COLUMNS = {
  id: 'uuid',
  service_id: 'uuid',
  location_id: 'uuid',
  position: 'integer',
  days: 'text[]',
  opens_at: 'time',
  closes_at: 'time',
  frequency: 'text',
  every: 'integer',
  by_day: 'text',
  by_month_day: 'text',
  valid_from: 'date',
  valid_to: 'date',
  description: 'text',
};

async function writeSchedules(tx: Transaction, serviceId: string, schedules: readonly KeptSchedule[]): Promise<void> {
  await tx.manager.query('delete from schedule where service_id = $1', [serviceId]);
  const rows = schedules.map((schedule, index) => ({
    ...scheduleRow(schedule),
    id: tx.newId(),
    service_id: serviceId,
    position: index + 1,
  }));
  await writeRows(tx, { table: 'schedule', columns: SCHEDULE_COLUMNS }, rows);
}

/** A schedule as columns of its row, without identifier and place in the list. */
export function scheduleRow(schedule: KeptSchedule): Record<string, unknown> {
  const { days, description, every, frequency } = schedule;
  return {
    ...{ days, description, every, frequency, location_id: schedule.locationId },
    ...{ opens_at: schedule.opensAt, closes_at: schedule.closesAt, by_day: schedule.byDay },
    ...{ by_month_day: schedule.byMonthDay, valid_from: schedule.validFrom, valid_to: schedule.validTo },
  };
}

/** One field that is about to be written by hand. */
export interface NewEdit {
  readonly field: EntryField;
  readonly value: EntryValue;
  /** What stood there before; what the feed said, unless somebody had written there already. */
  readonly before: EntryValue;
}

/** Keeps what was written field by field; an edit of the same field before it ends, and its open conflict passes over. */
export async function keepEdits(
  tx: Transaction,
  entry: LockedEntry,
  { editedAs, suggestionId }: { readonly editedAs: 'PROVIDER' | 'EDITOR'; readonly suggestionId: string | null },
  edits: readonly NewEdit[],
): Promise<void> {
  const at = timestampOf(tx.now());
  for (const { field, value, before } of edits) {
    const id = tx.newId();
    const earlier = await endEdit(tx, entry, field);
    const isSettled = earlier?.conflictId && saysTheSame(field, earlier.feedValue, value);
    const fed = entry.isFed
      ? (earlier ?? { feedValue: before, weighedValue: before })
      : { feedValue: undefined, weighedValue: undefined };
    await tx.manager.query(
      `insert into own_edit (id, organisation_id, service_id, field, value, feed_value, weighed_value, edited_by, edited_as, edited_at,
         suggestion_id)
       values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::jsonb, $8, $9, $10, $11)`,
      [
        ...[id, entry.organisationId, entry.serviceId, field, JSON.stringify(value), JSON.stringify(fed.feedValue)],
        ...[JSON.stringify(isSettled ? fed.feedValue : fed.weighedValue), tx.viewer.personId, editedAs, at],
        suggestionId,
      ],
    );
    if (!earlier?.conflictId) continue;
    const [state, decidedAt] = isSettled ? ['SETTLED', at] : ['OPEN', null];
    await tx.manager.query('update edit_conflict set edit_id = $2, state = $3, decided_at = $4 where id = $1', [
      ...[earlier.conflictId, id, state, decidedAt],
    ]);
  }
}

interface EndedEdit {
  readonly conflictId: string | null;
  /** What the feed says as far as is known. */
  readonly feedValue: EntryValue;
  readonly weighedValue: EntryValue;
}

async function endEdit(tx: Transaction, entry: Subject, field: EntryField): Promise<EndedEdit | undefined> {
  const owner = entry.serviceId ?? entry.organisationId;
  const rows: EndedEdit[] = await tx.manager.query(
    `select c.id as "conflictId", e.weighed_value as "weighedValue", coalesce(c.feed_value, e.weighed_value) as "feedValue"
     from own_edit e left join edit_conflict c on c.edit_id = e.id and c.state = 'OPEN'
     where coalesce(e.service_id, e.organisation_id) = $1 and e.field = $2 and e.ended_at is null`,
    [owner, field],
  );
  await tx.manager.query(
    `update own_edit set ended_at = greatest($3, edited_at)
     where coalesce(service_id, organisation_id) = $1 and field = $2 and ended_at is null`,
    [owner, field, timestampOf(tx.now())],
  );
  return rows[0];
}

/** Ends a conflict; unless the feed's word is taken, that word counts as weighed from now on. */
export async function endConflict(
  tx: Transaction,
  conflict: { readonly id: string; readonly editId: string; readonly feedValue: EntryValue },
  state: 'KEPT' | 'TAKEN' | 'SETTLED',
): Promise<void> {
  const at = timestampOf(tx.now());
  const decidedBy = state === 'SETTLED' ? null : tx.viewer.personId;
  await tx.manager.query('update edit_conflict set state = $2, decided_by = $3, decided_at = $4 where id = $1', [
    conflict.id,
    state,
    decidedBy,
    at,
  ]);
  const change = state === 'TAKEN' ? 'ended_at = greatest($2::timestamptz, edited_at)' : 'weighed_value = $2::jsonb';
  const value = state === 'TAKEN' ? at : JSON.stringify(conflict.feedValue);
  await tx.manager.query(`update own_edit set ${change} where id = $1`, [conflict.editId, value]);
}
