import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from '../platform/log.ts';
import { plainPage } from './sign-in/page.ts';

/** What GraphiQL needs of the edge. */
export interface GraphiqlParts {
  readonly dataFolder: string;
  readonly log: Logger;
}

const SOURCE = join(import.meta.dirname, 'graphiql');

// The editor makes style elements and workers of its own; nothing else of the page's policy is loosened.
const POLICY = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
};

/** Adds /graphiql, bundled and offline. It is built on the first visit, since most starts never need it. */
export function addGraphiql(app: FastifyInstance, parts: GraphiqlParts): void {
  const folder = join(parts.dataFolder, 'graphiql');
  let building: Promise<void> | null = null;
  mkdirSync(join(folder, 'assets'), { recursive: true });

  app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/graphiql/assets/',
    decorateReply: false,
    maxAge: '1y',
    immutable: true,
  });
  app.get('/graphiql/', (_request, reply) => reply.redirect('/graphiql'));
  app.get('/graphiql', { helmet: POLICY }, async (_request, reply) => {
    if (building === null && (await isBuilt(folder)))
      return show(reply, await readFile(join(folder, 'index.html'), 'utf8'));
    building ??= build(folder)
      .catch((error: unknown) => parts.log.error({ event: 'graphiql_not_built', err: error }))
      .finally(() => {
        building = null;
      });
    return show(reply, waitingPage(), 'refresh');
  });
}

/** Builds the page into the folder, in a process of its own so that requests do not wait for it. */
export async function build(folder: string): Promise<void> {
  const fresh = `${folder}-${process.pid}`;
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const settings = ['--base', '/graphiql/', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error'];
  try {
    await run([vite, 'build', SOURCE, ...settings]);
    await writeFile(join(fresh, 'stamp'), await stamp());
    await mkdir(folder, { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function isBuilt(folder: string): Promise<boolean> {
  const file = join(folder, 'stamp');
  return existsSync(file) && (await readFile(file, 'utf8')) === (await stamp());
}

async function stamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(SOURCE)).sort()) hash.update(await readFile(join(SOURCE, file)));
  return hash.update(await readFile(createRequire(import.meta.url).resolve('graphiql/package.json'))).digest('hex');
}

function run(words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('GraphiQL could not be built.'))));
  });
}

function show(reply: FastifyReply, html: string, refresh?: 'refresh') {
  if (refresh) reply.header('refresh', '2');
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
}

function waitingPage(): string {
  return plainPage(
    'GraphiQL is being built',
    '<p>This happens once and takes a few seconds. The page opens by itself.</p>',
  );
}
