import { OrganisationKind, type Viewer } from '../common/viewer.ts';

/** Whether the viewer reads gaps: a member of an authority, in any role. */
export function canReadGaps(viewer: Viewer): boolean {
  return viewer.memberships.some(({ kind }) => kind === OrganisationKind.AUTHORITY);
}
