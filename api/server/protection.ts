import { fastifyHelmet } from '@fastify/helmet';
import { fastifyRateLimit } from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../platform/environment.ts';
import type { Logger } from '../platform/log.ts';
import { isConnectionLoss, refusal } from './errors.ts';
import type { Origins } from './origins.ts';

/** What the protection needs of the edge. */
export interface ProtectionParts {
  readonly environment: Pick<Environment, 'publicUrl' | 'ratePerMinute'>;
  readonly origins: () => Origins;
  readonly log: Logger;
}

/** Adds headers, request ids, the refusal of other sites, the rate limit, and one form for every error. */
export async function addProtection(app: FastifyInstance, parts: ProtectionParts): Promise<void> {
  const isSecure = parts.environment.publicUrl?.startsWith('https:') ?? false;
  await app.register(fastifyHelmet, headers(isSecure));
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (isFromElsewhere(request, parts.origins())) {
      reply.code(403).send(refusal('CROSS_SITE', 'This request came from another site, so it was not carried out.'));
      return;
    }
    done();
  });
  if (parts.environment.ratePerMinute > 0) await addRateLimit(app, parts.environment.ratePerMinute);
  app.setErrorHandler<FastifyError>((error, request, reply) => tell(parts.log, error, request, reply));
}

function headers(isSecure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  } as const;
}

// Programs send neither header; browsers send both, and cannot be made to lie.
function isFromElsewhere({ method, headers }: FastifyRequest, origins: Origins): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  if (headers.origin !== undefined) return !origins.isOwn(headers.origin);
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

async function addRateLimit(app: FastifyInstance, max: number): Promise<void> {
  await app.register(fastifyRateLimit, {
    max,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1_000);
      return Object.assign(new Error(`That was a lot at once. Try again in ${seconds} seconds.`), {
        statusCode: 429,
        seconds,
      });
    },
  });
}

const TOLD: Record<number, readonly [code: string, message: string]> = {
  400: ['BAD_REQUEST', 'We could not read this request. Send JSON: an object with a "query".'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  405: ['BAD_REQUEST', 'This address does not take that method.'],
  408: ['BAD_REQUEST', 'The request took too long to arrive.'],
  413: ['BODY_TOO_LARGE', 'This request is too large: at most 100 KB are read.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Send JSON, with "content-type: application/json".'],
};

function tell(log: Logger, error: FastifyError & { seconds?: number }, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status === 429)
    return reply.code(429).send(refusal('RATE_LIMITED', error.message, { retryAfterSeconds: error.seconds }));
  // A refusal with a status of its own, such as a path that leads out of the folder, says no more than that nothing is there.
  const told = TOLD[status] ?? (status < 500 ? TOLD[404] : undefined);
  if (told) return reply.code(status).send(refusal(...told));

  log.error({ event: 'request_failed', requestId: request.id, route: request.routeOptions.url, err: error });
  const requestId = request.id;
  if (isConnectionLoss(error)) {
    const sentence = 'We cannot reach our records just now. Try again in a moment.';
    return reply.code(503).send(refusal('UNAVAILABLE', sentence, { requestId }));
  }
  return reply
    .code(500)
    .send(refusal('INTERNAL', `Something went wrong on our side. Quote ${requestId}.`, { requestId }));
}
