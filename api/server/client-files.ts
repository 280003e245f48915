import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refusal } from './errors.ts';
import { plainPage } from './sign-in/page.ts';

const BUILT = join(import.meta.dirname, '../../web/dist');

/** Serves the built client: files with a fingerprint for a year, the page for every address of its own. */
export async function addClient(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: BUILT,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isFingerprinted = path.startsWith(join(BUILT, 'assets'));
      reply.setHeader('cache-control', isFingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/', (_request, reply) =>
    existsSync(join(BUILT, 'index.html')) ? reply.sendFile('index.html') : notBuilt(reply),
  );
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') && !isOurs(request.url);
    if (!isPage) return reply.code(404).send(refusal('NOT_FOUND', 'There is nothing at this address.'));
    return existsSync(join(BUILT, 'index.html')) ? reply.sendFile('index.html') : notBuilt(reply);
  });
}

// Addresses with an ending are files, and those of the API are no pages of the client.
function isOurs(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return (
    /\.\w+$/.test(path) ||
    /^\/(assets|open-referral-uk|graphql|graphiql|oidc|sign-in|sign-out|healthz|readyz|metrics)(\/|$)/.test(path)
  );
}

function notBuilt(reply: { code(status: number): { type(type: string): { send(html: string): unknown } } }): unknown {
  const body = '<p>The screens have not been built yet. Start with <code>npm start</code>, which builds them.</p>';
  return reply.code(503).type('text/html; charset=utf-8').send(plainPage('Nearly there', body));
}
