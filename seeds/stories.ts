import { agreeBudget } from '../api/budgets/agree-budget.ts';
import { recordSpending } from '../api/budgets/record-spending.ts';
import { addDays, dayAt } from '../api/common/calendar.ts';
import { plantAgreement } from './agreements.ts';
import type { Story } from './fenmoor/story.ts';
import { stories } from './fenmoor/stories/all.ts';
import { type Cast, plantOutcome } from './outcomes.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

const ALL_YEAR_AGO = 360;

/** Plants budgets, outcomes and agreements of all six stories; answers how many agreements there are. */
export async function plantStories(world: World, people: People): Promise<number> {
  let agreements = 0;
  for (const story of stories) {
    const cast = castOf(story, people);
    const budgetId = await plantBudgets(world, story, cast);
    for (const agreement of story.agreements) {
      await plantAgreement(world, cast, agreement, named(people.managers, agreement.organisation));
      agreements += 1;
    }
    for (const wish of story.wishes) await plantOutcome(world, cast, wish, 5);
    planted(await recordSpending(world.as(cast.budgetHolderId), { budgetId, amountPence: story.spentPence }));
  }
  return agreements;
}

// One budget for the year before this one, so that what was agreed then was paid from it, and one for this year.
async function plantBudgets(world: World, story: Story, cast: Cast): Promise<string> {
  const today = dayAt(world.now);
  const startsOn = addDays(today, -168);
  const amounts = {
    individualId: cast.individualId,
    totalPence: story.yearlyPence,
    keptBackPence: story.keptBackPence,
  };
  const holder = world.as(cast.budgetHolderId, ALL_YEAR_AGO);
  planted(await agreeBudget(holder, { ...amounts, startsOn: addDays(startsOn, -365), endsOn: addDays(startsOn, -1) }));
  return planted(await agreeBudget(holder, { ...amounts, startsOn, endsOn: addDays(startsOn, 364) }));
}

function castOf(story: Story, people: People): Cast {
  return {
    individualId: named(people.individuals, story.individual),
    deciderId: named(people.people, story.decider),
    brokerId: named(people.people, story.broker),
    budgetHolderId: named(people.people, 'ruth'),
    names: people.names,
  };
}

function named(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seeds speak of "${name}", who was not planted.`);
  return id;
}
