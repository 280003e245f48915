import pg from 'pg';
import { databaseUrls } from '../platform/database-urls.ts';
import type { Environment } from '../platform/environment.ts';

interface DemoPerson {
  readonly name: string;
  readonly note: string;
}

/** What is printed once Kith answers: where, as whom, and how to end it. */
export async function welcome(url: string, ownerUrl: string, environment: Environment): Promise<string> {
  const address = environment.publicUrl ?? url;
  const people = environment.signIn.kind === 'demo' ? await demoPeople(ownerUrl) : [];
  const width = Math.max(0, ...people.map(({ name }) => name.length));
  const lines = [
    '',
    `Kith answers at ${address}`,
    ...(environment.isProduction ? [] : [`GraphiQL:      ${address}/graphiql`]),
    ...(people.length > 0 ? ['', 'Sign in as one of these people, without a password:'] : []),
    ...people.map(({ name, note }) => `  ${name.padEnd(width)}  ${note}`),
    '',
    'Ctrl-C ends it.',
    '',
  ];
  return lines.join('\n');
}

/** The same people, in the same order, as on the sign-in page. */
async function demoPeople(ownerUrl: string): Promise<DemoPerson[]> {
  const client = new pg.Client({ connectionString: databaseUrls(ownerUrl).app });
  await client.connect();
  try {
    const { rows } = await client.query<DemoPerson>('select name, note from access.demo_people()');
    return rows;
  } finally {
    await client.end();
  }
}
