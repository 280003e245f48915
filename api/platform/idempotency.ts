import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { GraphQLError } from 'graphql';
import type { Transaction } from './transaction.ts';

/** What a command was asked, so that asking again with the same key does nothing twice. */
export interface Request {
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null };
}

/**
 * The answer that this viewer's key has had already; null when the key is new, which is taken in the same transaction, so
 * that of many equal requests at once one acts and the others wait for its answer. Refuses a key used for something else.
 */
export async function answerOnce(tx: Transaction, request: Request | undefined): Promise<{ answer: unknown } | null> {
  const key = request?.input.idempotencyKey;
  if (!request || !key || tx.viewer.personId === null) return null;
  const hash = inputHash(request);

  const taken: unknown[] = await tx.manager.query(
    `insert into idempotency (actor_id, key, operation, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [tx.viewer.personId, key, request.operation, hash],
  );
  if (taken.length > 0) return null;

  const rows: { answer: unknown; input_hash: Buffer }[] = await tx.manager.query(
    'select answer, input_hash from idempotency where actor_id = $1 and key = $2',
    [tx.viewer.personId, key],
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
export async function keepAnswer(tx: Transaction, request: Request | undefined, answer: unknown): Promise<void> {
  const key = request?.input.idempotencyKey;
  if (!request || !key || tx.viewer.personId === null) return;
  await tx.manager.query('update idempotency set answer = $3 where actor_id = $1 and key = $2', [
    tx.viewer.personId,
    key,
    JSON.stringify(answer ?? null),
  ]);
}

function inputHash(request: Request): Buffer {
  const text = canonicalize({ operation: request.operation, input: { ...request.input, idempotencyKey: null } });
  return createHash('sha256').update(text ?? '').digest();
}
