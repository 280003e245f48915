import { ANONYMOUS } from '../../api/common/viewer.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { entities } from '../../api/server/entities.ts';
import { seed } from '../../seeds/seed.ts';
import { world, type World } from './world.ts';
import type { Someone } from './make.ts';

/** A world that holds the people of Fenmoor, as a first start plants them. */
export interface SeededWorld extends World {
  /** One of them, by the name they sign in with. */
  person(subject: string): Promise<Someone>;
}

/** Starts a world and plants Fenmoor in it. */
export async function seededWorld(): Promise<SeededWorld> {
  const made = await world();
  try {
    await plantFenmoor(made);
  } catch (error) {
    await made.close();
    throw error;
  }
  return {
    ...made,
    person: async (subject) => {
      const [found] = await made.sql<Someone>('select id, name, subject from person where subject = $1', [subject]);
      if (found === undefined) throw new Error(`Nobody in Fenmoor signs in as ${subject}.`);
      return found;
    },
  };
}

async function plantFenmoor(made: World): Promise<void> {
  const app = made.contextOf(null);
  const system = await openDatabase({ url: made.database.systemUrl, entities, size: 2 });
  try {
    await seed({ app, system: makeContext({ viewer: ANONYMOUS, db: system, log: app.log }) });
  } finally {
    await system.close();
  }
}
