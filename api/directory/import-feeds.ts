import type { Context } from '../platform/context.ts';
import { rehearse } from '../platform/rehearse.ts';
import type { FeedPage, RowKind } from './feed.rules.ts';
import type { FetchSettings } from './fetch-feed.ts';
import { isWhole } from './gather.rules.ts';
import { Ledger, REASONS } from './import-account.ts';
import type { ImportAccount, RowFate, SourceProblem } from './import-account.ts';
import type { Mapping } from './mapping.rules.ts';
import { placeRows } from './place-rows.ts';
import type { Met, Promote } from './place-rows.ts';
import type { PlacedRow } from './placed-row.ts';
import { readSource } from './read-source.ts';
import type { FeedFound } from './read-source.ts';
import { closeRun, openRun } from './register-feed.ts';

/** How an import is done. */
export interface ImportOptions {
  /** Told after every batch. */
  readonly onProgress?: (progress: { readonly read: number; readonly total: number }) => void;
  /** Told of every row's fate, in the order in which rows are placed. */
  readonly onRow?: (row: RowFate) => void;
  /** Name to show as the source; the feed's key unless told. */
  readonly feedName?: string;
  readonly licence?: string;
  readonly attribution?: string;
  /** How to read a list that is no directory standard; our own mappings unless told. */
  readonly mapping?: Mapping;
  readonly fetch?: FetchSettings;
  /** Whether everything is undone at the end, so that the account tells what would happen. */
  readonly isRehearsal?: boolean;
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
  const { feeds, problems } = await readSource(source, { ...options.fetch, mapping: options.mapping });
  for (const problem of problems) ledger.addProblem(problem);

  const total = feeds.flatMap(({ pages }) => pages).reduce((sum, { rows }) => sum + rows.length, 0);
  const progress = () => options.onProgress?.({ read: ledger.account().read, total });
  progress();
  const takeIn = async (within: Context) => {
    for (const feed of feeds) await importFeed(within, feed, options, { ledger, promote, progress, problems });
  };
  await (options.isRehearsal ? rehearse(ctx, takeIn) : takeIn(ctx));
  return ledger.account();
}

interface Work {
  readonly ledger: Ledger;
  readonly promote: Promote;
  readonly progress: () => void;
  readonly problems: readonly SourceProblem[];
}

async function importFeed(ctx: Context, feed: FeedFound, options: ImportOptions, work: Work): Promise<void> {
  const terms = feed.pages.find((page) => page.terms)?.terms;
  const run = await openRun(ctx, {
    key: feed.key,
    name: options.feedName ?? feed.key,
    source: feed.source,
    licence: options.licence ?? terms?.licence ?? null,
    attribution: options.attribution ?? terms?.attribution ?? null,
  });
  const met: Met = new Map();
  const listed = new Set<string>();
  const touchedIds: string[] = [];
  let haveLocationsChanged = false;
  for (const kind of ORDER) {
    for (const { rows, convert } of batchesOf(feed, kind)) {
      const placed = await placeRows(ctx, { run, kind, rows, convert, met, promote: work.promote });
      for (const [index, row] of placed.entries()) {
        work.ledger.add(row.fate, row.reason, row.repairs);
        options.onRow?.(fateOf(feed, kind, row, rows[index]));
        if (kind === 'SERVICE' && row.externalId !== null) listed.add(row.externalId);
        if (row.serviceId !== null) touchedIds.push(row.serviceId);
        haveLocationsChanged ||= row.fate === 'created' || row.fate === 'changed';
      }
      work.progress();
    }
  }
  const isComplete = isWhole(feed.pages) && !hasBrokenPart(feed, work.problems);
  const done = { listed: [...listed], isWhole: isComplete, touchedIds, haveLocationsChanged };
  work.ledger.addUpkeep(await closeRun(ctx, run, done));
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

/** Whether a page of the feed could not be read, so that what it lacks is not gone. */
function hasBrokenPart(feed: FeedFound, problems: readonly SourceProblem[]): boolean {
  return problems.some(({ key, code }) => key === feed.key && code !== 'OLDER_COPY');
}

function fateOf(feed: FeedFound, kind: RowKind, row: PlacedRow, raw: unknown): RowFate {
  const { externalId, name, fate, reason, repairs } = row;
  const sentence = reason === null ? null : REASONS[reason];
  return { feed: feed.key, kind, externalId, name, fate, reason, sentence, repairs, raw: reason === null ? null : raw };
}
