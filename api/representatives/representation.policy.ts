import { actsFor, MemberRole, type Viewer } from '../common/viewer.ts';
import type { Belonging } from '../people/individual.policy.ts';
import type { RepresentationKind } from './cover.rules.ts';

/** Whether the viewer records who represents an individual, and what was found about a decision: brokers and approvers of their authority. */
export function canRecordStanding(viewer: Viewer, subject: Belonging): boolean {
  const isOfAuthority = actsFor(viewer, subject.authorityId, MemberRole.BROKER, MemberRole.APPROVER);
  return isOfAuthority && viewer.personId !== subject.individualId;
}

/** Whether the viewer may end it: those who record, never about themselves, and the individual where it is informal. */
export function canEndRepresentation(
  viewer: Viewer,
  representation: Belonging & { readonly personId: string; readonly kind: RepresentationKind },
): boolean {
  if (representation.kind === 'INFORMAL' && viewer.personId === representation.individualId) return true;
  return canRecordStanding(viewer, representation) && viewer.personId !== representation.personId;
}
