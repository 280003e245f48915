import type { EntityManager } from 'typeorm';
import { ANONYMOUS, type Viewer } from '../common/viewer.ts';
import type { Context } from './context.ts';
import { answerOnce, keepAnswer, type Request, useOf } from './idempotency.ts';

/** A context inside one read-write transaction; its viewer was read afresh when the transaction began. */
export interface Transaction extends Context {
  readonly manager: EntityManager;
}

/** One prepared statement; the name stands for the text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const TRIES = 3;
const WORTH_ANOTHER_TRY: ReadonlySet<unknown> = new Set(['40001', '40P01']);

class Refused extends Error {
  constructor(readonly result: unknown) {
    super('refused');
  }
}

/**
 * Runs a command in one transaction as the context's viewer. Commits what it returns; rolls back when it throws, and when it
 * returns a refused Result, which is then returned. Tries up to three times when the database asks for it (deadlock or
 * serialisation). With a request that has an idempotency key, the same key answers what it answered first.
 */
export async function inTransaction<T>(
  ctx: Context,
  work: (tx: Transaction) => Promise<T>,
  request?: Request,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(ctx, work, request);
    } catch (error) {
      if (error instanceof Refused) return error.result as T;
      if (attempt >= TRIES || !WORTH_ANOTHER_TRY.has(codeOf(error))) throw error;
    }
  }
}

async function attemptOnce<T>(ctx: Context, work: (tx: Transaction) => Promise<T>, request?: Request): Promise<T> {
  return ctx.db.source.transaction(async (manager) => {
    const viewer = await enter(manager, ctx.viewer);
    const tx: Transaction = { ...ctx, viewer, manager, cache: new Map() };

    const use = useOf(viewer.personId, request);
    const earlier = use ? await answerOnce(manager, use) : null;
    if (earlier) return earlier.answer as T;

    const result = await work(tx);
    if (isRefused(result)) throw new Refused(result);

    if (use) await keepAnswer(manager, use, result);
    return result;
  });
}

async function enter(manager: EntityManager, viewer: Viewer): Promise<Viewer> {
  if (viewer.personId === null) return viewer;
  const rows: { viewer: Viewer | null }[] = await manager.query('select access.enter($1) as viewer', [viewer.personId]);
  return rows[0]?.viewer ?? ANONYMOUS;
}

/**
 * Runs one statement in a read-only transaction as the context's viewer and answers its rows. BEGIN, the viewer's lists, the
 * statement and COMMIT leave together and cost one round trip; an anonymous viewer has no lists and needs no transaction.
 */
export async function inReadTransaction<Row>(ctx: Context, statement: Statement): Promise<Row[]> {
  const query = { name: statement.name, text: statement.text, values: [...statement.values] };
  if (ctx.viewer.personId === null) return (await ctx.db.open().query(query)).rows as Row[];

  const client = await ctx.db.app.connect();
  let broken: Error | undefined;
  try {
    const settled = await Promise.allSettled([
      client.query('begin read only'),
      client.query({ name: 'enter', text: 'select access.enter($1)', values: [ctx.viewer.personId] }),
      client.query(query),
      client.query('commit'),
    ]);
    const failed = settled.find((step) => step.status === 'rejected');
    if (failed) throw failed.reason;
    return settled[2].status === 'fulfilled' ? (settled[2].value.rows as Row[]) : [];
  } catch (error) {
    if (codeOf(error) === undefined) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

function isRefused(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
