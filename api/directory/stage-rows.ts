import { timestampOf } from '../common/calendar.ts';
import { problemsOf } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { FeedPage, RowKind } from './feed.rules.ts';
import { gatheredBy, servicesOfOrganisations } from './gather.rules.ts';
import type { PageTold } from './gather.rules.ts';
import type { SourceProblem } from './import-account.ts';
import { gatherPlaces, writeStaged } from './staged-row.queries.ts';
import type { StagedRow } from './staged-row.queries.ts';
import type { FeedFound, Part } from './read-source.ts';
import { commitWithoutWaiting } from './directory.queries.ts';
import type { FeedRun } from './directory.queries.ts';
import type { Convert } from './standard-form.rules.ts';

/** What has landed of a feed. */
export interface Staged {
  readonly run: FeedRun;
  /** The forms in which rows are written, by the number that each row carries. */
  readonly forms: readonly Convert[];
  /** Parts that could not be read to their end, by their numbers: nothing is made of their rows. */
  readonly leftParts: readonly number[];
  readonly pages: readonly PageTold[];
  readonly kinds: ReadonlySet<RowKind>;
  readonly problems: readonly SourceProblem[];
  readonly count: number;
}

/** Opens the run when the first row comes, since a source without rows is no feed. */
export type OpenRun = (terms: FeedPage['terms']) => Promise<FeedRun>;

interface Landing {
  run: FeedRun | null;
  readonly forms: Convert[];
  readonly leftParts: number[];
  readonly pages: PageTold[];
  readonly kinds: Set<RowKind>;
  readonly problems: SourceProblem[];
  count: number;
  hasPlaces: boolean;
}

/** Lands every row of a feed as it came, piece by piece, before anything is made of it; null when there was none to land. */
export async function stageRows(
  ctx: Context,
  feed: FeedFound,
  open: OpenRun,
  onProgress: (count: number) => void,
): Promise<Staged | { readonly run: null; readonly problems: readonly SourceProblem[] }> {
  const landing: Landing = {
    ...{ run: null, forms: [], leftParts: [], pages: [], kinds: new Set(), problems: [], count: 0, hasPlaces: false },
  };
  for (const [index, part] of feed.parts.entries()) {
    await landPart(ctx, feed.key, part, index + 1, landing, open);
    onProgress(landing.count);
  }
  const { run } = landing;
  if (run === null) return { run: null, problems: landing.problems };
  if (landing.hasPlaces) landing.count -= await inTransaction(ctx, (tx) => gatherPlaces(tx, run, landing.leftParts));
  return { ...landing, run };
}

async function landPart(
  ctx: Context,
  key: string,
  part: Part,
  number: number,
  landing: Landing,
  open: OpenRun,
): Promise<void> {
  let rows = 0;
  for await (const read of part.pages()) {
    if (!read.ok) {
      landing.leftParts.push(number);
      for (const { code, message } of problemsOf(read)) {
        landing.problems.push({ source: part.source, key, code, sentence: message });
      }
      return;
    }
    const page = read.value;
    rows += page.rows.length;
    landing.run ??= await open(page.terms);
    await landPage(ctx, page, number, landing, landing.run);
    if (page.isContinued) continue;
    landing.pages.push({ ...page, rows: { length: rows } });
    rows = 0;
  }
}

async function landPage(ctx: Context, page: FeedPage, part: number, landing: Landing, run: FeedRun): Promise<void> {
  const form = formOf(page.convert, landing);
  const rows: Omit<StagedRow, 'position'>[] = page.rows.map((row) => {
    const service = gatheredBy(row);
    landing.hasPlaces ||= service !== null;
    return { part, form, kind: service === null ? page.kind : 'PLACE', externalId: service ?? ownIdOf(row), row };
  });
  const services = servicesOfOrganisations(page).map((row) => {
    return { part, form, kind: 'SERVICE' as const, externalId: ownIdOf(row), row };
  });
  if (services.length > 0) landing.pages.push({ ...page, kind: 'SERVICE', rows: services });
  const all = [...rows, ...services];
  for (const { kind } of all) landing.kinds.add(kind === 'PLACE' ? 'SERVICE' : kind);
  await inTransaction(ctx, (tx) => land(tx, run, all, landing.count));
  landing.count += all.length;
}

async function land(
  tx: Transaction,
  run: FeedRun,
  rows: readonly Omit<StagedRow, 'position'>[],
  before: number,
): Promise<void> {
  await commitWithoutWaiting(tx);
  await writeStaged(
    tx,
    run,
    rows.map((row, index) => ({ ...row, position: before + index + 1 })),
  );
  await tx.manager.query('update import_run set staged_count = staged_count + $2, worked_at = $3 where id = $1', [
    run.runId,
    rows.length,
    timestampOf(tx.now()),
  ]);
}

function formOf(convert: Convert, { forms }: Landing): number {
  const known = forms.indexOf(convert);
  return known === -1 ? forms.push(convert) - 1 : known;
}

function ownIdOf(row: unknown): string | null {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
