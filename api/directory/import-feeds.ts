import type { Context } from '../platform/context.ts';
import type { FeedPage, RowKind } from './feed.rules.ts';
import type { FetchSettings } from './fetch-feed.ts';
import { Ledger } from './import-account.ts';
import type { ImportAccount } from './import-account.ts';
import { placeRows } from './place-rows.ts';
import type { Met, Promote } from './place-rows.ts';
import { readSource } from './read-source.ts';
import type { FeedFound } from './read-source.ts';
import { closeRun, openRun } from './register-feed.ts';

/** How an import is done. */
export interface ImportOptions {
  /** Told after every batch. */
  readonly onProgress?: (progress: { readonly read: number; readonly total: number }) => void;
  /** Name to show as the source; the feed's key unless told. */
  readonly feedName?: string;
  readonly licence?: string;
  readonly attribution?: string;
  readonly fetch?: FetchSettings;
}

const BATCH = 100;
// Organisations before the services that name them; terms before both.
const ORDER: readonly RowKind[] = ['TERM', 'ORGANISATION', 'SERVICE'];

/** Takes in every feed of a source, batch by batch; bad input comes back in the account and is never thrown. */
export async function importFeeds(
  ctx: Context,
  source: string,
  options: ImportOptions,
  promote: Promote,
): Promise<ImportAccount> {
  const ledger = new Ledger();
  const { feeds, problems } = await readSource(source, options.fetch);
  for (const problem of problems) ledger.addProblem(problem);

  const total = feeds.flatMap(({ pages }) => pages).reduce((sum, { rows }) => sum + rows.length, 0);
  const progress = () => options.onProgress?.({ read: ledger.account().read, total });
  progress();
  for (const feed of feeds) await importFeed(ctx, feed, options, { ledger, promote, progress });
  return ledger.account();
}

interface Work {
  readonly ledger: Ledger;
  readonly promote: Promote;
  readonly progress: () => void;
}

async function importFeed(ctx: Context, feed: FeedFound, options: ImportOptions, work: Work): Promise<void> {
  const run = await openRun(ctx, {
    key: feed.key,
    name: options.feedName ?? feed.key,
    source: feed.source,
    licence: options.licence ?? null,
    attribution: options.attribution ?? null,
  });
  const met: Met = new Map();
  let hasChanged = false;
  for (const kind of ORDER) {
    for (const { rows, convert } of batchesOf(feed, kind)) {
      const batch = { run, kind, rows, convert, met, promote: work.promote };
      for (const { fate, reason, repairs } of await placeRows(ctx, batch)) {
        work.ledger.add(fate, reason, repairs);
        hasChanged ||= fate === 'created' || fate === 'changed';
      }
      work.progress();
    }
  }
  await closeRun(ctx, run, hasChanged);
  ctx.log.info({ event: 'directory_imported', feedId: run.feedId, runId: run.runId }, 'directory imported');
}

/** The feed's rows of one kind in batches, each read in one way. */
function batchesOf(feed: FeedFound, kind: RowKind): Pick<FeedPage, 'rows' | 'convert'>[] {
  const pages = feed.pages.filter((page) => page.kind === kind);
  return [...new Set(pages.map(({ convert }) => convert))].flatMap((convert) => {
    const rows = pages.filter((page) => page.convert === convert).flatMap((page) => page.rows);
    return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => ({
      convert,
      rows: rows.slice(index * BATCH, (index + 1) * BATCH),
    }));
  });
}
