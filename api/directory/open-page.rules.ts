// A page of a published list, in the envelope of the standard.
// The standard decides: size is what the page holds, and a page beyond the last is empty. Things and their number → envelope.

import type { OpenRecord } from './open-value.rules.ts';

/** Some of the things of a list, and how many there are in all. */
export interface Found {
  readonly total: number;
  readonly contents: readonly OpenRecord[];
}

/** The page in its envelope. */
export function openPage(found: Found, page: number, perPage: number): OpenRecord {
  const pages = Math.max(1, Math.ceil(found.total / perPage));
  return {
    total_items: found.total,
    total_pages: pages,
    page_number: page,
    size: found.contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: found.contents.length === 0,
    contents: found.contents,
  };
}
