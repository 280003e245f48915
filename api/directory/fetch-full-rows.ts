import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { fetchFile } from './fetch-file.ts';
import type { Fetching } from './fetch-file.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { isToldInPart, withoutFullText } from './shallow-row.rules.ts';
import { smallDocument } from './source-file.ts';

interface Followed extends Fetching {
  readonly base: string;
  readonly folder: string;
}

// Kind to the server, and still done within minutes for a county.
const AT_A_TIME = 4;

/** Whether a list tells its entries in part, and the first of them has a page of its own that tells more. */
export async function listsShallowly(page: FeedPage, followed: Followed): Promise<boolean> {
  const rows = page.rows.filter(isRaw);
  if (page.kind !== 'SERVICE' || page.isSingle || !/\/services\/?(?:[?#]|$)/i.test(followed.base)) return false;
  const [first] = rows;
  if (first === undefined || !rows.every(isToldInPart)) return false;
  const full = await fetchRow(first, followed);
  return full.ok && full.value !== null && !isToldInPart(full.value);
}

/** The page with every entry as its own page tells it; an entry that has none is marked, so that it is not taken for all there is. */
export async function fetchFullRows(page: FeedPage, followed: Followed): Promise<Result<FeedPage, FeedProblem>> {
  const rows: unknown[] = [];
  for (let start = 0; start < page.rows.length; start += AT_A_TIME) {
    const some = page.rows.slice(start, start + AT_A_TIME);
    const fetched = await Promise.all(some.map((row) => fetchRow(row, followed)));
    for (const [index, full] of fetched.entries()) {
      if (!full.ok) return full;
      const row = some[index];
      rows.push(full.value ?? (isRaw(row) ? withoutFullText(row) : row));
    }
  }
  return ok({ ...page, rows });
}

/** The entry as its own page tells it; null when it has none. */
async function fetchRow(row: unknown, followed: Followed): Promise<Result<Raw | null, FeedProblem>> {
  const id = isRaw(row) ? row['id'] : null;
  if (typeof id !== 'string' && typeof id !== 'number') return ok(null);
  const address = new URL(followed.base);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/${encodeURIComponent(String(id))}`;
  address.search = '';
  const path = join(followed.folder, `entry-${encodeURIComponent(String(id)).slice(0, 100)}`);
  const fetched = await fetchFile(address.toString(), path, followed);
  if (!fetched.ok) return fetched.isGone === true ? ok(null) : fetched;
  const full = await smallDocument(fetched.value);
  await rm(path, { force: true });
  return ok(isRaw(full) && String(full['id']) === String(id) ? full : null);
}
