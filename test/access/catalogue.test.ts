import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../../api/platform/database.ts';
import { entities } from '../../api/server/entities.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

/** Tables that need no row-level security: what `migrate` keeps of itself. Every other table has it, forced. */
const WITHOUT_ROW_SECURITY = ['migration'];

let database: TestDatabase;
let owner: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const names = async (statement: string, values: unknown[] = []): Promise<string[]> =>
  (await owner.query<{ name: string }>(statement, values)).rows.map(({ name }) => name).sort();

describe('every table', () => {
  it('has row-level security, enabled and forced, or stands in the short list', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open).toEqual(WITHOUT_ROW_SECURITY);
  });

  it('is no view that looks past the policies of its tables', async () => {
    const views = await names(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
       and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    );
    expect(views).toEqual([]);
  });

  it('says what it is, and so does each of its columns', async () => {
    const silent = await names(
      `select c.relname || coalesce('.' || a.attname, '') as name
       from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)`,
    );
    expect(silent).toEqual([]);
  });

  it('that belongs to an authority has the authority first in its key, and an id of its own', async () => {
    const without = await names(
      `select t.table_name as name from information_schema.columns t
       where t.table_schema = 'public' and t.column_name = 'authority_id' and t.is_nullable = 'NO' and t.table_name <> 'event'
         and not exists (
           select 1 from pg_constraint k
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
           where k.conrelid = t.table_name::regclass and k.contype = 'p' and a.attname = 'authority_id')`,
    );
    expect(without).toEqual([]);
  });

  it('has its foreign keys and columns in the order of the authority: none can cross to another', async () => {
    const crossing = await names(
      `select k.conname as name from pg_constraint k
       join information_schema.columns own on own.table_name = k.conrelid::regclass::text and own.column_name = 'authority_id' and own.is_nullable = 'NO'
       join information_schema.columns theirs on theirs.table_name = k.confrelid::regclass::text and theirs.column_name = 'authority_id' and theirs.is_nullable = 'NO'
       where k.contype = 'f' and not exists (
         select from unnest(k.conkey, k.confkey) as pair (ours, theirs)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.ours
         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs
         where a.attname = 'authority_id' and b.attname = 'authority_id')`,
    );
    expect(crossing).toEqual([]);
  });
});

describe('the roles', () => {
  it('cannot bypass row security, make roles or databases, or stand above anybody', async () => {
    const { rows } = await owner.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin from pg_roles
       where rolname like 'kith!_%' escape '!' and rolname <> current_user order by rolname`,
    );
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    expect(rows).toEqual([
      { rolname: 'kith_access', ...none, rolcanlogin: false },
      { rolname: 'kith_app', ...none, rolcanlogin: true },
      { rolname: 'kith_system', ...none, rolcanlogin: true },
    ]);
    const memberships = await names(
      `select r.rolname || ' in ' || g.rolname as name from pg_auth_members m
       join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid where r.rolname in ('kith_app', 'kith_system', 'kith_access')`,
    );
    expect(memberships).toEqual([]);
  });

  it('own nothing, but for the functions that belong to the role that nobody logs in as', async () => {
    const owned = await names(
      `select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'kith!_%' escape '!' and r.rolname <> current_user`,
    );
    expect(owned).toEqual([]);
    const functions = await names(
      `select p.proname as name from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ('kith_app', 'kith_system')`,
    );
    expect(functions).toEqual([]);
  });

  it.each(['kith_app', 'kith_system'])('%s cannot make, change or empty anything', async (role) => {
    const client = new pg.Client({ connectionString: role === 'kith_app' ? database.appUrl : database.systemUrl });
    await client.connect();
    try {
      for (const statement of [
        'create table public.mine (id int)',
        'create schema mine',
        'create function access.mine() returns int language sql as $$ select 1 $$',
        'alter table agreement disable row level security',
        'alter table agreement add column mine int',
        'drop policy agreement_parties on agreement',
        'truncate agreement',
        'drop table agreement',
        'set role kith_access',
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      }
    } finally {
      await client.end();
    }
  });

  it('reach only what they are granted: nobody else is granted anything', async () => {
    const strangers = await names(
      `select distinct grantee || ' on ' || table_name as name from information_schema.role_table_grants
       where table_schema = 'public' and grantee not in ('kith_app', 'kith_system', 'kith_access', current_user)`,
    );
    expect(strangers).toEqual([]);
    const open = await names(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace = 'access'::regnamespace and p.prosecdef and has_function_privilege('public', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype`,
    );
    expect(open).toEqual([]);
  });

  it('run every function that stands above them with a fixed search path', async () => {
    const loose = await names(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.prosecdef and p.pronamespace in ('access'::regnamespace, 'public'::regnamespace)
         and not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%')`,
    );
    expect(loose).toEqual([]);
  });

  it('tell a visitor nothing but the directory, whatever table is asked', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.role_table_grants where grantee = 'kith_app' and privilege_type = 'SELECT' and table_schema = 'public'`,
    );
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    const seen = [];
    for (const { name } of rows) {
      const policies = await names(
        `select pol.polname as name from pg_policy pol where pol.polrelid = $1::regclass and pg_get_expr(pol.polqual, pol.polrelid) = 'true'
           and pol.polroles @> array[(select oid from pg_roles where rolname = 'kith_app')]`,
        [name],
      );
      if (policies.length > 0) seen.push(name);
    }
    await app.end();
    expect(seen.sort()).toEqual([
      ...[
        'access_criterion',
        'accessibility',
        'cost_option',
        'feed',
        'freshness_policy',
        'location',
        'offer',
        'postcode',
        'registration',
      ],
      ...['schedule', 'search_word', 'service', 'service_at_location', 'service_search', 'service_term'],
      'taxonomy_term',
    ]);
  });
});

describe('every entity', () => {
  it('has the columns of its table, with the same types and the same nullability', async () => {
    const db = await openDatabase({ url: database.appUrl, entities, size: 1 });
    const { rows } = await owner.query<Record<'table_name' | 'column_name' | 'udt_name' | 'is_nullable', string>>(
      "select table_name, column_name, udt_name, is_nullable from information_schema.columns where table_schema = 'public'",
    );
    const problems: string[] = [];
    for (const { tableName, columns, relations } of db.source.entityMetadatas) {
      const kept = new Map(
        rows.filter(({ table_name: table }) => table === tableName).map((row) => [row.column_name, row]),
      );
      if (kept.size === 0) problems.push(`${tableName}: no such table`);
      for (const column of columns) {
        const row = kept.get(column.databaseName);
        const type = column.isArray
          ? `_${SHORT[String(column.type)] ?? String(column.type)}`
          : (SHORT[String(column.type)] ?? String(column.type));
        if (!row) problems.push(`${tableName}.${column.databaseName}: no such column`);
        else if (row.udt_name !== type)
          problems.push(`${tableName}.${column.databaseName}: ${type} for ${row.udt_name}`);
        else if ((row.is_nullable === 'YES') !== column.isNullable)
          problems.push(`${tableName}.${column.databaseName}: null or not`);
      }
      if (
        relations.some(
          ({ isCascadeInsert, isCascadeUpdate, isCascadeRemove, isEager, isLazy }) =>
            isCascadeInsert || isCascadeUpdate || isCascadeRemove || isEager || isLazy,
        )
      )
        problems.push(`${tableName}: a relation that cascades or loads by itself`);
    }
    await db.close();
    expect(problems).toEqual([]);
  });
});

const SHORT: Readonly<Record<string, string>> = {
  bigint: 'int8',
  integer: 'int4',
  smallint: 'int2',
  boolean: 'bool',
  'double precision': 'float8',
};
