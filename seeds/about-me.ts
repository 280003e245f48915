import { describeCommunication } from '../api/people/describe-communication.ts';
import { sayAboutMe } from '../api/people/say-about-me.ts';
import { aboutPeople } from './fenmoor/about-me.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

/** Lets the people of Fenmoor say who they are and how they communicate. */
export async function plantAboutMe(world: World, { individuals, people }: People): Promise<void> {
  for (const { individual, writer, said, communication } of aboutPeople) {
    const individualId = individuals.get(individual) ?? '';
    const ctx = world.as(people.get(writer) ?? '', 30);
    for (const statement of said) planted(await sayAboutMe(ctx, { individualId, ...statement }));
    planted(await describeCommunication(ctx, { individualId, version: 0, ...communication }));
  }
}
