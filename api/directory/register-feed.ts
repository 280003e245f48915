import { timestampOf } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { FeedRun } from './directory.queries.ts';
import { markUnlisted } from './mark-unlisted.ts';
import { confirmRegistrations } from './register-registrations.ts';
import { proposeLinks } from './propose-links.ts';
import { markRowsGone } from './quarantine-rows.ts';
import { forgetStaged } from './staged-row.queries.ts';

/** What is known of a feed before it is read. */
export interface FeedDetails {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly licence: string | null;
  readonly attribution: string | null;
}

/** Opens a run of the feed, which is made when it is new; a licence once given stays until another is given. */
export async function openRun(ctx: Context, feed: FeedDetails): Promise<FeedRun> {
  return inTransaction(ctx, async (tx) => {
    const now = timestampOf(tx.now());
    const rows: { id: string }[] = await tx.manager.query(
      `insert into feed (id, key, name, source, licence, attribution, created_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (key) do update set source = excluded.source, name = excluded.name,
         licence = coalesce(excluded.licence, feed.licence), attribution = coalesce(excluded.attribution, feed.attribution)
       returning id`,
      [tx.newId(), feed.key, feed.name, feed.source, feed.licence, feed.attribution, now],
    );
    const feedId = rows[0]?.id ?? '';
    const runId = tx.newId();
    await tx.manager.query('insert into import_run (id, feed_id, started_at, worked_at) values ($1, $2, $3, $3)', [
      runId,
      feedId,
      now,
    ]);
    await forgetStaged(tx, { feedId, runId }, false);
    return { feedId, runId };
  });
}

/** Notes on the feed of this key, where there is one, that it could not be read at all; nothing else is changed. */
export async function noteUnreadable(ctx: Context, key: string, problem: string): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx.manager.query(
      `insert into import_run (id, feed_id, started_at, worked_at, problem)
       select $1, id, $3, $3, $4 from feed where key = $2`,
      [tx.newId(), key, timestampOf(tx.now()), problem],
    ),
  );
}

/** Notes that a run broke off: its rows stay where they landed, and nothing more is made of them. */
export async function breakOffRun(ctx: Context, run: FeedRun, problem: string): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx.manager.query(
      'update import_run set problem = $2, worked_at = $3, left_count = staged_count - read_count where id = $1',
      [run.runId, problem, timestampOf(tx.now())],
    ),
  );
}

/** What a run has done when its rows are all placed. */
export interface RunDone {
  /** Identifiers of every service that the feed lists, those of quarantined rows included. */
  readonly listed: readonly string[];
  /** Whether all of the feed was read. */
  readonly isWhole: boolean;
  /** Services that are new or changed. */
  readonly touchedIds: readonly string[];
  readonly haveLocationsChanged: boolean;
  /** What could not be read, in a sentence; null when all could. */
  readonly problem: string | null;
}

/**
 * Closes a run whose rows are all placed: marks what the feed lists no longer, proposes links, and works out anew where
 * postcodes lie when locations may have moved.
 */
export async function closeRun(ctx: Context, run: FeedRun, done: RunDone) {
  return inTransaction(ctx, async (tx) => {
    // A large feed just taken in is not yet known to the planner, and this is done once for all of its rows.
    await tx.manager.query("set local statement_timeout = '60s'");
    if (done.haveLocationsChanged) await tx.manager.query(AVERAGE_POSTCODES);
    const { unlistedIds, relistedIds } = await markUnlisted(tx, run.feedId, done.listed, done.isWhole);
    await confirmRegistrations(tx, run.feedId, done.listed);
    const proposed = await proposeLinks(tx, run.runId, [...done.touchedIds, ...unlistedIds]);
    if (done.isWhole) await markRowsGone(tx, run);
    await tx.manager.query(
      `update import_run set ended_at = $2, worked_at = $2, is_whole = $3, unlisted_count = $4, relisted_count = $5,
         proposed_count = $6, problem = $7, left_count = staged_count - read_count where id = $1`,
      [run.runId, timestampOf(tx.now()), done.isWhole, unlistedIds.length, relistedIds.length, proposed, done.problem],
    );
    if (done.isWhole) await forgetStaged(tx, run, true);
    return { unlisted: unlistedIds.length, relisted: relistedIds.length, proposed };
  });
}

const AVERAGE_POSTCODES = `
  with known as (
    select postcode as code, split_part(postcode, ' ', 1) as outward, latitude, longitude
    from location where postcode is not null and latitude is not null and has_public_address
  ), placed as (
    select code, outward, avg(latitude) as latitude, avg(longitude) as longitude from known where code <> outward group by 1, 2
    union all
    select outward, outward, avg(latitude), avg(longitude) from known group by outward
  )
  insert into postcode (code, outward, latitude, longitude, source)
  select code, outward, latitude, longitude, 'LOCATIONS' from placed
  on conflict (code) do update set latitude = excluded.latitude, longitude = excluded.longitude
  where postcode.source = 'LOCATIONS'
    and (postcode.latitude, postcode.longitude) is distinct from (excluded.latitude, excluded.longitude)`;
