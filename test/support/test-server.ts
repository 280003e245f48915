import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedDatabase } from '../../api/server/embedded-database.ts';
import { findDatabaseProcess, isAlive } from '../../api/server/postmaster.ts';
import { migrate } from '../../api/server/migrate.ts';
import { migrationsFolder } from './folders.ts';

/** Nothing here must outlive a power cut, so the server need not wait for the disk. */
const QUICK = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum: 'off',
  shared_buffers: '128MB',
};

/**
 * Starts one PostgreSQL for the whole run (or uses that of TEST_DATABASE_URL) and makes the template that every test
 * file's database is a copy of; what the tests need to know travels in environment variables.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startOwnServer();
  const template = `kith_template_${process.pid}`;
  await admin(server.url, [`drop database if exists ${template}`, `create database ${template}`]);

  const failure = await migrate(at(server.url, template), migrationsFolder).then(
    () => '',
    (error: unknown) => String(error),
  );
  process.env['KITH_TEST_SERVER'] = server.url;
  process.env['KITH_TEST_TEMPLATE'] = template;
  process.env['KITH_TEST_TEMPLATE_FAILURE'] = failure;
  return async () => {
    if (given) await admin(given, [`drop database if exists ${template} with (force)`]);
    await server.stop();
  };
}

async function startOwnServer() {
  sweepUpAfterKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  const cluster = join(folder, 'postgres');
  const server = await startEmbeddedDatabase({ dataFolder: folder, cluster, settings: QUICK });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      remove(folder);
      process.exit(1);
    });
  }
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

const PREFIX = 'kith-test-';

/** A run that was killed could not end its server. */
function sweepUpAfterKilledRuns(): void {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const users = join(folder, 'in-use');
    if (!existsSync(users)) continue;
    if (readdirSync(users).every((pid) => !isAlive(Number(pid)))) remove(folder);
  }
}

function remove(folder: string): void {
  const pid = findDatabaseProcess(join(folder, 'postgres'));
  if (pid !== null) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The same server, another database. */
export function at(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Runs statements as the owner, each by itself. */
export async function admin(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
