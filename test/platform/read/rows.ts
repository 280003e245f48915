// Rows of the world of gardens, made the same way every time, so that an oracle in memory can answer beside PostgreSQL.
import pg from 'pg';
import { openDatabase, type Database } from '../../../api/platform/database.ts';
import { makeContext, type Context } from '../../../api/platform/context.ts';
import { ANONYMOUS } from '../../../api/common/viewer.ts';
import { testDatabase } from '../../support/test-database.ts';
import { tables } from './world.ts';

export interface Keeper {
  id: string;
  name: string;
  mentor_id: string | null;
  favourite_id: string | null;
}
export interface Garden {
  id: string;
  name: string;
  size: number;
  opened_on: string | null;
  opens_at: string | null;
  tended_at: string;
  rate: string;
  tags: string[];
  street: string | null;
  town: string | null;
  keeper_id: string | null;
}
export interface Bed {
  region: number;
  id: string;
  number: number;
  sun: number | null;
  garden_id: string;
}
export interface Planting {
  id: string;
  name: string;
  planted_at: string;
  region: number;
  bed_id: string;
  petals: number | null;
  grams: number | null;
  keeper_id: string | null;
}
export interface Neighbour {
  garden_id: string;
  other_id: string;
  metres: number;
  met_at: string;
}
export interface Remark {
  id: string;
  garden_id: string;
  keeper_id: string | null;
  stars: number | null;
  words: string | null;
}
export interface Rows {
  keeper: Keeper[];
  garden: Garden[];
  bed: Bed[];
  planting: Planting[];
  neighbour: Neighbour[];
  remark: Remark[];
}

/** A world of so many gardens; everything else follows their number. */
export function makeRows(gardens: number): Rows {
  const keeper = list(5, (n) => ({
    id: id(1, n),
    name: `Keeper ${'ZAQDB'[n]}`,
    mentor_id: n > 0 ? id(1, (n - 1) >> 1) : null,
    favourite_id: n % 2 ? id(2, n % gardens) : null,
  }));
  const garden = list(gardens, (n) => ({
    id: id(2, n),
    name: `Garden ${['a', 'b', 'B', 'ä', "it's"][n % 5]}`,
    size: (n * 7) % 4,
    opened_on: n % 3 ? `20${10 + (n % 4)}-0${1 + (n % 9)}-15` : null,
    opens_at: n % 4 ? `0${n % 10}:30:00` : null,
    tended_at: instant(n),
    rate: `${n}.50`,
    tags: list(n % 3, (tag) => `tag "${tag}"`),
    street: n % 2 ? `${n} High Street` : null,
    town: n % 4 === 1 ? 'Fenmoor' : null,
    keeper_id: n % 5 ? id(1, n % 4) : null,
  }));
  const bed = garden.flatMap(({ id: garden_id }, g) =>
    list(g % 5, (n) => ({
      region: g % 2,
      id: id(3, g * 10 + n),
      number: n + 1,
      sun: (g + n) % 3 ? ((g * n) % 3) * 10 : null,
      garden_id,
    })),
  );
  const planting = bed.flatMap(({ id: bed_id, region }, b) =>
    list((b * 3) % 4, (n) => ({
      id: id(4, b * 10 + n),
      name: `Plant ${n}`,
      planted_at: instant(b % 3),
      region,
      bed_id,
      petals: (b + n) % 2 ? n : null,
      grams: (b + n) % 2 ? null : n * 100,
      keeper_id: n % 2 ? id(1, b % 5) : null,
    })),
  );
  const neighbour = garden.flatMap(({ id: garden_id }, g) =>
    list(g % 4, (n) => ({
      garden_id,
      other_id: id(2, (g + n + 1) % gardens),
      metres: ((g + n) % 2) * 50,
      met_at: instant(g + n),
    })),
  );
  const remark = garden.flatMap(({ id: garden_id }, g) =>
    list(g % 3, (n) => ({
      id: id(5, g * 10 + n),
      garden_id,
      keeper_id: n ? id(1, g % 5) : null,
      stars: (g + n) % 2 ? 5 : null,
      words: (g + n) % 2 ? null : 'Slugs.',
    })),
  );
  return { keeper, garden, bed, planting, neighbour, remark };
}

/** A database that holds a world, with contexts that count the statements they send. */
export async function openWorld(rows: Rows) {
  const { ownerUrl, appUrl, drop } = await testDatabase({ empty: true });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(tables);
  for (const [table, made] of Object.entries(rows)) {
    await owner.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(made),
    ]);
  }
  await owner.end();

  const database = await openDatabase({ url: appUrl, entities: [] });
  return {
    database,
    context: () => countingContext(database),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** A context of an anonymous viewer that keeps the texts of its statements. */
function countingContext(database: Database): Context & { readonly sent: string[] } {
  const sent: string[] = [];
  const query = (statement: pg.QueryConfig) => {
    sent.push(statement.text);
    return database.app.query(statement);
  };
  const pool = { query } as unknown as pg.Pool;
  const db = { ...database, app: pool, open: () => pool };
  const log = {} as Context['log'];
  return { ...makeContext({ viewer: ANONYMOUS, db, log }), sent };
}

/** The id of the n-th row of a table. */
export function id(table: number, n: number): string {
  return `${String(table).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

function instant(n: number): string {
  return new Date(Date.UTC(2026, 0, 1 + n, 12, 30, 0, n)).toISOString();
}

function list<T>(length: number, make: (n: number) => T): T[] {
  return Array.from({ length }, (_, n) => make(n));
}
