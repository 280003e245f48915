import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { makeContext } from '../../api/platform/context.ts';
import type { Context } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import type { Database } from '../../api/platform/database.ts';
import { testDatabase } from '../support/test-database.ts';

/** A database of a test's own, as the importer and as a stranger meet it. */
export interface DirectoryWorld {
  readonly system: () => Context;
  readonly stranger: () => Context;
  readonly databases: { readonly system: Database; readonly app: Database };
  /** Writes a file into the world's own folder and answers its path. */
  readonly file: (name: string, content: unknown) => Promise<string>;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Makes a world without any entries. */
export async function makeDirectoryWorld(): Promise<DirectoryWorld> {
  const database = await testDatabase();
  const system = await openDatabase({ url: database.systemUrl, entities: [], size: 2 });
  const app = await openDatabase({ url: database.appUrl, entities: [], size: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'kith-directory-'));
  const log = pino({ level: 'silent' });
  return {
    system: () => makeContext({ viewer: ANONYMOUS, db: system, log }),
    stranger: () => makeContext({ viewer: ANONYMOUS, db: app, log }),
    databases: { system, app },
    folder,
    file: async (name, content) => {
      const path = join(folder, name);
      await writeFile(
        path,
        typeof content === 'string' || content instanceof Buffer ? content : JSON.stringify(content),
      );
      return path;
    },
    close: async () => {
      await Promise.all([system.close(), app.close()]);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Rows as the system's role sees them. */
export async function rowsOf<T>(world: DirectoryWorld, statement: string, values: unknown[] = []): Promise<T[]> {
  return (await world.databases.system.app.query(statement, values)).rows as T[];
}

let made = 0;

/** A service in Open Referral UK v3 with an organisation of its own; `changes` overrule. */
export function service(changes: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return {
    id,
    name: `Meeting ${made}`,
    status: 'active',
    organization: { id: `a${id.slice(1)}`, name: `Meeting place ${made}`, description: 'A place to meet.' },
    ...changes,
  };
}

/** A page of a feed. */
export function page(contents: readonly unknown[], number = 1, pages = 1): Record<string, unknown> {
  return {
    total_items: contents.length * pages,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number === pages,
    empty: contents.length === 0,
    contents,
  };
}

/** A service at one location. */
export function placed(latitude: unknown, longitude: unknown, postcode: unknown = undefined): Record<string, unknown> {
  const id = `${latitude}/${longitude}/${postcode}`;
  const addresses =
    postcode === undefined ? [] : [{ address_1: '1 Any Row', city: 'Anytown', postal_code: postcode, country: 'GB' }];
  return {
    service_at_locations: [
      { location: { id, location_type: 'physical', name: 'Hall', latitude, longitude, addresses } },
    ],
  };
}
