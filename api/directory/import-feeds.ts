import type { Context } from '../platform/context.ts';
import { rehearse } from '../platform/rehearse.ts';
import type { RowKind } from './feed.rules.ts';
import type { Fetching } from './fetch-file.ts';
import { isWhole } from './gather.rules.ts';
import { Ledger, REASONS } from './import-account.ts';
import type { ImportAccount, RowFate, SourceProblem } from './import-account.ts';
import type { Mapping } from './mapping.rules.ts';
import type { Promote } from './place-rows.ts';
import type { PlacedRow } from './placed-row.ts';
import { promoteRows } from './promote-rows.ts';
import { findFeeds } from './read-source.ts';
import type { FeedFound } from './read-source.ts';
import { breakOffRun, closeRun, noteUnreadable, openRun } from './register-feed.ts';
import { stageRows } from './stage-rows.ts';
import type { OpenRun, Staged } from './stage-rows.ts';

/** How an import is done. */
export interface ImportOptions {
  /** Told while rows land and after every batch that is placed. */
  readonly onProgress?: (progress: { readonly read: number; readonly total: number }) => void;
  /** Told of every row's fate, in the order in which rows are placed. */
  readonly onRow?: (row: RowFate) => void;
  /** Name to show as the source; the feed's key unless told. */
  readonly feedName?: string;
  readonly licence?: string;
  readonly attribution?: string;
  /** How to read a list that is no directory standard; our own mappings unless told. */
  readonly mapping?: Mapping;
  readonly fetch?: Fetching;
  /** Whether everything is undone at the end, so that the account tells what would happen. */
  readonly isRehearsal?: boolean;
}

interface Work {
  readonly options: ImportOptions;
  readonly ledger: Ledger;
  readonly promote: Promote;
  /** Rows that have landed so far. */
  landed: number;
}

/** Takes in every feed of a source: its rows land, then they are placed; bad input comes back in the account and is never thrown. */
export async function importFeeds(
  ctx: Context,
  source: string,
  options: ImportOptions,
  promote: Promote,
): Promise<ImportAccount> {
  const work: Work = { options, ledger: new Ledger(), promote, landed: 0 };
  const { feeds, problems, close } = await findFeeds(source, { ...options.fetch, mapping: options.mapping });
  const takeIn = async (within: Context) => {
    for (const problem of problems) await noteProblem(within, problem, work);
    for (const feed of feeds) await importFeed(within, feed, work);
  };
  try {
    await (options.isRehearsal ? rehearse(ctx, takeIn) : takeIn(ctx));
  } finally {
    await close();
  }
  return work.ledger.account();
}

async function noteProblem(ctx: Context, problem: SourceProblem, { ledger }: Work): Promise<void> {
  ledger.addProblem(problem);
  if (problem.code !== 'OLDER_COPY') await noteUnreadable(ctx, problem.key, problem.sentence);
}

async function importFeed(ctx: Context, feed: FeedFound, work: Work): Promise<void> {
  const before = work.landed;
  const staged = await stageRows(ctx, feed, opener(ctx, feed, work), (count) => {
    work.landed = before + count;
    tellProgress(work);
  });
  if (staged.run === null) {
    for (const problem of staged.problems) await noteProblem(ctx, problem, work);
    return;
  }
  for (const problem of staged.problems) work.ledger.addProblem(problem);
  if (staged.leftParts.length === feed.parts.length) {
    work.ledger.addLeft(staged.count);
    await breakOffRun(ctx, staged.run, sentenceOf(staged));
    return;
  }
  await placeStaged(ctx, feed, staged, work);
}

function opener(ctx: Context, feed: FeedFound, { options }: Work): OpenRun {
  return (terms) =>
    openRun(ctx, {
      key: feed.key,
      name: options.feedName ?? feed.key,
      source: feed.source,
      licence: options.licence ?? terms?.licence ?? null,
      attribution: options.attribution ?? terms?.attribution ?? null,
    });
}

async function placeStaged(ctx: Context, feed: FeedFound, staged: Staged, work: Work): Promise<void> {
  const { run } = staged;
  const before = work.ledger.account().read;
  const onPlaced = (kind: RowKind, placed: PlacedRow, row: unknown) => {
    work.ledger.add(placed.fate, placed.reason, placed.repairs);
    work.options.onRow?.(fateOf(feed, kind, placed, row));
  };
  try {
    const promoted = await promoteRows(ctx, staged, work.promote, onPlaced, () => tellProgress(work));
    work.ledger.addLeft(staged.count - (work.ledger.account().read - before));
    const isComplete = isWhole(staged.pages) && staged.leftParts.length === 0;
    const problem = staged.problems.length > 0 ? sentenceOf(staged) : null;
    work.ledger.addUpkeep(await closeRun(ctx, run, { ...promoted, isWhole: isComplete, problem }));
  } catch (error) {
    // The account is honest even of what nobody expected; whether it can still be written is not certain.
    await breakOffRun(ctx, run, 'It broke off while rows were placed. Import it again.').catch(() => undefined);
    throw error;
  }
  ctx.log.info({ event: 'directory_imported', feedId: run.feedId, runId: run.runId }, 'directory imported');
}

function tellProgress({ ledger, landed, options }: Work): void {
  options.onProgress?.({ read: ledger.account().read, total: landed });
}

/** What could not be read of a feed, in at most three sentences. */
function sentenceOf({ problems }: Staged): string {
  return problems
    .slice(0, 3)
    .map(({ source, sentence }) => `${source}: ${sentence}`)
    .join('\n');
}

function fateOf(feed: FeedFound, kind: RowKind, placed: PlacedRow, raw: unknown): RowFate {
  const { externalId, name, fate, reason, repairs } = placed;
  const sentence = reason === null ? null : REASONS[reason];
  return { feed: feed.key, kind, externalId, name, fate, reason, sentence, repairs, raw: reason === null ? null : raw };
}
