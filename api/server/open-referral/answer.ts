import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenRecord } from '../../directory/open-value.rules.ts';
import { refusal } from '../errors.ts';

/** Answers with the document, or with 304 when the caller has that very document already. */
export function answer(request: FastifyRequest, reply: FastifyReply, document: unknown): FastifyReply {
  return answerText(request, reply.type('application/json; charset=utf-8'), JSON.stringify(document));
}

/** Answers with one thing on each line. */
export function answerLines(request: FastifyRequest, reply: FastifyReply, things: readonly OpenRecord[]): FastifyReply {
  const lines = things.map((thing) => `${JSON.stringify(thing)}\n`).join('');
  return answerText(request, reply.type('application/x-ndjson; charset=utf-8'), lines);
}

/** Refuses, saying everything that is wrong with the request. */
export function refuseAsked(reply: FastifyReply, problems: readonly { readonly message: string }[]): FastifyReply {
  return reply.code(400).send({ errors: problems.flatMap(({ message }) => refusal('BAD_REQUEST', message).errors) });
}

/** Says that there is no such thing, or none that is published. */
export function answerNothing(reply: FastifyReply, thing: string): FastifyReply {
  return reply.code(404).send(refusal('NOT_FOUND', `There is no ${thing} with this identifier.`));
}

function answerText(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'public, max-age=60');
  return isKnown(request.headers['if-none-match'], tag) ? reply.code(304).send() : reply.send(text);
}

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = header?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(tag) || tags.includes('*');
}
