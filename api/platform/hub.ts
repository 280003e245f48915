import { EventEmitter, on } from 'node:events';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import pg from 'pg';
import { cursorOf, positionOf, type Position } from './event-cursor.ts';

/** What the live feed knows of an event: where it stands and what it is about. Its content is read by each reader's own rights. */
export interface StoredEvent {
  readonly cursor: string;
  readonly id: number;
  readonly type: string;
  readonly agreementId: string | null;
}

/** Whose way in has changed: signed out somewhere, or given other rights to see and do. */
export interface AccessChange {
  readonly personId: string;
  readonly what: 'SESSION' | 'RIGHTS';
}

/** The live feed of one process. */
export interface Hub {
  /**
   * Events in the order of their cursors, of one agreement or of all: first those after the cursor that are kept already,
   * then each as it is committed, without gap or repeat. Null starts from now. Ends when the signal aborts.
   */
  follow(
    filter: { readonly agreementId?: string },
    after: string | null,
    signal: AbortSignal,
  ): AsyncIterable<StoredEvent>;
  /** Calls the listener whenever a session or the rights of a person have changed; answers how to stop. */
  onAccessChanged(listener: (change: AccessChange) => void): () => void;
  close(): Promise<void>;
}

const BATCH = 500;
const LOOK_AGAIN_MS = 1_000;
const LOOK_AGAIN_SOON_MS = 15;
const SELECT = `select xid::text as xid, id, type, agreement_id as "agreementId",
    xid < pg_snapshot_xmin(pg_current_snapshot()) as "isSettled"
  from event where (xid, id) > ($1::xid8, $2)`;
const HORIZON = 'select (pg_snapshot_xmin(pg_current_snapshot())::text) as xid';
const NEXT = 'select (pg_snapshot_xmax(pg_current_snapshot())::text) as xid';

interface EventRow {
  readonly xid: string;
  readonly id: number;
  readonly type: string;
  readonly agreementId: string | null;
  /** Whether every transaction that is older has ended, so that nothing can still come before this event. */
  readonly isSettled: boolean;
}

/**
 * Opens the live feed. NOTIFY is a doorbell only: events are read by the cursor (xid, id) below the oldest running
 * transaction, since reading by id alone would pass over those that commit late. A look each second makes good a lost bell.
 */
export async function openHub(settings: { readonly url: string; readonly log: Logger }): Promise<Hub> {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: 3,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 0,
  });
  pool.on('error', (error) => settings.log.warn({ err: error }, 'hub-connection-lost'));
  const hub = new PostgresHub(pool, settings);
  await hub.start();
  return hub;
}

class PostgresHub implements Hub {
  private readonly bus = new EventEmitter().setMaxListeners(0);
  private listener: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private last: Position = { xid: '0', id: 0 };
  private isClosed = false;
  private reading: Promise<void> | null = null;
  private isRungAgain = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly settings: { readonly url: string; readonly log: Logger },
  ) {}

  async start(): Promise<void> {
    const horizon = await this.pool.query<{ xid: string }>(HORIZON);
    this.last = { xid: String(BigInt(horizon.rows[0]?.xid ?? '1') - 1n), id: Number.MAX_SAFE_INTEGER };
    await this.listen();
    this.timer = setInterval(() => this.ring(), LOOK_AGAIN_MS).unref();
  }

  async *follow(
    filter: { readonly agreementId?: string },
    after: string | null,
    signal: AbortSignal,
  ): AsyncIterable<StoredEvent> {
    if (signal.aborted) return;
    if (after !== null) await this.refuseFuture(positionOf(after));
    // Listening begins before the past is read, so nothing falls between the two; what comes twice is passed over by cursor.
    const live = on(this.bus, 'event', { signal });
    let position = after === null ? this.last : positionOf(after);
    try {
      if (after !== null) {
        for await (const row of this.kept(position, filter)) {
          position = row;
          yield told(row);
        }
      }
      for await (const [row] of live as AsyncIterable<[EventRow]>) {
        if (!isAfter(row, position) || !isOf(row, filter)) continue;
        position = row;
        yield told(row);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  onAccessChanged(listener: (change: AccessChange) => void): () => void {
    this.bus.on('access', listener);
    return () => this.bus.off('access', listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    await this.reading;
    await this.listener?.end().catch(() => undefined);
    await this.pool.end();
  }

  /** A cursor that lies ahead is another database's, or this one's before it was restored: from there nothing would ever come. */
  private async refuseFuture(position: Position): Promise<void> {
    if (!isAfter(position, this.last)) return;
    const next = await this.pool.query<{ xid: string }>(NEXT);
    if (BigInt(position.xid) >= BigInt(next.rows[0]?.xid ?? '0')) throw resyncRequired();
  }

  private async *kept(from: Position, filter: { readonly agreementId?: string }): AsyncIterable<EventRow> {
    let position = from;
    for (;;) {
      const rows = await this.readAfter(position, filter.agreementId);
      const settled = settledOf(rows);
      yield* settled;
      const last = settled.at(-1);
      if (!last || settled.length < BATCH) return;
      position = last;
    }
  }

  private async readAfter(position: Position, agreementId?: string): Promise<EventRow[]> {
    const only = agreementId === undefined ? '' : ' and agreement_id = $3';
    const values = agreementId === undefined ? [position.xid, position.id] : [position.xid, position.id, agreementId];
    // Named with their table: "xid" alone would be the text of the answer, in which 1000 comes before 999.
    const text = `${SELECT}${only} order by event.xid, event.id limit ${BATCH}`;
    return (await this.pool.query<EventRow>(text, values)).rows;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.url,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === 'kith_access') this.bus.emit('access', accessChangeIn(payload ?? ''));
      else this.ring();
    });
    client.on('error', () => this.loseListener(client));
    client.on('end', () => this.loseListener(client));
    try {
      await client.connect();
      await client.query('listen kith_event; listen kith_access');
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.listener = client;
  }

  private loseListener(client: pg.Client): void {
    if (this.listener === client) this.listener = null;
  }

  /** Reads what is new; a ring during a reading is answered by one more reading after it. */
  private ring(): void {
    if (this.isClosed) return;
    if (this.reading) {
      this.isRungAgain = true;
      return;
    }
    this.reading = this.readNew()
      .catch((error: unknown) => this.settings.log.warn({ err: error }, 'hub-read-failed'))
      .finally(() => {
        this.reading = null;
        if (!this.isRungAgain) return;
        this.isRungAgain = false;
        this.ring();
      });
  }

  private async readNew(): Promise<void> {
    if (!this.listener) await this.listen();
    for (;;) {
      const rows = await this.readAfter(this.last);
      const settled = settledOf(rows);
      for (const row of settled) {
        this.last = row;
        this.bus.emit('event', row);
      }
      // What waits for an older transaction has rung its bell already; that transaction may ring none.
      if (settled.length < rows.length) setTimeout(() => this.ring(), LOOK_AGAIN_SOON_MS).unref();
      if (settled.length < BATCH) return;
    }
  }
}

function settledOf(rows: readonly EventRow[]): readonly EventRow[] {
  const unsettled = rows.findIndex(({ isSettled }) => !isSettled);
  return unsettled < 0 ? rows : rows.slice(0, unsettled);
}

function resyncRequired(): GraphQLError {
  return new GraphQLError(
    'This cursor is not of these records. Read again what you need, and follow without `after`.',
    {
      extensions: { code: 'RESYNC_REQUIRED' },
    },
  );
}

function told(row: EventRow): StoredEvent {
  return { cursor: cursorOf(row), id: row.id, type: row.type, agreementId: row.agreementId };
}

function isOf(row: EventRow, filter: { readonly agreementId?: string }): boolean {
  return filter.agreementId === undefined ? row.agreementId !== null : row.agreementId === filter.agreementId;
}

function isAfter(row: Position, position: Position): boolean {
  const [a, b] = [BigInt(row.xid), BigInt(position.xid)];
  return a > b || (a === b && row.id > position.id);
}

/** What a note on the channel says: a person's id, after the word “rights” when it is those that changed. */
function accessChangeIn(note: string): AccessChange {
  const [, personId = note] = /^rights (.+)$/.exec(note) ?? [];
  return { personId, what: personId === note ? 'SESSION' : 'RIGHTS' };
}
