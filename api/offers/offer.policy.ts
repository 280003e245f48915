import { actsFor, MemberRole, type Viewer } from '../common/viewer.ts';

/** Whether the viewer may make, change and end an organisation's offers and say what is free: its own members. */
export function canKeepOffers(viewer: Viewer, organisationId: string): boolean {
  return actsFor(viewer, organisationId, MemberRole.MANAGER, MemberRole.MEMBER);
}
