import { timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { EntryField, EntryValue, SomeValues } from './entry-field.rules.ts';
import { endConflict } from './own-edit.queries.ts';
import { decideFeedWord } from './own-word.rules.ts';

/** What a feed says of a row that is known already. */
export interface Said {
  readonly id: string;
  readonly values: SomeValues;
}

interface HeldRow {
  readonly editId: string;
  readonly ownerId: string;
  readonly organisationId: string;
  readonly serviceId: string | null;
  readonly field: EntryField;
  readonly value: EntryValue;
  readonly weighedValue: EntryValue;
  readonly conflictId: string | null;
  readonly feedValue: EntryValue;
}

const HELD = {
  service: 'e.service_id = any ($1)',
  organisation: 'e.service_id is null and e.organisation_id = any ($1)',
};

/**
 * The words that people have written into these rows, which an import must leave as they are. What the feed says instead is
 * weighed: something new waits for an editor, once, and what agrees again waits no longer.
 */
export async function keepOwnWords(
  tx: Transaction,
  table: keyof typeof HELD,
  rows: readonly Said[],
): Promise<ReadonlyMap<string, SomeValues>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  // Locked first, so that somebody who is writing at this moment is seen or waits.
  await tx.manager.query(`select from ${table} where id = any ($1) order by id for update`, [ids]);
  const held: HeldRow[] = await tx.manager.query(
    `select e.id as "editId", coalesce(e.service_id, e.organisation_id) as "ownerId", e.organisation_id as "organisationId",
       e.service_id as "serviceId", e.field, e.value, e.weighed_value as "weighedValue", c.id as "conflictId",
       c.feed_value as "feedValue"
     from own_edit e left join edit_conflict c on c.edit_id = e.id and c.state = 'OPEN'
     where ${HELD[table]} and e.ended_at is null`,
    [ids],
  );
  const said = new Map(rows.map(({ id, values }) => [id, values]));
  const kept = new Map<string, SomeValues>();
  for (const edit of held) {
    kept.set(edit.ownerId, { ...kept.get(edit.ownerId), [edit.field]: edit.value });
    await weigh(tx, edit, said.get(edit.ownerId)?.[edit.field] ?? null);
  }
  return kept;
}

async function weigh(tx: Transaction, edit: HeldRow, said: EntryValue): Promise<void> {
  const { editId, conflictId, field, value, weighedValue, feedValue } = edit;
  const openFeedValue = conflictId === null ? undefined : feedValue;
  const becomes = decideFeedWord({ field, value, weighedValue, openFeedValue }, said);
  if (becomes === 'NOTHING') return;
  if (becomes === 'SETTLE') return endConflict(tx, { id: conflictId ?? editId, editId, feedValue: said }, 'SETTLED');
  await tx.manager.query(
    `insert into edit_conflict as c (id, edit_id, organisation_id, service_id, field, feed_value, feed_said_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7)
     on conflict (edit_id) where state = 'OPEN'
     do update set feed_value = excluded.feed_value, feed_said_at = excluded.feed_said_at`,
    [tx.newId(), editId, edit.organisationId, edit.serviceId, field, JSON.stringify(said), timestampOf(tx.now())],
  );
}
