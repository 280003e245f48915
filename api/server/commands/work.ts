import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith work`: does once what otherwise waits for its hour, such as letters to the contacts of entries. */
export const addWorkCommand: AddCommand = (program, environment) => {
  program
    .command('work')
    .description('do now what waits for its hour: write the letters that are due, and send those that wait')
    .option('--once', 'end when it is done, which is what happens anyway')
    .action(async () => {
      const settings = environment();
      const { workOnce } = await import('../work.ts');
      const { written, sent, failed } = await withDatabase(settings, async (ownerUrl) => {
        await migrate(ownerUrl, migrationsFolder);
        return workOnce(ownerUrl, settings);
      });
      say(`${written} letters written, ${sent} sent, ${failed} not sent.`);
      if (settings.mail === null) say('No mail server is set (MAIL_URL), so letters wait. The desk shows their links.');
    });
};
