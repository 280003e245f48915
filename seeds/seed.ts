import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { registerPostcodes } from '../api/directory/register-postcodes.ts';
import { importDirectory } from '../api/offers/import-directory.ts';
import type { Context } from '../api/platform/context.ts';
import { plantGaps } from './gaps.ts';
import { makeWorld } from './world.ts';
import { plantAboutMe } from './about-me.ts';
import { plantListings } from './listings.ts';
import { plantOffers } from './offers.ts';
import { plantPeople } from './people.ts';
import { plantStories } from './stories.ts';

/** The borough of Fenmoor, which does not exist: its directory in Open Referral UK form, its people, and what they agreed. */
export async function seed(
  contexts: { readonly app: Context; readonly system: Context },
  report: (line: string) => void = () => undefined,
): Promise<void> {
  const account = await importDirectory(contexts.system, pathOf('directory.json'), {
    feedName: 'Fenmoor directory',
    licence: 'Open Government Licence v3.0',
    attribution: 'Invented for the demonstration.',
  });
  await registerPostcodes(contexts.system, JSON.parse(await readFile(pathOf('postcodes.json'), 'utf8')));
  report(`directory: ${account.created} rows`);

  const world = await makeWorld(contexts);
  const people = await plantPeople(world);
  await plantAboutMe(world, people);
  report(`people: ${people.individuals.size} individuals`);

  await plantOffers(world, people);
  await plantListings(world, contexts.app, people);
  report(`gaps: ${await plantGaps(world)}`);

  const agreements = await plantStories(world, people);
  report(`agreements: ${agreements}`);
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`./fenmoor/${name}`, import.meta.url));
}
