import pg from 'pg';
import type { Environment } from '../platform/environment.ts';
import { databaseUrls } from '../platform/database-urls.ts';
import { migrate } from './migrate.ts';
import { migrationsFolder } from './project-folder.ts';
import { StartProblem } from './start-problem.ts';

type Report = (line: string) => void;

/** Plants the seeds in a database that holds nobody yet; one that a broken run left half planted is begun again. Says whether it did. */
export async function seedWhenEmpty(ownerUrl: string, environment: Environment, report: Report): Promise<boolean> {
  const state = await readState(ownerUrl);
  if (state === 'planted') return false;
  if (state === 'half planted') await beginAgain(ownerUrl, environment);

  await mark(ownerUrl, 'begun');
  const { app, system } = databaseUrls(ownerUrl);
  const { withContexts } = await import('./contexts.ts');
  const { seed } = await import('../../seeds/seed.ts');
  await withContexts([app, system], environment, ([asApp, asSystem]) => seed({ app: asApp, system: asSystem }, report));
  await mark(ownerUrl, 'done');
  return true;
}

async function readState(ownerUrl: string): Promise<'empty' | 'half planted' | 'planted'> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ seed: string | null; peopled: boolean }>(
      `select (select checksum from migration where name = 'seed') as seed, exists (select from person) as peopled`,
    );
    if (rows[0]?.seed === 'begun') return 'half planted';
    return rows[0]?.seed === 'done' || rows[0]?.peopled ? 'planted' : 'empty';
  });
}

async function mark(ownerUrl: string, state: 'begun' | 'done'): Promise<void> {
  await asOwner(ownerUrl, (client) =>
    client.query(
      `insert into migration (name, checksum) values ('seed', $1)
       on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
      [state],
    ),
  );
}

/** Only our own embedded database is emptied: in another there may be more than ours. */
async function beginAgain(ownerUrl: string, environment: Environment): Promise<void> {
  if (environment.databaseUrl !== null) {
    throw new StartProblem(
      'The first people were planted only half, since that run was ended; empty the database of DATABASE_URL and start again.',
    );
  }
  await asOwner(ownerUrl, (client) =>
    client.query('drop schema if exists access cascade; drop schema public cascade; create schema public'),
  );
  await migrate(ownerUrl, migrationsFolder);
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
