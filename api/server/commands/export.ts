import type { ExportAccount } from '../../directory/export-directory.ts';
import { ExportFormat } from '../../directory/open-loss.rules.ts';
import { databaseUrls } from '../../platform/database-urls.ts';
import type { Environment } from '../../platform/environment.ts';
import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith export <folder>`: writes the published directory to files, with a report of what they could not carry. */
export const addExportCommand: AddCommand = (program, environment) => {
  const formats = Object.keys(ExportFormat).join(', ');
  program
    .command('export <folder>')
    .description('write the published directory to files that other directories can take in')
    .option('--format <format>', formats, 'oruk-3')
    .action(async (folder: string, { format }: { format: string }) => {
      if (!isFormat(format)) throw new Error(`There is no format “${format}”. Say one of ${formats}.`);
      const account = await exportTo(folder, format, environment());
      say(`${account.services} services written to ${folder}, in ${account.files.length} files and losses.txt.`);
      for (const line of account.lines) say(line);
    });
};

async function exportTo(folder: string, format: ExportFormat, environment: Environment): Promise<ExportAccount> {
  const { exportDirectory } = await import('../../directory/export-directory.ts');
  const { withContexts } = await import('../contexts.ts');
  return withDatabase(environment, async (ownerUrl) => {
    await migrate(ownerUrl, migrationsFolder);
    return withContexts([databaseUrls(ownerUrl).app], environment, ([ctx]) => exportDirectory(ctx, format, folder));
  });
}

function isFormat(format: string): format is ExportFormat {
  return Object.hasOwn(ExportFormat, format);
}
