import { writeFile } from 'node:fs/promises';
import type { StaleEntry } from '../../directory/report-staleness.ts';
import { databaseUrls } from '../../platform/database-urls.ts';
import type { Environment } from '../../platform/environment.ts';
import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

const COLUMNS: readonly (readonly [key: keyof StaleEntry, header: string])[] = [
  ['id', 'id'],
  ['service', 'service'],
  ['organisation', 'run by'],
  ['state', 'state'],
  ['lastAssuredOn', 'last checked'],
  ['assuredBy', 'checked by'],
  ['nextDueOn', 'next check due'],
  ['lettersSent', 'letters sent'],
];

interface Options {
  readonly out?: string;
  readonly authority?: string;
}

/** `kith report staleness`: which entries wait for a check, as a table for other programs. */
export const addReportCommand: AddCommand = (program, environment) => {
  program
    .command('report')
    .description('tables about the directory')
    .command('staleness')
    .description('which entries wait for a check, the longest unchecked first, as CSV')
    .option('--out <file>', 'write it to this file instead of printing it')
    .option('--authority <name>', 'by the policy of this authority instead of the defaults')
    .action(async ({ out, authority }: Options) => {
      const entries = await staleEntries(environment(), authority ?? null);
      if (entries === null)
        throw new Error(`There is no authority “${authority ?? ''}”. Write its name as it is listed.`);
      const table = await tableOf(entries);
      if (out === undefined) return void process.stdout.write(table);
      await writeFile(out, table);
      say(`${entries.length} entries wait for a check; they are in ${out}.`);
    });
};

async function tableOf(entries: readonly StaleEntry[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const columns = COLUMNS.map(([key, header]) => ({ key, header }));
  // What a feed wrote must not be run as a formula where the table is opened.
  return stringify([...entries], { header: true, columns, escape_formulas: true });
}

async function staleEntries(environment: Environment, authority: string | null): Promise<readonly StaleEntry[] | null> {
  const { reportStaleness } = await import('../../directory/report-staleness.ts');
  const { withContexts } = await import('../contexts.ts');
  return withDatabase(environment, async (ownerUrl) => {
    await migrate(ownerUrl, migrationsFolder);
    return withContexts([databaseUrls(ownerUrl).system], environment, ([ctx]) => reportStaleness(ctx, authority));
  });
}
