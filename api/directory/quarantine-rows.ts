import { dayAt } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import { writeRows } from './directory.queries.ts';
import type { QuarantineReason } from './entry.rules.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { REASONS } from './import-account.ts';
import type { FeedRun } from './directory.queries.ts';
import { isRaw } from './repair.rules.ts';
import { wellFormed } from './text.rules.ts';

const TABLE = {
  table: 'quarantined_row',
  columns: {
    id: 'uuid',
    feed_id: 'uuid',
    row_hash: 'bytea',
    external_id: 'text',
    reason_code: 'text',
    reason: 'text',
    raw: 'text',
    first_run_id: 'uuid',
    last_run_id: 'uuid',
  },
  // What was looked at waits again when a later run still meets it; what was put aside for good does not.
  onConflict: `on conflict (feed_id, row_hash) do update set last_run_id = excluded.last_run_id,
    reason_code = excluded.reason_code, reason = excluded.reason, gone_on = null,
    state = case when quarantined_row.state = 'LOOKED_AT' and quarantined_row.last_run_id <> excluded.last_run_id
      then 'WAITING' else quarantined_row.state end`,
};

/** Keeps those rows that have a reason as they came; a row that was kept before is marked as met again. */
export async function quarantineRows(
  tx: Transaction,
  { feedId, runId }: FeedRun,
  rows: readonly unknown[],
  placed: readonly { readonly reason: QuarantineReason | null }[],
): Promise<void> {
  const kept = new Map<string, Record<string, unknown>>();
  rows.forEach((row, index) => {
    const reason = placed[index]?.reason;
    if (!reason) return;
    const raw = wellFormed(JSON.stringify(row) ?? 'null');
    const rowHash = exactFingerprintOf(raw).toString('hex');
    kept.set(rowHash, {
      id: tx.newId(),
      feed_id: feedId,
      row_hash: rowHash,
      external_id: externalIdOf(row),
      reason_code: reason,
      reason: REASONS[reason],
      raw,
      first_run_id: runId,
      last_run_id: runId,
    });
  });
  await writeRows(tx, TABLE, [...kept.values()]);
}

/** Marks the rows that a whole run met no longer: they were put right, or are gone from the feed. */
export async function markRowsGone(tx: Transaction, { feedId, runId }: FeedRun): Promise<void> {
  await tx.manager.query(
    'update quarantined_row set gone_on = $3 where feed_id = $1 and last_run_id <> $2 and gone_on is null',
    [feedId, runId, dayAt(tx.now())],
  );
}

function externalIdOf(row: unknown): string | null {
  const id = isRaw(row) ? row['id'] : null;
  return typeof id === 'string' || typeof id === 'number' ? wellFormed(String(id)) : null;
}
