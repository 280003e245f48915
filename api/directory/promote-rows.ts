import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { RowKind } from './feed.rules.ts';
import { gathered } from './gather.rules.ts';
import { placeRows } from './place-rows.ts';
import type { Met, Promote } from './place-rows.ts';
import type { PlacedRow } from './placed-row.ts';
import { readRows } from './read-rows.ts';
import type { GivenRow } from './read-rows.ts';
import { refreshSearch } from './refresh-search.ts';
import { nextStaged } from './staged-row.queries.ts';
import type { LandedRow } from './staged-row.queries.ts';
import type { Staged } from './stage-rows.ts';

/** Told of every row and what became of it. */
export type OnPlaced = (kind: RowKind, placed: PlacedRow, row: unknown) => void;

/** What promoting has touched. */
export interface Promoted {
  /** Identifiers of every service that the feed lists, those of quarantined rows included. */
  readonly listed: readonly string[];
  /** Services that are new or changed. */
  readonly touchedIds: readonly string[];
  readonly haveLocationsChanged: boolean;
}

// Few commits are waited for, little memory is held, and the search rows of so many are made without joining all with all.
const BATCH = 100;
// Organisations before the services that name them; terms before both.
const ORDER: readonly RowKind[] = ['TERM', 'ORGANISATION', 'SERVICE'];

/** Makes entries of the rows that have landed, batch by batch: each row is accepted or quarantined in the batch's own transaction. */
export async function promoteRows(
  ctx: Context,
  staged: Staged,
  promote: Promote,
  onPlaced: OnPlaced,
  onBatch: () => void,
): Promise<Promoted> {
  const met: Met = new Map();
  const listed = new Set<string>();
  const touchedIds: string[] = [];
  let haveLocationsChanged = false;
  // What a batch touched is made searchable beside the placing of the next; its failure is met where it is waited for.
  let searched = Promise.resolve();
  const { run } = staged;
  for (const kind of ORDER.filter((each) => staged.kinds.has(each))) {
    let after = 0;
    let ahead = readRows(kind, await rowsAfter(ctx, staged, kind, after));
    for (let read = await ahead; read.given.length > 0; read = await ahead) {
      after = read.given.at(-1)?.position ?? after;
      // The rows of the next batch are read while the database places those of this one.
      ahead = readRows(kind, await rowsAfter(ctx, staged, kind, after));
      ahead.catch(() => undefined);
      const placed = await placeRows(ctx, { run, read, met, promote });
      await searched;
      searched = refreshSearch(ctx);
      searched.catch(() => undefined);
      for (const [index, row] of placed.entries()) {
        onPlaced(kind, row, read.given[index]?.row);
        if (kind === 'SERVICE' && row.externalId !== null) listed.add(row.externalId);
        if (row.serviceId !== null) touchedIds.push(row.serviceId);
        haveLocationsChanged ||= row.fate === 'created' || row.fate === 'changed';
      }
      onBatch();
    }
  }
  await searched;
  return { listed: [...listed], touchedIds, haveLocationsChanged };
}

async function rowsAfter(ctx: Context, staged: Staged, kind: RowKind, after: number): Promise<GivenRow[]> {
  const asked = { kind, after, leftParts: staged.leftParts, take: BATCH };
  const landed = await inTransaction(ctx, (tx) => nextStaged(tx, staged.run, asked));
  return landed.map((row) => takeUp(row, staged.forms));
}

function takeUp({ position, form, raw }: LandedRow, forms: Staged['forms']): GivenRow {
  const convert = forms[form];
  if (convert === undefined) throw new Error(`A row that landed is in form ${form}, which this run has not met.`);
  return { position, convert, row: gathered(JSON.parse(raw)) };
}
