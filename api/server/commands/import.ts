import { readFile, writeFile } from 'node:fs/promises';
import { Listr } from 'listr2';
import type { ImportAccount, RowFate, Tally } from '../../directory/import-account.ts';
import type { ImportOptions } from '../../directory/import-feeds.ts';
import { readMapping } from '../../directory/mapping.rules.ts';
import type { Mapping } from '../../directory/mapping.rules.ts';
import { databaseUrls } from '../../platform/database-urls.ts';
import type { Environment } from '../../platform/environment.ts';
import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';
import { importPostcodeList } from './import-postcodes.ts';

interface Flags {
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly mapping?: string;
  readonly name?: string;
  readonly licence?: string;
  readonly attribution?: string;
}

const DESCRIPTION = `take in directory data: a file, a folder, a zip or an address. The form is recognised: Open Referral UK v3 and v1,
Outpost, HSDS 3 as JSON or NDJSON, HSDS tables (a folder or zip of .csv), registers and plain lists (.csv).
“import postcodes <list>” takes in where postcodes lie, from the ONS Postcode Directory (.csv or .zip)`;

/** `kith import <source>`: takes directory data in and accounts for every row. */
export const addImportCommand: AddCommand = (program, environment) => {
  program
    .command('import <source> [list]')
    .description(DESCRIPTION)
    .option('--dry-run', 'tell what would happen and change nothing')
    .option('--report <file>', 'write what became of every row to a JSON file')
    .option('--mapping <file>', 'a JSON file that says what the columns of a list hold')
    .option('--name <name>', 'name to show as the source')
    .option('--licence <licence>', 'licence that the publisher states, such as OGL-UK-3.0')
    .option('--attribution <words>', 'words that the licence asks to be shown')
    .action(async (source: string, list: string | undefined, flags: Flags) => {
      if (list !== undefined) {
        // Two words, so that a folder called postcodes is still a folder.
        if (source !== 'postcodes') throw new Error(`Give one source at a time: “${source}” or “${list}”.`);
        for (const line of await importPostcodeList(list, environment())) say(line);
        return;
      }
      const account = await importSource(source, flags, environment());
      if (flags.dryRun) say('This was a rehearsal: nothing was changed.');
      for (const line of accountLines(account)) say(line);
      if (account.problems.some(({ code }) => code !== 'OLDER_COPY')) process.exitCode = 1;
    });
};

async function importSource(source: string, flags: Flags, environment: Environment): Promise<ImportAccount> {
  const { importDirectory } = await import('../../offers/import-directory.ts');
  const { withContexts } = await import('../contexts.ts');
  const rows: RowFate[] = [];
  const options: ImportOptions = {
    mapping: flags.mapping === undefined ? undefined : await mappingIn(flags.mapping),
    feedName: flags.name,
    licence: flags.licence,
    attribution: flags.attribution,
    isRehearsal: flags.dryRun === true,
    onRow: flags.report === undefined ? undefined : (row) => rows.push(row),
  };
  return withDatabase(environment, async (ownerUrl) => {
    await migrate(ownerUrl, migrationsFolder);
    const { system } = databaseUrls(ownerUrl);
    const account = await withContexts([system], environment, ([ctx]) =>
      withBar(source, (onProgress) => importDirectory(ctx, source, { ...options, onProgress })),
    );
    if (flags.report !== undefined)
      await writeReport(flags.report, { source, isRehearsal: flags.dryRun === true, account, rows });
    return account;
  });
}

async function mappingIn(file: string): Promise<Mapping> {
  const mapping = readMapping(JSON.parse(await readFile(file, 'utf8')));
  if (mapping.ok) return mapping.value;
  throw new Error(mapping.problems[0]?.message);
}

interface Report {
  readonly source: string;
  readonly isRehearsal: boolean;
  readonly account: ImportAccount;
  readonly rows: readonly RowFate[];
}

/** Writes the report with a row on each line, so that a large one can be read and searched too. */
async function writeReport(file: string, { rows, ...head }: Report): Promise<void> {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  await writeFile(file, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [\n${lines}\n]\n}\n`);
}

type OnProgress = (progress: { readonly read: number; readonly total: number }) => void;

/** Shows a bar on a terminal; elsewhere the account at the end is enough. */
async function withBar<T>(source: string, work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  if (!process.stdout.isTTY) return work(() => undefined);
  let answer: { readonly value: T } | undefined;
  const list = new Listr({
    title: `Take in ${source}`,
    task: async (_, task) => {
      answer = { value: await work(({ read, total }) => (task.output = bar(read, total))) };
    },
  });
  await list.run();
  if (!answer) throw new Error('The import ended without an account.');
  return answer.value;
}

function bar(read: number, total: number): string {
  const width = 30;
  const done = total > 0 ? Math.round((width * read) / total) : 0;
  return `[${'#'.repeat(done)}${' '.repeat(width - done)}] ${read} of ${total} rows`;
}

/** The final account, line by line. */
export function accountLines(account: ImportAccount): string[] {
  const { read, created, changed, unchanged, quarantined, left, unlisted, relisted, proposed } = account;
  const noticed: [number, string][] = [
    [left, 'rows landed and were left, since what they came in broke off.'],
    [unlisted, 'no longer listed: kept, and marked.'],
    [relisted, 'listed again.'],
    [proposed, 'may be the same as another entry: proposed as links for somebody to decide.'],
  ];
  return [
    `${read} rows read: ${created} created, ${changed} changed, ${unchanged} unchanged, ${quarantined} quarantined.`,
    ...noticed.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...tallyLines('Quarantined, since', account.reasons),
    ...tallyLines('Repaired on the way in', account.repairs),
    ...(account.problems.length > 0 ? ['Not read at all:'] : []),
    ...account.problems.map(({ source, sentence }) => `  ${source}: ${sentence}`),
  ];
}

function tallyLines(title: string, tallies: readonly Tally[]): string[] {
  if (tallies.length === 0) return [];
  return [`${title}:`, ...tallies.map(({ count, sentence }) => `  ${String(count).padStart(6)}  ${sentence}`)];
}
