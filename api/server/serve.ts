import type { Environment } from '../platform/environment.ts';
import { databaseUrls } from '../platform/database-urls.ts';
import { openDatabase } from '../platform/database.ts';
import { openHub } from '../platform/hub.ts';
import { makeLog, type Logger } from '../platform/log.ts';
import { entities } from './entities.ts';
import { startServer } from './http.ts';
import type { RunningServer } from './http.ts';
import { explainPort } from './port.ts';
import { makeSchema } from './schema.ts';
import { codeOf } from './start-problem.ts';
import { linksOf } from './letter-links.ts';

/** Begins the waiting work once requests are answered, and ends it before the server. */
function withWork(server: RunningServer, ownerUrl: string, environment: Environment, log: Logger): RunningServer {
  const working = import('./work.ts').then(({ startWork }) => startWork(ownerUrl, environment, server.url));
  working.catch((error: unknown) => log.error({ event: 'work_not_started', code: codeOf(error) }));
  const close = async () => {
    const stop = await working.catch(() => null);
    await stop?.().catch(() => undefined);
    await server.close();
  };
  return { ...server, close };
}

/** Opens the database as the app role and serves API and client; `close` of the answer lets go of all of it. */
export async function serve(ownerUrl: string, environment: Environment): Promise<RunningServer> {
  const { app, system } = databaseUrls(ownerUrl);
  const log = makeLog(environment);
  const onIdleError = (error: Error) => log.warn({ event: 'DATABASE_CONNECTION_LOST', code: codeOf(error) });
  const [schema, database, hub] = await Promise.all([
    makeSchema(),
    openDatabase({
      url: app,
      replicaUrls: environment.replicaUrls.map((url) => databaseUrls(url).app),
      entities,
      size: environment.poolSize,
      onIdleError,
    }),
    openHub({ url: system, log }),
  ]);
  try {
    const links = linksOf(ownerUrl, environment);
    const server = await startServer({ environment, database, hub, schema, log, linkSecret: links.secret });
    return withWork(server, ownerUrl, environment, log);
  } catch (error) {
    await Promise.allSettled([hub.close(), database.close()]);
    const code = codeOf(error);
    throw /^E(ADDR|ACCES)/.test(code) ? explainPort(code, environment.host, environment.port) : error;
  }
}
