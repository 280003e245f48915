import type { Context } from '../api/platform/context.ts';
import { plantDirectory } from './directory.ts';
import { plantGaps } from './gaps.ts';
import { makeWorld } from './world.ts';
import { plantAboutMe } from './about-me.ts';
import { plantConsents } from './consents.ts';
import { plantListings } from './listings.ts';
import { plantOffers } from './offers.ts';
import { plantPeople } from './people.ts';
import { plantStanding } from './standing.ts';
import { plantStories } from './stories.ts';

/** The borough of Fenmoor, which does not exist: its directory in Open Referral UK form, its people, and what they agreed. */
export async function seed(
  contexts: { readonly app: Context; readonly system: Context },
  report: (line: string) => void = () => undefined,
): Promise<void> {
  report(`directory: ${await plantDirectory(contexts.system)} rows`);

  const world = await makeWorld(contexts);
  const people = await plantPeople(world);
  await plantStanding(world, people);
  await plantAboutMe(world, people);
  await plantConsents(world, people);
  report(`people: ${people.individuals.size} individuals`);

  await plantOffers(world, people);
  await plantListings(world, contexts.app, people);
  report(`gaps: ${await plantGaps(world)}`);

  const agreements = await plantStories(world, people);
  report(`agreements: ${agreements}`);
}
