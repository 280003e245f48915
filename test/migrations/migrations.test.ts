import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate, migrateDown } from '../../api/server/migrate.ts';
import { migrationsFolder } from '../support/folders.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Pool;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
const ups = files.filter((name) => !name.endsWith('.down.sql'));

/** All that a database is made of, as lines of text. */
async function catalogue(): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || coalesce(' ' || column_default, '') as line
      from information_schema.columns where table_schema in ('public', 'access', 'directory') and table_name <> 'migration'
    union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migration'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
    union all select 'policy ' || tablename || '.' || policyname || ' ' || roles::text || ' ' || cmd || coalesce(' ' || qual, '') || coalesce(' ' || with_check, '') from pg_policies
    union all select 'function ' || p.oid::regprocedure || ' of ' || p.proowner::regrole || ' ' || md5(p.prosrc) || coalesce(p.proacl::text, '') from pg_proc p
      where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'access', 'directory'))
    union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'public' and table_name <> 'migration'
    union all select 'row security ' || relname || relrowsecurity || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
    order by 1`);
  return rows.map(({ line }) => line);
}

it('every migration has a way down, a sentence for a name, and no policy of its own', () => {
  for (const name of ups) {
    expect(files).toContain(name.replace('.sql', '.down.sql'));
    expect(name).toMatch(/^\d{14}-[a-z]+(-[a-z]+)*\.sql$/);
    expect(name).not.toMatch(/update|fix|changes/);
    expect(readFileSync(join(migrationsFolder, name), 'utf8')).not.toMatch(/create policy/i);
  }
});

it('goes up, down to nothing, and up again to the very same', async () => {
  await migrate(database.ownerUrl, migrationsFolder);
  const once = await catalogue();
  expect(once.length).toBeGreaterThan(300);

  for (const name of [...ups].reverse())
    await migrateDown(database.ownerUrl, migrationsFolder).catch((error: unknown) =>
      Promise.reject(new Error(`${name}: ${String(error)}`)),
    );
  expect((await catalogue()).filter((line) => /^(column|policy|trigger|index)/.test(line))).toEqual([]);

  await migrate(database.ownerUrl, migrationsFolder);
  expect(await catalogue()).toEqual(once);
});

it('changes nothing when there is nothing new', async () => {
  const before = await catalogue();
  await migrate(database.ownerUrl, migrationsFolder);
  expect(await catalogue()).toEqual(before);
});
