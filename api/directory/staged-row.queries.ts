import type { Transaction } from '../platform/transaction.ts';
import type { RowKind } from './feed.rules.ts';
import type { Fate } from './import-account.ts';
import type { FeedRun } from './directory.queries.ts';
import { wellFormed } from './text.rules.ts';

/** A row that lands. */
export interface StagedRow {
  readonly position: number;
  readonly part: number;
  readonly form: number;
  readonly kind: RowKind | 'PLACE';
  readonly externalId: string | null;
  readonly row: unknown;
}

/** A row that has landed, as it is taken up again. */
export interface LandedRow {
  readonly position: number;
  readonly form: number;
  readonly raw: string;
}

/** Writes rows as they came. */
export async function writeStaged(tx: Transaction, run: FeedRun, rows: readonly StagedRow[]): Promise<void> {
  const of = <T>(value: (row: StagedRow) => T) => rows.map(value);
  await tx.manager.query(
    `insert into staged_row (feed_id, run_id, position, part, form, kind, external_id, raw)
     select $1, $2, * from unnest($3::integer[], $4::integer[], $5::integer[], $6::text[], $7::text[], $8::text[])`,
    [
      run.feedId,
      run.runId,
      of(({ position }) => position),
      of(({ part }) => part),
      of(({ form }) => form),
      of(({ kind }) => kind),
      of(({ externalId }) => (externalId === null ? null : wellFormed(externalId))),
      of(({ row }) => JSON.stringify(row) ?? 'null'),
    ],
  );
}

/** Makes one row of all the rows that tell of a service at one location each, where the first stood; answers how many fewer there are. */
export async function gatherPlaces(tx: Transaction, run: FeedRun, leftParts: readonly number[]): Promise<number> {
  await tx.manager.query("set local statement_timeout = '120s'");
  const [{ fewer } = { fewer: 0 }]: { fewer: number }[] = await tx.manager.query(
    `with place as (delete from staged_row where run_id = $1 and kind = 'PLACE' and part <> all ($2::integer[]) returning *),
     service as (
       insert into staged_row (feed_id, run_id, position, part, form, kind, external_id, raw)
       select feed_id, run_id, min(position), min(part), min(form), 'SERVICE', external_id,
              '[' || string_agg(raw, ',' order by position) || ']'
       from place group by feed_id, run_id, external_id returning 1
     )
     select (select count(*) from place)::integer - (select count(*) from service)::integer as fewer`,
    [run.runId, leftParts],
  );
  await tx.manager.query('update import_run set staged_count = staged_count - $2 where id = $1', [run.runId, fewer]);
  return fewer;
}

/** The next rows of a kind after a position, but for those of parts that are left. */
export async function nextStaged(
  tx: Pick<Transaction, 'manager'>,
  run: FeedRun,
  asked: {
    readonly kind: RowKind;
    readonly after: number;
    readonly leftParts: readonly number[];
    readonly take: number;
  },
): Promise<LandedRow[]> {
  return tx.manager.query(
    `select position, form, raw from staged_row
     where run_id = $1 and kind = $2 and position > $3 and part <> all ($4::integer[]) order by position limit $5`,
    [run.runId, asked.kind, asked.after, asked.leftParts, asked.take],
  );
}

/** Notes what became of rows. */
export async function markStaged(
  tx: Transaction,
  run: FeedRun,
  positions: readonly number[],
  fates: readonly Fate[],
): Promise<void> {
  await tx.manager.query(
    `update staged_row set fate = upper(given.fate) from unnest($2::integer[], $3::text[]) as given (position, fate)
     where run_id = $1 and staged_row.position = given.position`,
    [run.runId, positions, fates],
  );
}

/** Forgets the rows of earlier runs of the feed: those before its last whole run, or all but this run's when this is whole. */
export async function forgetStaged(tx: Transaction, run: FeedRun, isWhole: boolean): Promise<void> {
  await tx.manager.query("set local statement_timeout = '120s'");
  await tx.manager.query(
    `delete from staged_row where feed_id = $1 and run_id <> $2 and ($3 or run_id is distinct from (
       select id from import_run where feed_id = $1 and is_whole and id <> $2 order by started_at desc, id desc limit 1))`,
    [run.feedId, run.runId, isWhole],
  );
}
