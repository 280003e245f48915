import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { canEditDirectory } from './directory.policy.ts';
import { decideMark, type MarkQuarantinedRowErrorCode, type RowMark } from './quarantined-row.rules.ts';

/** What an editor says of a row. */
export interface MarkQuarantinedRow {
  readonly rowId: string;
  readonly mark: RowMark;
  readonly idempotencyKey?: string | null;
}

interface LockedRow {
  readonly feedId: string;
  readonly state: RowMark;
  readonly goneOn: string | null;
}

/** Says of a quarantined row that it was looked at, that it is put aside for good, or that it waits again. */
export function markQuarantinedRow(
  ctx: Context,
  input: MarkQuarantinedRow,
): Promise<Result<string, MarkQuarantinedRowErrorCode>> {
  return inTransaction<Result<string, MarkQuarantinedRowErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const row = await lockRow(tx, input.rowId);
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can say so.');
      const decision = decideMark(row, input.mark);
      if (!decision.ok) return decision;

      await tx.manager.query('update quarantined_row set state = $2, decided_at = $3, decided_by = $4 where id = $1', [
        input.rowId,
        decision.value,
        timestampOf(tx.now()),
        personId,
      ]);
      await recordEvent(tx, {
        stream: `feed:${row.feedId}`,
        type: 'QUARANTINED_ROW_MARKED',
        actedAs: 'EDITOR',
        data: { rowId: input.rowId, mark: decision.value },
      });
      return ok(input.rowId);
    },
    { operation: 'markQuarantinedRow', input },
  );
}

async function lockRow(tx: Transaction, rowId: string): Promise<LockedRow> {
  const rows: LockedRow[] = isId(rowId)
    ? await tx.manager.query(
        'select feed_id as "feedId", state, gone_on::text as "goneOn" from quarantined_row where id = $1 for update',
        [rowId],
      )
    : [];
  if (!rows[0]) throw notFound('row');
  return rows[0];
}
