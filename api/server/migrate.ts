import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { LOGIN_ROLES, databaseUrls, rolePassword } from '../platform/database-urls.ts';
import { explainConnection } from './explain-connection.ts';
import { readAccess } from './access-files.ts';
import { StartProblem, codeOf, sentenceOf } from './start-problem.ts';

/** What a run of the migrations did. */
export interface MigrationAccount {
  readonly applied: readonly string[];
  readonly accessApplied: boolean;
}

/** One dated change of the database, frozen once applied. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

// Any number will do, as long as no other program on the server uses it.
const LOCK = 7_501_911;

const TABLE = `
create table if not exists migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);
comment on table migration is 'The changes of the database that have been applied, and two lines of other things: "access", the read rules, and "seed", the first people.';
comment on column migration.name is 'File name without its ending.';
comment on column migration.checksum is 'Fingerprint of the file when it was applied.';
comment on column migration.applied_at is 'When it was applied.';
grant select on migration to kith_app, kith_system;`;

/** Brings the database to the newest form and puts the read rules in place; quick when nothing has changed. */
export async function migrate(
  ownerUrl: string,
  folder: string,
  report: (line: string) => void = () => undefined,
): Promise<MigrationAccount> {
  return withOwner(ownerUrl, async (client) => {
    const waiting = await waitingMigrations(client, folder);
    const access = readAccess(folder);
    const accessHash = fingerprint(access.map(({ name, sql }) => `${name}\n${sql}`).join('\n'));
    const upToDate = waiting.length === 0 && (await appliedChecksum(client, 'access')) === accessHash;
    if (upToDate && (await rolesLogIn(ownerUrl))) return { applied: [], accessApplied: false };

    await makeRoles(client, ownerUrl);
    await client.query(TABLE);
    for (const migration of waiting) {
      report(migration.name);
      await applyMigration(client, migration);
    }
    await installWork(ownerUrl);
    report('read rules');
    await applyAccess(client, access, accessHash);
    return { applied: waiting.map(({ name }) => name), accessApplied: true };
  });
}

/** Takes back the newest change; gives its name, or null when there is none. */
export async function migrateDown(ownerUrl: string, folder: string): Promise<string | null> {
  return withOwner(ownerUrl, async (client) => {
    const applied = await appliedMigrations(client);
    const name = [...applied.keys()].filter(isDated).at(-1);
    if (name === undefined) return null;
    const path = join(folder, `${name}.down.sql`);
    if (!existsSync(path)) throw new StartProblem(`The change ${name} cannot be taken back: there is no file ${path}.`);
    await inTransaction(client, name, async () => {
      await client.query(readFileSync(path, 'utf8'));
      await client.query(`delete from migration where name in ($1, 'access')`, [name]);
    });
    return name;
  });
}

/** The migrations of a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{14}-.+\.sql$/.test(file) && !file.endsWith('.down.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { name: file.slice(0, -'.sql'.length), sql, checksum: fingerprint(sql) };
    });
}

/** The table also holds a line each for the read rules and for the seeds. */
function isDated(name: string): boolean {
  return /^\d{14}-/.test(name);
}

/** Line endings do not count: a checkout on Windows has others. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'kith migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explainConnection(error, ownerUrl);
  }
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const found = await client.query<{ exists: boolean }>(`select to_regclass('migration') is not null as exists`);
  if (!found.rows[0]?.exists) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function appliedChecksum(client: pg.Client, name: string): Promise<string | undefined> {
  return (await appliedMigrations(client)).get(name);
}

async function waitingMigrations(client: pg.Client, folder: string): Promise<Migration[]> {
  const applied = await appliedMigrations(client);
  const migrations = readMigrations(folder);
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed) {
    throw new StartProblem(
      `The migration ${changed.name} was changed after it had been applied; put the file back as it was and write a new one.`,
    );
  }
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].find((name) => isDated(name) && !known.has(name));
  if (unknown) {
    throw new StartProblem(
      `The database has the change ${unknown}, which this version of Kith does not know; use the newer version.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Makes the roles that are missing; those that log in get their derived passwords. */
async function makeRoles(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'kith\\_%'`,
  );
  const present = new Set(rows.map(({ rolname }) => rolname));
  try {
    if (!present.has('kith_access')) await client.query('create role kith_access nologin');
    for (const role of LOGIN_ROLES) {
      const verb = present.has(role) ? 'alter' : 'create';
      await client.query(
        `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${rolePassword(ownerUrl, role)}'`,
      );
    }
    await client.query('grant kith_access to current_user');
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    const { username } = new URL(ownerUrl);
    throw new StartProblem(
      `The database user "${username}" may not make Kith's roles; let an administrator run: alter role "${username}" createrole.`,
    );
  }
}

/** Brings the tables of waiting work to the form that its library asks for. */
async function installWork(ownerUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined), maxPoolSize: 2 });
}

async function rolesLogIn(ownerUrl: string): Promise<boolean> {
  const { app, system } = databaseUrls(ownerUrl);
  const logsIn = async (url: string) => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  return (await Promise.all([logsIn(app), logsIn(system)])).every(Boolean);
}

async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await inTransaction(client, name, async () => {
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
  });
}

/** Every policy is dropped first, so that the files alone say who may read; nobody sees the moment between. */
async function applyAccess(client: pg.Client, files: { name: string; sql: string }[], hash: string): Promise<void> {
  await inTransaction(client, 'access', async () => {
    // Functions may name one another whatever the order of the files.
    await client.query(`set local check_function_bodies = off; ${DROP_POLICIES}`);
    // Only an owner that is no superuser needs the right: to hand the functions over to kith_access.
    await client.query(
      `do $$ begin if to_regnamespace('access') is not null then grant create on schema access to kith_access; end if; end $$`,
    );
    for (const { name, sql } of files) {
      await client.query(sql).catch((error: unknown) => Promise.reject(failed(`access/${name}`, error)));
    }
    await client.query(
      `do $$ begin if to_regnamespace('access') is not null then revoke create on schema access from kith_access; end if; end $$`,
    );
    await client.query(
      `insert into migration (name, checksum) values ('access', $1)
       on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
      [hash],
    );
  });
}

const DROP_POLICIES = `
do $$
declare found record;
begin
  for found in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', found.policyname, found.schemaname, found.tablename);
  end loop;
end $$;`;

async function inTransaction(client: pg.Client, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof StartProblem ? error : failed(name, error);
  }
}

function failed(name: string, error: unknown): StartProblem {
  return new StartProblem(`The migration ${name} failed and was taken back: ${sentenceOf(error)}.`);
}
