import { circleOf, mayCommitFor, maySuggestFor, Shared, type Viewer } from '../common/viewer.ts';
import { type Belonging, isBrokerOf } from '../people/individual.policy.ts';
import { OutcomeState } from './outcome.rules.ts';

/** What the policies need to know of an outcome. */
export interface OutcomeStanding extends Belonging {
  readonly state: OutcomeState;
  readonly spokenById: string;
}

/** Whether the viewer may put something into the plan: the individual, people who share the plan and may suggest, the broker. */
export function canSuggestInPlan(viewer: Viewer, subject: Belonging): boolean {
  const seesPlan = circleOf(viewer, subject.individualId)?.maySee.includes(Shared.PLAN) ?? false;
  return (seesPlan && maySuggestFor(viewer, subject.individualId)) || isBrokerOf(viewer, subject);
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

/** In what capacity the viewer acts in this individual's affairs. */
export function capacityOf(viewer: Viewer, individualId: string): 'INDIVIDUAL' | 'CIRCLE' | 'BROKER' {
  if (viewer.personId === individualId) return 'INDIVIDUAL';
  return circleOf(viewer, individualId) ? 'CIRCLE' : 'BROKER';
}
