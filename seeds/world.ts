import { Temporal } from '../api/common/calendar.ts';
import type { Result } from '../api/common/result.ts';
import { ANONYMOUS } from '../api/common/viewer.ts';
import { serviceIdsByName } from '../api/directory/find-service-ids.ts';
import { organisationIdsByName } from '../api/organisations/find-organisations.ts';
import { type Context, makeContext } from '../api/platform/context.ts';

/** What the planting of a world needs: the system's context, a context for anybody at any time, and the directory by name. */
export interface World {
  readonly system: Context;
  /** Somebody who has not signed in. */
  readonly visitor: Context;
  readonly now: Temporal.Instant;
  /** The context of a person, that many days ago. */
  as(personId: string, daysAgo?: number): Context;
  organisation(name: string): string;
  service(name: string): string;
}

/** Makes the planter's world from a database that holds a directory. */
export async function makeWorld(contexts: { readonly app: Context; readonly system: Context }): Promise<World> {
  const { app, system } = contexts;
  const [organisations, services] = await Promise.all([organisationIdsByName(system), serviceIdsByName(system)]);
  const now = system.now();
  return {
    system,
    visitor: makeContext({ viewer: ANONYMOUS, db: app.db, log: app.log }),
    now,
    as: (personId, daysAgo = 0) =>
      makeContext({
        viewer: { ...ANONYMOUS, personId },
        db: app.db,
        log: app.log,
        now: () => now.subtract({ hours: 24 * daysAgo }),
      }),
    organisation: (name) => named(organisations, name),
    service: (name) => named(services, name),
  };
}

/** The value of a step that must not be refused while a world is planted. */
export function planted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`A seed was refused: ${result.problems.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
}

function named(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seeds speak of "${name}", which is not in the directory file.`);
  return id;
}
