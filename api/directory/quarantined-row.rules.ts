// A quarantined row is a row of a feed that could not be accepted, kept as it came. An editor says what becomes of it.
// WAITING → LOOKED_AT → WAITING (when a later run meets it again) | PUT_ASIDE. A row that its feed has no longer is gone.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { QuarantineReason } from './entry.rules.ts';

/** What somebody has said of a row. */
export const RowMark = { WAITING: 'WAITING', LOOKED_AT: 'LOOKED_AT', PUT_ASIDE: 'PUT_ASIDE' } as const;
export type RowMark = keyof typeof RowMark;

/** Every reason why a row is kept aside. */
export const QuarantineReasons = {
  NOT_AN_OBJECT: 'NOT_AN_OBJECT',
  NAME_MISSING: 'NAME_MISSING',
  STATUS_UNKNOWN: 'STATUS_UNKNOWN',
  ORGANISATION_MISSING: 'ORGANISATION_MISSING',
  ID_REPEATED: 'ID_REPEATED',
  FULL_TEXT_MISSING: 'FULL_TEXT_MISSING',
} as const satisfies { readonly [Reason in QuarantineReason]: Reason };

/** Why a row could not be marked. */
export const MarkQuarantinedRowErrorCode = { ROW_GONE: 'ROW_GONE' } as const;
export type MarkQuarantinedRowErrorCode = keyof typeof MarkQuarantinedRowErrorCode;

/** Whether the row may be marked so; the same mark twice does no harm. */
export function decideMark(
  row: { readonly state: RowMark; readonly goneOn: string | null },
  mark: RowMark,
): Result<RowMark, MarkQuarantinedRowErrorCode> {
  if (row.goneOn === null) return ok(mark);
  return refuseWith('ROW_GONE', 'The publisher’s list no longer has this row. There is nothing left to do.', 'rowId');
}

/** The raw row so that a person can read it: a field on each line; as it stands when it is no JSON. */
export function rawInLines(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
