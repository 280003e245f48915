import { mayCommitFor, type Viewer } from '../common/viewer.ts';
import { canSuggestInPlan } from '../people/individual.policy.ts';
import type { Belonging } from '../people/individual.policy.ts';

/** Whether the viewer may look for options and add them: who may put something into the plan. */
export function canAppraise(viewer: Viewer, subject: Belonging): boolean {
  return canSuggestInPlan(viewer, subject);
}

/** Whether the viewer may choose: the individual, or who may bind them; nobody chooses for them because of a role. */
export function canChooseOption(viewer: Viewer, subject: Belonging): boolean {
  return mayCommitFor(viewer, subject.individualId);
}

/** Whether the viewer may remove the option: who may choose may remove any; others only what they added themselves. */
export function canRemoveOption(viewer: Viewer, option: Belonging & { readonly addedById: string }): boolean {
  if (canChooseOption(viewer, option)) return true;
  return option.addedById === viewer.personId && canAppraise(viewer, option);
}
