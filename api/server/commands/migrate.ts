import { withDatabase } from '../find-database.ts';
import { migrate, migrateDown } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith migrate`: brings the database to its newest form, or takes one step back. */
export const addMigrateCommand: AddCommand = (program, environment) => {
  program
    .command('migrate')
    .description('bring the database to its newest form')
    .option('--down', 'take back the newest change instead')
    .action(({ down }: { down?: boolean }) => withDatabase(environment(), down ? stepDown : bringUp));
};

async function bringUp(ownerUrl: string): Promise<void> {
  const { applied, accessApplied } = await migrate(ownerUrl, migrationsFolder);
  for (const name of applied) say(`applied ${name}`);
  if (accessApplied) say('applied the read rules');
  if (!accessApplied) say('The database is up to date.');
}

async function stepDown(ownerUrl: string): Promise<void> {
  const name = await migrateDown(ownerUrl, migrationsFolder);
  say(name === null ? 'There is nothing to take back.' : `took back ${name}`);
}
