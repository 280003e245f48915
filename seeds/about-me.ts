import { addDays, dayAt } from '../api/common/calendar.ts';
import { askForInterpreter } from '../api/people/ask-for-interpreter.ts';
import type { InterpreterKind } from '../api/people/communication.rules.ts';
import { describeCommunication } from '../api/people/describe-communication.ts';
import { sayAboutMe } from '../api/people/say-about-me.ts';
import { aboutPeople } from './fenmoor/about-me.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

async function askForOne(world: World, individualId: string, writerId: string, interpreter: InterpreterKind) {
  const ctx = world.as(writerId, 0);
  const wantedOn = addDays(dayAt(ctx.now()), 9);
  const wanted = {
    ...{ interpreter, language: null, wantedOn, startsAt: '10:00', minutes: 90 },
    purpose: 'Look at the options',
  };
  planted(await askForInterpreter(ctx, { individualId, ...wanted, place: 'Fenmoor Council, room 4' }));
}

/** Lets the people of Fenmoor say who they are and how they communicate. */
export async function plantAboutMe(world: World, { individuals, people }: People): Promise<void> {
  for (const { individual, writer, said, communication } of aboutPeople) {
    const individualId = individuals.get(individual) ?? '';
    const ctx = world.as(people.get(writer) ?? '', 30);
    for (const statement of said) planted(await sayAboutMe(ctx, { individualId, ...statement }));
    planted(await describeCommunication(ctx, { individualId, version: 0, ...communication }));
    if (communication.interpreter)
      await askForOne(world, individualId, people.get(writer) ?? '', communication.interpreter);
  }
}
