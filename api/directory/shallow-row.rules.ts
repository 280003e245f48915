// A shallow row names an entry and leaves out where, when and whom to ask, which a page of its own tells.
// The publisher's server decides. Row of a list → told in full | told in part, and then fetched or kept aside.

import type { Raw } from './repair.rules.ts';

const MARK = 'kith_full_text_missing';

/** Whether a row holds no list of anything: neither places nor hours nor contacts. */
export function isToldInPart(row: Raw): boolean {
  return !Object.values(row).some((value) => Array.isArray(value) && value.length > 0);
}

/** The row, marked as one whose full text could not be fetched: what is known of it stays as it is. */
export function withoutFullText(row: Raw): Raw {
  return { ...row, [MARK]: true };
}

/** Whether the full text of the row could not be fetched. */
export function lacksFullText(row: Raw): boolean {
  return row[MARK] === true;
}
