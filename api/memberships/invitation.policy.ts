import { mayCommitFor, type Viewer } from '../common/viewer.ts';
import { canManageMembers } from './membership.policy.ts';

/** What somebody is invited into. */
export interface InvitationPosition {
  readonly organisationId: string | null;
  readonly individualId: string | null;
}

/** Whether the viewer may invite there, and so take back or send again what a colleague wrote. */
export function canKeepInvitation(viewer: Viewer, { organisationId, individualId }: InvitationPosition): boolean {
  if (organisationId !== null) return canManageMembers(viewer, organisationId);
  return individualId !== null && mayCommitFor(viewer, individualId);
}
