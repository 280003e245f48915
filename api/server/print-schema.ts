import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import 'reflect-metadata';

const promise = new URL('../../schema/schema.graphql', import.meta.url);
const headline = '# The promise of the API, printed from the classes beside it by `npm run schema`. Do not edit.\n\n';

/** The schema as its classes declare it, sorted, in the form in which schema/schema.graphql is kept. */
export async function printedSchema(): Promise<string> {
  const { makeSchema } = await import('./schema.ts');
  return `${headline}${printSchema(lexicographicSortSchema(await makeSchema()))}\n`;
}

/** Writes schema/schema.graphql, or with `--check` only says whether it is what would be written. */
async function main(words: readonly string[]): Promise<void> {
  const printed = await printedSchema();
  if (!words.includes('--check')) return writeFile(promise, printed);
  const kept = await readFile(promise, 'utf8').catch(() => '');
  if (kept === printed) return;
  process.stderr.write(
    'schema/schema.graphql is not what the classes print; run "npm run schema" and look at the difference.\n',
  );
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
