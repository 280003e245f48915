import { mayCommitFor, type Viewer } from '../common/viewer.ts';
import { type Belonging, canSuggestInPlan } from '../people/individual.policy.ts';
import { OutcomeState } from './outcome.rules.ts';

/** What the policies need to know of an outcome. */
export interface OutcomeStanding extends Belonging {
  readonly state: OutcomeState;
  readonly spokenById: string;
}

/** Whether the viewer may agree the individual's outcomes: the individual, or who may bind them; never the broker. */
export function canAgreeOutcome(viewer: Viewer, subject: Belonging): boolean {
  return mayCommitFor(viewer, subject.individualId);
}

/** Whether the viewer may withdraw the outcome: who may agree it, and whoever said it as long as it is a draft. */
export function canWithdrawOutcome(viewer: Viewer, outcome: OutcomeStanding): boolean {
  if (canAgreeOutcome(viewer, outcome)) return true;
  return (
    outcome.state === OutcomeState.DRAFT && outcome.spokenById === viewer.personId && canSuggestInPlan(viewer, outcome)
  );
}
