import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Metrics } from './metrics.ts';

/** What the health routes look at. */
export interface HealthParts {
  readonly pool: Pool;
  readonly metrics: Metrics;
  readonly isDraining: () => boolean;
}

const PATIENCE_MS = 500;
const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/** Adds /healthz (the process lives), /readyz (it can serve) and /metrics; none tells anything of anybody. */
export function addHealth(app: FastifyInstance, parts: HealthParts): void {
  const quiet = { config: { rateLimit: false } };
  const newest = newestMigration();

  app.get('/healthz', quiet, (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/readyz', quiet, async (_request, reply) => {
    const problem = parts.isDraining() ? 'The server is stopping.' : await databaseProblem(parts.pool, await newest);
    reply.header('cache-control', 'no-store').code(problem === null ? 200 : 503);
    return problem === null ? { status: 'ready' } : { status: 'not ready', reason: problem };
  });

  app.get('/metrics', quiet, async (_request, reply) => {
    reply.type(parts.metrics.registry.contentType);
    return parts.metrics.registry.metrics();
  });
}

async function databaseProblem(pool: Pool, newest: string): Promise<string | null> {
  const asked = pool
    .query<{ isThere: boolean }>('select exists (select from migration where name = $1) as "isThere"', [newest])
    .then(({ rows }) => (rows[0]?.isThere ? null : 'The database is not at the newest migration.'))
    .catch(() => 'The database cannot be reached.');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('The database does not answer.'), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function newestMigration(): Promise<string> {
  const files = await readdir(MIGRATIONS);
  const names = files.filter((file) => file.endsWith('.sql') && !file.endsWith('.down.sql')).sort();
  return names.at(-1)?.slice(0, -'.sql'.length) ?? '';
}
