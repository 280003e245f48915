import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import { badInput } from './problems.ts';

/** What a command was asked, so that asking again with the same key does nothing twice. */
export interface Request {
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null };
}

/** One use of a key, by one person, inside the command's transaction. */
export interface Use {
  readonly actorId: string;
  readonly key: string;
  readonly request: Request;
}

const LONGEST_KEY = 200;

/** The use of a key that the request asks for; null when it has none or nobody is signed in. Refuses one that is too long. */
export function useOf(actorId: string | null, request: Request | undefined): Use | null {
  const key = request?.input.idempotencyKey;
  if (key && key.length > LONGEST_KEY) throw badInput(`An idempotency key has at most ${LONGEST_KEY} characters.`);
  return request && key && actorId !== null ? { actorId, key, request } : null;
}

/**
 * The answer that this key has had already; null when it is new, and then it is taken in the same transaction, so that of
 * many equal requests at once one acts and the others wait for its answer. Refuses a key used for something else.
 */
export async function answerOnce(manager: EntityManager, use: Use): Promise<{ answer: unknown } | null> {
  const hash = inputHash(use.request);
  const taken: unknown[] = await manager.query(
    `insert into idempotency (actor_id, key, operation, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [use.actorId, use.key, use.request.operation, hash],
  );
  if (taken.length > 0) return null;

  const rows: { answer: unknown; input_hash: Buffer }[] = await manager.query(
    'select answer, input_hash from idempotency where actor_id = $1 and key = $2',
    [use.actorId, use.key],
  );
  const [earlier] = rows;
  if (!earlier || !earlier.input_hash.equals(hash)) {
    throw new GraphQLError('This idempotency key was used for something else. Use a new key.', {
      extensions: { code: 'IDEMPOTENCY_MISMATCH' },
    });
  }
  return { answer: earlier.answer };
}

/** Keeps what the command came to under its key; committed or rolled back with the command itself. */
export async function keepAnswer(manager: EntityManager, use: Use, answer: unknown): Promise<void> {
  await manager.query('update idempotency set answer = $3 where actor_id = $1 and key = $2', [
    use.actorId,
    use.key,
    JSON.stringify(answer ?? null),
  ]);
}

function inputHash(request: Request): Buffer {
  const text = canonicalize({ operation: request.operation, input: { ...request.input, idempotencyKey: null } });
  return createHash('sha256')
    .update(text ?? '')
    .digest();
}
