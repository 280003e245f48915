import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate, migrateDown } from '../../api/server/migrate.ts';
import { temporaryFolder } from '../support/run-program.ts';
import { testDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  database = await testDatabase({ empty: true });
  temporary = temporaryFolder();
  mkdirSync(join(temporary.folder, 'access'));
  write('20260101000000-lamps.sql', 'create table lamp (id int)');
  write('20260101000000-lamps.down.sql', 'drop table lamp');
  write('20260102000000-shades.sql', 'create table shade (id int)');
  write('20260102000000-shades.down.sql', 'drop table shade');
  write('access/offers.sql', 'create policy shade_read on shade for select using (true)');
  write('access/people.sql', 'create policy lamp_read on lamp for select using (true)');
});
afterEach(async () => {
  await database.drop();
  temporary.remove();
});

function write(name: string, sql: string): void {
  writeFileSync(join(temporary.folder, name), `${sql};\n`);
}

async function read(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  await client.end();
  return rows.flat();
}

const up = () => migrate(database.ownerUrl, temporary.folder);
const policies = () => read('select policyname from pg_policies order by 1');

it('applies what is new, oldest first, and nothing twice', async () => {
  expect(await up()).toEqual({ applied: ['20260101000000-lamps', '20260102000000-shades'], accessApplied: true });
  expect(await up()).toEqual({ applied: [], accessApplied: false });
  write('20260103000000-wicks.sql', 'create table wick (id int)');
  expect((await up()).applied).toEqual(['20260103000000-wicks']);
});

it('lets two run at once: one does the work', async () => {
  const accounts = await Promise.all([up(), up(), up()]);
  expect(accounts.flatMap(({ applied }) => applied)).toHaveLength(2);
});

it('refuses when a file was changed after it had been applied', async () => {
  await up();
  write('20260101000000-lamps.sql', 'create table lamp (id bigint)');
  await expect(up()).rejects.toThrow(
    'The migration 20260101000000-lamps was changed after it had been applied; put the file back as it was and write a new one.',
  );
});

it('does not mind the line endings of another system', async () => {
  await up();
  writeFileSync(join(temporary.folder, '20260101000000-lamps.sql'), 'create table lamp (id int);\r\n');
  expect((await up()).applied).toEqual([]);
});

it('refuses a database that is newer than the code', async () => {
  await up();
  rmSync(join(temporary.folder, '20260102000000-shades.sql'));
  await expect(up()).rejects.toThrow('20260102000000-shades, which this version of Kith does not know');
});

it('leaves nothing of a migration that fails, and says which', async () => {
  write('20260102000000-shades.sql', 'create table shade (id int); select 1 / 0');
  await expect(up()).rejects.toThrow(
    /^The migration 20260102000000-shades failed and was taken back: division by zero/,
  );
  expect(await read(`select name from migration`)).toEqual(['20260101000000-lamps']);
  expect(await read(`select to_regclass('shade')`)).toEqual([null]);
});

it('takes back one step at a time', async () => {
  await up();
  expect(await migrateDown(database.ownerUrl, temporary.folder)).toBe('20260102000000-shades');
  expect(await read(`select to_regclass('shade')`)).toEqual([null]);
  expect((await up()).applied).toEqual(['20260102000000-shades']);
  expect(await policies()).toEqual(['lamp_read', 'shade_read']);
});

it('puts the read rules in place whole: what a file no longer says is gone', async () => {
  await up();
  expect(await policies()).toEqual(['lamp_read', 'shade_read']);
  write('access/people.sql', 'create policy lamp_see on lamp for select using (true)');
  expect(await up()).toEqual({ applied: [], accessApplied: true });
  expect(await policies()).toEqual(['lamp_see', 'shade_read']);
});

it('keeps the old read rules when the new ones fail', async () => {
  await up();
  write('access/people.sql', 'create policy lamp_see on nowhere for select using (true)');
  await expect(up()).rejects.toThrow(
    /^The migration access\/people\.sql failed and was taken back: relation "nowhere"/,
  );
  expect(await policies()).toEqual(['lamp_read', 'shade_read']);
});

it('makes roles that cannot pass by row security', async () => {
  await up();
  const roles = await read(
    `select rolname || ' ' || rolcanlogin || ' ' || (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
     from pg_roles where rolname like 'kith\\_%' and rolname <> 'kith_owner' order by 1`,
  );
  expect(roles).toEqual(['kith_access false false', 'kith_app true false', 'kith_system true false']);
});
