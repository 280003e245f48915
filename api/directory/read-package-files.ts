import { ok } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { readPackage, tableOf } from './package.rules.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { readTable } from './read-tables.ts';
import type { SourceFile } from './source-file.ts';
import { objectsOf } from './standard-form.rules.ts';
import { textOfFile } from './text-encoding.ts';

/** Reads tables as one package; a table that breaks off refuses the whole, since what it lacks would be taken for gone. */
export async function* readPackageFiles(files: readonly SourceFile[]): AsyncGenerator<Result<FeedPage, FeedProblem>> {
  const described = await resourcesOf(files);
  const tables = new Map<string, Raw[]>();
  for (const file of files.filter(({ name }) => /\.(?:csv|tsv)$/i.test(name))) {
    const table = tableOf(file.name) ?? tableOf(described.get(file.name) ?? '');
    if (table === null) continue;
    const known = tables.get(table) ?? [];
    tables.set(table, known);
    for await (const rows of readTable(textOfFile(file))) {
      if (!rows.ok) return yield rows;
      for (const row of rows.value) known.push(row);
    }
  }
  for (const page of readPackage(tables)) yield ok(page);
}

/** What datapackage.json calls the table in each file; nothing when there is none, since the names of the files do as well. */
async function resourcesOf(files: readonly SourceFile[]): Promise<Map<string, string>> {
  const description = files.find(({ name }) => name === 'datapackage.json');
  if (description === undefined || description.size > MOST_BYTES) return new Map();
  let text = '';
  for await (const piece of textOfFile(description)) text += piece;
  try {
    const described: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const resources = isRaw(described) ? objectsOf(described['resources']) : [];
    return new Map(resources.map(({ path, name }) => [String(path).replace(/^.*\//, ''), String(name)]));
  } catch {
    return new Map();
  }
}

const MOST_BYTES = 16 * 1024 * 1024;
