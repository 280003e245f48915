import { ANONYMOUS } from '../common/viewer.ts';
import { makeContext } from '../platform/context.ts';
import type { Context } from '../platform/context.ts';
import { openDatabase } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import { makeLog } from '../platform/log.ts';
import { entities } from './entities.ts';

/** Opens a context for each address, with nobody as its viewer, and closes them once the work is done. */
export async function withContexts<const Urls extends readonly string[], T>(
  urls: Urls,
  environment: Environment,
  work: (contexts: { readonly [Place in keyof Urls]: Context }) => Promise<T>,
): Promise<T> {
  const log = makeLog(environment);
  const databases = await Promise.all(urls.map((url) => openDatabase({ url, entities, size: 4 })));
  try {
    const contexts = databases.map((db) => makeContext({ viewer: ANONYMOUS, db, log }));
    return await work(contexts as unknown as { readonly [Place in keyof Urls]: Context });
  } finally {
    await Promise.all(databases.map((db) => db.close()));
  }
}
