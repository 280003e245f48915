import { actsFor, MemberRole, type Viewer } from '../common/viewer.ts';
import { canEditDirectory } from './directory.policy.ts';

/** Whether the viewer acts for the organisation in a role that keeps its entries. */
export function isKeeperOf(viewer: Viewer, organisationId: string): boolean {
  return actsFor(viewer, organisationId, MemberRole.MANAGER, MemberRole.MEMBER);
}

/** Whether the viewer may write an organisation's entries: its managers and members, and the editors of the directory. */
export function canKeepEntries(viewer: Viewer, organisationId: string): boolean {
  return isKeeperOf(viewer, organisationId) || canEditDirectory(viewer);
}

/** In what capacity the viewer writes: for their own organisation where they can, else for the directory. */
export function keeperAs(viewer: Viewer, organisationId: string): 'PROVIDER' | 'EDITOR' {
  return isKeeperOf(viewer, organisationId) ? 'PROVIDER' : 'EDITOR';
}
