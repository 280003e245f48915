import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { seedWhenEmpty } from '../seed-when-empty.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith seed`: plants the invented borough in a database that holds nobody yet. */
export const addSeedCommand: AddCommand = (program, environment) => {
  program
    .command('seed')
    .description('plant the invented borough of Fenmoor, when the database holds nobody yet')
    .action(async () => {
      const settings = environment();
      await withDatabase(settings, async (ownerUrl) => {
        await migrate(ownerUrl, migrationsFolder);
        const planted = await seedWhenEmpty(ownerUrl, settings, say);
        say(planted ? 'Fenmoor is planted.' : 'There are people already; nothing was planted.');
      });
    });
};
