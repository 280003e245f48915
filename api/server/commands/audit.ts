import pg from 'pg';
import { databaseUrls } from '../../platform/database-urls.ts';
import { withDatabase } from '../find-database.ts';
import { StartProblem } from '../start-problem.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith audit verify`: walks the chain of hashes of everything that happened. */
export const addAuditCommand: AddCommand = (program, environment) => {
  program
    .command('audit')
    .description('about the record of what happened')
    .command('verify')
    .description('check that no event was changed, removed or slipped in')
    .action(() => withDatabase(environment(), verify));
};

async function verify(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrls(ownerUrl).system });
  await client.connect();
  try {
    const broken = await client.query<{ stream: string; sequence: string; problem: string }>(
      'select stream, sequence, problem from access.verify_events()',
    );
    for (const { stream, sequence, problem } of broken.rows) say(`${stream}, event ${sequence}: ${problem}`);
    if (broken.rows.length > 0) throw new StartProblem('The record of what happened is not whole.');
    const { rows } = await client.query<{ count: string }>('select count(*)::text as count from event');
    say(`The record is whole: ${rows[0]?.count ?? '0'} events.`);
  } finally {
    await client.end();
  }
}
