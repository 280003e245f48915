import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { PLACE } from '../common/calendar.ts';

// Whole numbers of eight bytes are pence and counts: they stay far below 2^53, and a larger one must not pass unseen.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A number from the database is too large.');
  return value;
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// So that the policies' current_date is the same day as the rules' dayAt; instants travel in UTC all the same.
const WHERE_DAYS_ARE_MEANT = `-c timezone=${PLACE}`;

/** The two ways into the database for one role: planned reads by the pool, commands by TypeORM. */
export interface Database {
  readonly app: pg.Pool;
  /** Where anonymous reads go: the replicas in turn, or the primary when there are none. */
  readonly open: () => pg.Pool;
  readonly source: DataSource;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** Connection string of a role that cannot bypass row security. */
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  /** Connection strings of the same role at streaming replicas, which may lag a little behind. */
  readonly replicaUrls?: readonly string[];
  /** Connections of each pool; 10 unless told. */
  readonly size?: number;
  /** Milliseconds to wait for a connection before giving up; 2,000 unless told. */
  readonly waitMs?: number;
  /** Told of connections that break while idle; without it one would end the process. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens both pools; rejects when the database cannot be reached. Idle connections are kept, since each holds prepared statements. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const size = settings.size ?? 10;
  const onIdleError = settings.onIdleError ?? (() => undefined);
  const waitMs = settings.waitMs ?? 2_000;
  const poolAt = (url: string) => readingPool(url, { size, waitMs, onIdleError });
  const app = poolAt(settings.url);
  const replicas = (settings.replicaUrls ?? []).map(poolAt);

  const source = new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: settings.entities as NonNullable<ConstructorParameters<typeof DataSource>[0]['entities']>,
    installExtensions: false,
    poolSize: size,
    connectTimeoutMS: waitMs,
    poolErrorHandler: onIdleError,
    extra: {
      options: WHERE_DAYS_ARE_MEANT,
      idleTimeoutMillis: 0,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  await source.initialize();

  let turn = 0;
  return {
    app,
    open: () => replicas[turn++ % replicas.length] ?? app,
    source,
    close: async () => {
      const pools = [app, ...replicas].map((pool) => pool.end());
      await Promise.all([...pools, source.isInitialized ? source.destroy() : undefined]);
    },
  };
}

function readingPool(
  url: string,
  { size, waitMs, onIdleError }: Required<Pick<DatabaseSettings, 'size' | 'waitMs' | 'onIdleError'>>,
): pg.Pool {
  const settings: pg.PoolConfig & { readonly pipeline: boolean } = {
    connectionString: url,
    max: size,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: waitMs,
    statement_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
    pipeline: true,
    // A planned read's nested statements can look dear enough to compile, which costs far more than it saves.
    options: `-c jit=off ${WHERE_DAYS_ARE_MEANT}`,
    allowExitOnIdle: true,
  };
  const pool = new pg.Pool(settings);
  pool.on('error', onIdleError);
  return pool;
}
