import { Listr } from 'listr2';
import type { ImportAccount, Tally } from '../../directory/import-account.ts';
import { databaseUrls } from '../../platform/database-urls.ts';
import type { Environment } from '../../platform/environment.ts';
import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith import <source>`: takes directory data in and accounts for every row. */
export const addImportCommand: AddCommand = (program, environment) => {
  program
    .command('import <source>')
    .description('take in directory data: a file, a folder or an address of Open Referral UK v3 JSON')
    .action(async (source: string) => {
      const account = await importSource(source, environment());
      for (const line of accountLines(account)) say(line);
      if (account.problems.length > 0) process.exitCode = 1;
    });
};

async function importSource(source: string, environment: Environment): Promise<ImportAccount> {
  const { importDirectory } = await import('../../offers/import-directory.ts');
  const { withContexts } = await import('../contexts.ts');
  return withDatabase(environment, async (ownerUrl) => {
    await migrate(ownerUrl, migrationsFolder);
    const { system } = databaseUrls(ownerUrl);
    return withContexts([system], environment, ([ctx]) =>
      withBar(source, (onProgress) => importDirectory(ctx, source, { onProgress })),
    );
  });
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
  const { read, created, changed, unchanged, quarantined } = account;
  return [
    `${read} rows read: ${created} created, ${changed} changed, ${unchanged} unchanged, ${quarantined} quarantined.`,
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
