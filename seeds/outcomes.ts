import { agreeOutcome } from '../api/outcomes/agree-outcome.ts';
import { stateOutcome } from '../api/outcomes/state-outcome.ts';
import type { OutcomeSeed } from './fenmoor/story.ts';
import { planted, type World } from './world.ts';

/** Who takes part in one story. */
export interface Cast {
  readonly individualId: string;
  readonly deciderId: string;
  readonly brokerId: string;
  readonly budgetHolderId: string;
  /** Full names by person. */
  readonly names: ReadonlyMap<string, string>;
}

/** States an outcome as the individual's words, that many days ago, and agrees it where the story says so. */
export async function plantOutcome(world: World, cast: Cast, seed: OutcomeSeed, daysAgo: number): Promise<string> {
  const { isAgreed, ...outcome } = seed;
  const decider = world.as(cast.deciderId, daysAgo);
  const outcomeId = planted(
    await stateOutcome(decider, { individualId: cast.individualId, spokenById: cast.deciderId, ...outcome }),
  );
  if (isAgreed) planted(await agreeOutcome(decider, { outcomeId }));
  return outcomeId;
}
