import { actsFor, circleOf, mayCommitFor, Shared, type Viewer } from '../common/viewer.ts';
import type { Belonging } from '../people/individual.policy.ts';

const EVERYTHING = Object.keys(Shared) as Shared[];

/** Whether the viewer reads the whole record as its individual does: they themselves, and whoever sees all and may bind them. */
export function isRecordReader(viewer: Viewer, individualId: string): boolean {
  const seen = circleOf(viewer, individualId)?.maySee ?? [];
  return mayCommitFor(viewer, individualId) && EVERYTHING.every((part) => seen.includes(part));
}

/** Whether the viewer may open the record: who reads it as the individual does, and those who commission for the authority. */
export function canOpenRecord(viewer: Viewer, { authorityId, individualId }: Belonging): boolean {
  const roles = ['BROKER', 'APPROVER', 'BUDGET_HOLDER', 'MANAGER', 'MEMBER'] as const;
  return isRecordReader(viewer, individualId) || actsFor(viewer, authorityId, ...roles);
}

/** Whether the viewer answers what is said to be wrong in the record: a broker or manager of the authority. */
export function canAnswerCorrection(viewer: Viewer, { authorityId }: Belonging): boolean {
  return actsFor(viewer, authorityId, 'BROKER', 'MANAGER');
}
