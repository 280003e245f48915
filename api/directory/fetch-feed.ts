import { rm } from 'node:fs/promises';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { isApiRoot } from './feed.rules.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { fetchedFileIn, fetchFile } from './fetch-file.ts';
import type { Fetching } from './fetch-file.ts';
import { fetchFullRows, listsShallowly } from './fetch-full-rows.ts';
import type { Mapping } from './mapping.rules.ts';
import { readPart } from './read-part.ts';
import type { Pages } from './read-part.ts';
import { smallDocument } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** How the pages of an address are fetched and read. */
export interface Followed extends Fetching {
  /** Where what is fetched lies for the moment. */
  readonly folder: string;
  readonly mapping: Mapping | null;
}

/** What is known of a feed while its pages are followed. */
interface Following extends Followed {
  readonly base: string;
  /** Some feeds of v1 count their pages from 0. */
  isFromZero: boolean;
  /** Whether the list tells its entries in part, and each has a page of its own; null before it is known. */
  isShallow: boolean | null;
  firstRow: string;
}

/** What one page told: its number, that of the last page as it says, and how many rows it had. */
interface PageSeen {
  readonly number: number;
  readonly last: number;
  readonly rows: number;
}

const MOST_PAGES = 20_000;

/**
 * Follows an address page by page to the end, its first answer being there. When it breaks off, the last thing that comes is
 * why; whoever takes the pages in then leaves them, so that nothing is changed and nothing is taken for gone.
 */
export async function* fetchFeed(address: string, first: SourceFile, followed: Followed): Pages & AsyncGenerator {
  const root = await rootOf(address, first, followed);
  if (!root.ok) return yield root;
  const { base } = root.value;
  const following: Following = { ...followed, base, isFromZero: false, isShallow: null, firstRow: '' };
  let { file } = root.value;
  let asked: number | null = null;
  for (;;) {
    const seen: PageSeen | null = yield* piecesOf(file, asked, following);
    await rm(file.path, { force: true });
    // The latest answer counts: a feed may grow or shrink while it is read.
    if (seen === null || seen.rows === 0 || seen.number >= Math.min(seen.last, MOST_PAGES)) return;
    asked = seen.number + 1;
    const next = await fetchFile(withPage(base, asked), fetchedFileIn(followed.folder, asked), followed);
    if (!next.ok) return yield brokenOff(next.problems[0]?.message ?? '', asked, seen.last);
    file = next.value;
  }
}

async function rootOf(address: string, first: SourceFile, followed: Followed) {
  if (!isApiRoot(await smallDocument(first))) return ok({ base: address, file: first });
  const base = `${address.replace(/[?#].*$/, '').replace(/\/+$/, '')}/services`;
  const fetched = await fetchFile(base, fetchedFileIn(followed.folder, 0), followed);
  return fetched.ok ? ok({ base, file: fetched.value }) : fetched;
}

type Pieces = AsyncGenerator<Result<FeedPage, FeedProblem>, PageSeen | null>;

/** The pieces of one page, each with the number of the page; answers what the page told, or null when it broke off. */
async function* piecesOf(file: SourceFile, asked: number | null, following: Following): Pieces {
  let rows = 0;
  for await (const piece of readPart(file, following.mapping)) {
    const read = piece.ok ? await inFull(piece.value, following) : piece;
    if (!read.ok) {
      yield asked === null ? read : brokenOff(read.problems[0]?.message ?? '', asked, asked);
      return null;
    }
    const page = read.value;
    const complaint = rows === 0 ? complaintOf(page, asked, following) : null;
    if (complaint !== null) {
      yield brokenOff(complaint, asked ?? 1, page.totalPages);
      return null;
    }
    rows += page.rows.length;
    const number: number | null = asked ?? page.pageNumber;
    yield ok({ ...page, pageNumber: number });
    if (page.isContinued) continue;
    following.isFromZero ||= asked === null && number === 0;
    return { number: number ?? 1, last: page.totalPages - (following.isFromZero ? 1 : 0), rows };
  }
  return null;
}

/** Why a page cannot be the one that was asked for. */
function complaintOf(page: FeedPage, asked: number | null, following: Following): string | null {
  const firstRow = JSON.stringify(page.rows[0] ?? null);
  const isSame = asked !== null && page.rows.length > 0 && firstRow === following.firstRow;
  following.firstRow = firstRow;
  if (isSame) return 'The server answered with the page before it once more.';
  const isOther = asked !== null && page.pageNumber !== null && page.pageNumber !== asked;
  return isOther ? 'The server answered with another page than was asked for.' : null;
}

/** The page with its entries told in full, where the list tells them in part and each has a page of its own. */
async function inFull(page: FeedPage, following: Following): Promise<Result<FeedPage, FeedProblem>> {
  if (page.rows.length === 0) return ok(page);
  following.isShallow ??= await listsShallowly(page, following);
  return following.isShallow ? fetchFullRows(page, following) : ok(page);
}

function brokenOff(cause: string, number: number, last: number): Result<never, FeedProblem> {
  return refuseWith('ENDS_MIDWAY', `The feed broke off at page ${number} of ${last}. ${cause} Nothing was changed.`);
}

function withPage(base: string, number: number): string {
  const address = new URL(base);
  address.searchParams.set('page', String(number));
  return address.toString();
}
