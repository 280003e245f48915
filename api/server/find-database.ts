import pg from 'pg';
import type { Environment } from '../platform/environment.ts';
import type { RunningDatabase } from './embedded-database.ts';
import { explainConnection } from './explain-connection.ts';
import { StartProblem } from './start-problem.ts';

const OLDEST_VERSION = 15;

/** The database to work with: that of DATABASE_URL, or the embedded one, which is started when it does not run yet. */
export async function findDatabase(environment: Environment): Promise<RunningDatabase> {
  if (environment.databaseUrl !== null) return checkDatabase(environment.databaseUrl);
  const { prepareDataFolder } = await import('./data-folder.ts');
  const { startEmbeddedDatabase } = await import('./embedded-database.ts');
  return startEmbeddedDatabase(prepareDataFolder(environment));
}

/** Does something with the database and lets go of it, whatever happens. */
export async function withDatabase<T>(
  environment: Environment,
  work: (ownerUrl: string, database: RunningDatabase) => Promise<T>,
): Promise<T> {
  const database = await findDatabase(environment);
  try {
    return await work(database.url, database);
  } finally {
    await database.stop();
  }
}

async function checkDatabase(url: string): Promise<RunningDatabase> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    const version = rows[0]?.version ?? '0';
    if (Number.parseInt(version, 10) < OLDEST_VERSION) {
      throw new StartProblem(
        `The database is PostgreSQL ${version}, and Kith needs ${OLDEST_VERSION} or newer; set DATABASE_URL to a newer server.`,
      );
    }
  } catch (error) {
    throw error instanceof StartProblem ? error : explainConnection(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, startedHere: false, stop: () => Promise.resolve() };
}
