import { Listr, ListrLogLevels, ListrLogger } from 'listr2';
import type { ListrTask } from 'listr2';
import type { Environment } from '../platform/environment.ts';
import { buildClient, clientIsBuilt } from './client-build.ts';
import { findDatabase } from './find-database.ts';
import { migrate } from './migrate.ts';
import { migrationsFolder } from './project-folder.ts';

/** What has been opened so far and has to be closed, last first. */
export type Closers = (() => Promise<void>)[];

/** What the steps find out for those after them. */
export interface Progress {
  /** The owner's way into the database. */
  ownerUrl: string;
  /** Where Kith answers. */
  url: string;
}

/** Does all the work of a start and shows each step as it is done. */
export async function startAll(environment: Environment, closers: Closers): Promise<Progress> {
  // Reading the server's code and building the client take seconds, in which the database starts.
  const serving = import('./serve.ts').then(({ serve }) => serve);
  const building = clientIsBuilt() ? null : beginBuild(closers);
  serving.catch(() => undefined);

  const steps: ListrTask<Progress>[] = [
    ...databaseSteps(environment, closers),
    {
      title: 'Build the client',
      skip: () => building === null && 'The client is built already',
      task: async () => {
        await building;
      },
    },
    {
      title: 'Open the doors',
      task: async (progress) => {
        const serve = await serving;
        const server = await serve(progress.ownerUrl, environment);
        closers.push(() => server.close());
        progress.url = server.url;
      },
    },
  ];
  const list = new Listr<Progress, 'default', 'simple'>(steps, {
    registerSignalListeners: false,
    rendererOptions: { showErrorMessage: false },
    fallbackRenderer: 'simple',
    // A terminal that does not know its width would get one letter a line.
    fallbackRendererCondition: () => process.stdout.isTTY && !(process.stdout.columns >= 40),
    fallbackRendererOptions: { logger: new PlainLogger({ useIcons: true }) },
  });
  return list.run({ ownerUrl: '', url: '' });
}

function databaseSteps(environment: Environment, closers: Closers): ListrTask<Progress>[] {
  return [
    {
      title: environment.databaseUrl === null ? 'Start PostgreSQL' : 'Reach PostgreSQL',
      task: async (progress) => {
        const database = await findDatabase(environment);
        closers.push(() => database.stop());
        progress.ownerUrl = database.url;
      },
    },
    {
      title: 'Bring the database up to date',
      task: async (progress, task) => {
        await migrate(progress.ownerUrl, migrationsFolder, (line) => (task.output = line));
      },
    },
    {
      title: 'Plant the first people',
      task: async (progress, task) => {
        const { seedWhenEmpty } = await import('./seed-when-empty.ts');
        const report = (line: string) => (task.output = line);
        if (!(await seedWhenEmpty(progress.ownerUrl, environment, report))) task.skip('There are people already');
      },
    },
  ];
}

function beginBuild(closers: Closers): Promise<void> {
  const ending = new AbortController();
  const building = buildClient(ending.signal);
  building.catch(() => undefined);
  closers.push(async () => ending.abort());
  return building;
}

/** Leaves failures out: each is told once, as a sentence, at the end. */
class PlainLogger extends ListrLogger {
  override log(...[level, message, options]: Parameters<ListrLogger['log']>): void {
    if (level !== ListrLogLevels.FAILED) super.log(level, message, options);
  }
}
