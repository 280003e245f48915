import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { readPackage, tableOf } from './package.rules.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { readTable } from './read-tables.ts';
import { objectsOf } from './standard-form.rules.ts';
import { decoded } from './text-encoding.ts';

/** Reads the tables in a folder as one package; a table that breaks off refuses the whole, since what it lacks would be taken for gone. */
export async function readPackageFiles(
  folder: string,
  names: readonly string[],
): Promise<Result<readonly FeedPage[], FeedProblem>> {
  const described = await resourcesOf(folder, names);
  const tables = new Map<string, readonly Raw[]>();
  for (const name of names.filter((each) => /\.(?:csv|tsv)$/i.test(each))) {
    const table = tableOf(name) ?? tableOf(described.get(name) ?? '');
    if (table === null) continue;
    const rows = readTable(decoded(await readFile(join(folder, name))));
    if (!rows.ok) return rows;
    tables.set(table, [...(tables.get(table) ?? []), ...rows.value]);
  }
  return ok(readPackage(tables));
}

/** What datapackage.json calls the table in each file; nothing when there is none, since the names of the files do as well. */
async function resourcesOf(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  if (!names.includes('datapackage.json')) return new Map();
  try {
    const described: unknown = JSON.parse(decoded(await readFile(join(folder, 'datapackage.json'))));
    const resources = isRaw(described) ? objectsOf(described['resources']) : [];
    return new Map(resources.map(({ path, name }) => [String(path), String(name)]));
  } catch {
    return new Map();
  }
}
