import { Command } from 'commander';
import { readEnvironment } from '../platform/environment.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addClientCommand } from './commands/client.ts';
import { addDatabaseCommand } from './commands/database.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addReportCommand } from './commands/report.ts';
import { addSeedCommand } from './commands/seed.ts';
import { addWorkCommand } from './commands/work.ts';
import { loadDotEnv } from './load-dot-env.ts';
import { sentenceOf } from './start-problem.ts';

const program = new Command('kith').description('Tasks on the database of Kith; they work whether Kith runs or not.');
for (const add of [
  addMigrateCommand,
  addSeedCommand,
  addImportCommand,
  addExportCommand,
  addDatabaseCommand,
  addAuditCommand,
  addClientCommand,
  addWorkCommand,
  addReportCommand,
]) {
  add(program, () => {
    loadDotEnv();
    return readEnvironment();
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
