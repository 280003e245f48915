import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { openPage } from './open-page.rules.ts';
import { OPEN_TABLES, describePackage, openCell, openRows } from './open-table.rules.ts';
import type { OpenRow, OpenTable } from './open-table.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';

/** A list of the published directory. */
export type OpenList = 'services' | 'organizations' | 'taxonomies' | 'taxonomy_terms';

/** Where an export goes, page by page, so that it is never held whole. */
export interface ExportWriter {
  readonly write: (list: OpenList, page: OpenPageToWrite) => Promise<void>;
  /** Ends the files; `licences` are those of the sources. Answers their names. */
  readonly end: (licences: readonly string[]) => Promise<readonly string[]>;
}

/** A page of a list. */
export interface OpenPageToWrite {
  readonly number: number;
  readonly perPage: number;
  readonly total: number;
  readonly contents: readonly OpenRecord[];
}

/** Writes pages as the API answers them, each to a file. */
export function writePages(folder: string): ExportWriter {
  const files: string[] = [];
  return {
    write: async (list, { number, perPage, total, contents }) => {
      const file = `${list}-page${number}.json`;
      const envelope = openPage({ total, contents }, number, perPage);
      await writeFile(join(folder, file), `${JSON.stringify(envelope, null, 2)}\n`);
      files.push(file);
    },
    end: () => Promise.resolve(files),
  };
}

/** Writes the tables of HSDS 3 as CSV, with datapackage.json; what several services share stands there once. */
export function writeTables(folder: string): ExportWriter {
  const tables = Object.keys(OPEN_TABLES) as OpenTable[];
  const streams = new Map<OpenTable, WriteStream>(
    tables.map((table) => [table, createWriteStream(join(folder, `${table}.csv`))]),
  );
  const known = new Set<string>();
  const put = async (table: OpenTable, text: string) => {
    const stream = streams.get(table);
    if (stream?.write(text) === false) await once(stream, 'drain');
  };
  const begun = Promise.all(tables.map((table) => put(table, `${OPEN_TABLES[table].join(',')}\n`)));

  return {
    write: async (list, { contents }) => {
      await begun;
      // The lists of terms are told by the terms, of which a service may have some that stand in no list.
      if (list === 'taxonomies') return;
      const rows = contents.flatMap((thing) => openRows(list, thing)).filter((row) => isNew(row, known));
      for (const table of tables) {
        const own = rows.filter((row) => row.table === table).map(({ row }) => OPEN_TABLES[table].map((name) => openCell(row[name]))); // prettier-ignore
        if (own.length > 0) await put(table, stringify(own));
      }
    },
    end: async (licences) => {
      await begun;
      for (const stream of streams.values()) {
        stream.end();
        await once(stream, 'close');
      }
      await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(describePackage(licences), null, 2)}\n`);
      return [...tables.map((table) => `${table}.csv`), 'datapackage.json'];
    },
  };
}

// Of these alone the same may be told by several things.
const SHARED = new Set<OpenTable>(['locations', 'addresses', 'accessibility', 'taxonomies', 'taxonomy_terms']);

function isNew({ table, row }: OpenRow, known: Set<string>): boolean {
  if (!SHARED.has(table)) return true;
  const key = `${table} ${String(row['id'])}`;
  if (known.has(key)) return false;
  known.add(key);
  return true;
}
