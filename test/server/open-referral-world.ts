import pino from 'pino';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeContext } from '../../api/platform/context.ts';
import type { Context } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { edgeWorld } from './edge-world.ts';
import type { EdgeWorld } from './edge-world.ts';

export type Thing = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
export interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Thing[];
}

/** A running server with a directory that anybody may read. */
export interface OpenWorld extends EdgeWorld {
  /** Takes in a source; with a licence, so that it is published, unless told null. */
  readonly take: (source: string, licence?: string | null) => Promise<void>;
  readonly system: () => Context;
  /** The answer at an address of the open directory. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly page: (path: string) => Promise<Page>;
}

/** Starts it, without any entries. */
export async function openWorld(): Promise<OpenWorld> {
  const edge = await edgeWorld();
  const db = await openDatabase({ url: edge.database.systemUrl, entities: [], size: 2 });
  const system = () => makeContext({ viewer: ANONYMOUS, db, log: pino({ level: 'silent' }) });
  const ask = (path: string, init?: RequestInit) => fetch(`${edge.url}/open-referral-uk/v3${path}`, init);
  return {
    ...edge,
    system,
    ask,
    take: async (source, licence = 'OGL-UK-3.0') => {
      await importDirectory(system(), source, licence === null ? {} : { licence });
    },
    page: async (path) => (await (await ask(path)).json()) as Page,
    end: async () => {
      await db.close();
      await edge.end();
    },
  };
}

/** Every thing of a list, page after page. */
export async function everything(world: OpenWorld, path: string, perPage: number): Promise<Thing[]> {
  const all: Thing[] = [];
  for (let number = 1; ; number += 1) {
    const page = await world.page(`${path}?page=${number}&per_page=${perPage}`);
    all.push(...page.contents);
    if (page.last_page) return all;
  }
}
