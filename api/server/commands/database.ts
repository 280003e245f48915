import { Option } from 'commander';
import { databaseUrls } from '../../platform/database-urls.ts';
import type { DatabaseUrls } from '../../platform/database-urls.ts';
import { withDatabase } from '../find-database.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith db url`: the address of the database, for psql and the like. */
export const addDatabaseCommand: AddCommand = (program, environment) => {
  program
    .command('db')
    .description('about the database')
    .command('url')
    .description('print the address of the database, its password included')
    .addOption(new Option('--role <role>', 'whose way in').choices(['owner', 'app', 'system']).default('owner'))
    .action(({ role }: { role: keyof DatabaseUrls }) =>
      withDatabase(environment(), async (ownerUrl, { startedHere }) => {
        say(databaseUrls(ownerUrl)[role]);
        if (startedHere) process.stderr.write('The embedded database answers there only while Kith runs.\n');
      }),
    );
};
