import { actsFor, MemberRole, type Viewer } from '../common/viewer.ts';

/** Who is a member of what. */
export interface MemberPosition {
  readonly organisationId: string;
  readonly personId: string;
}

/** Whether the viewer says who belongs to the organisation and as what: its managers. */
export function canManageMembers(viewer: Viewer, organisationId: string): boolean {
  return actsFor(viewer, organisationId, MemberRole.MANAGER);
}

/** Whether the viewer may end the membership: whoever may change it, and the member, who may always leave. */
export function canEndMembership(viewer: Viewer, place: MemberPosition): boolean {
  return (
    canManageMembers(viewer, place.organisationId) || (viewer.personId !== null && viewer.personId === place.personId)
  );
}
