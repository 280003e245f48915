import { MemberRole, OrganisationKind, type Viewer } from '../common/viewer.ts';

/** Whether the viewer keeps the directory right for everybody: an editor of a commissioning authority. */
export function canEditDirectory(viewer: Viewer): boolean {
  return viewer.memberships.some(({ kind, role }) => kind === OrganisationKind.AUTHORITY && role === MemberRole.EDITOR);
}
