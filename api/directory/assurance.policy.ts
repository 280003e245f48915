import { MemberRole, OrganisationKind, type Viewer } from '../common/viewer.ts';
import { AssuranceOrigin } from './assurance.rules.ts';

/** As what somebody checks an entry, and for which organisation. */
export interface Assurer {
  readonly origin: Extract<AssuranceOrigin, 'ORGANISATION' | 'EDITOR'>;
  readonly actingId: string;
}

/** As what the viewer may check the entry: as a member of who runs it, else as an editor of the directory; null when neither. */
export function assurerOn(viewer: Viewer, service: { readonly organisationId: string }): Assurer | null {
  const own = viewer.memberships.find(
    ({ organisationId, role }) =>
      organisationId === service.organisationId && (role === MemberRole.MANAGER || role === MemberRole.MEMBER),
  );
  if (own) return { origin: AssuranceOrigin.ORGANISATION, actingId: own.organisationId };
  const actingId = deskOf(viewer);
  return actingId === null ? null : { origin: AssuranceOrigin.EDITOR, actingId };
}

/** The authority for which the viewer edits the directory; null when for none. */
export function deskOf(viewer: Viewer): string | null {
  const desk = viewer.memberships.find(
    ({ kind, role }) => kind === OrganisationKind.AUTHORITY && role === MemberRole.EDITOR,
  );
  return desk?.organisationId ?? null;
}

/** Whether the viewer may set that authority's policy: one of its own editors. */
export function canSetFreshnessPolicy(viewer: Viewer, authorityId: string): boolean {
  return viewer.memberships.some(
    ({ organisationId, kind, role }) =>
      organisationId === authorityId && kind === OrganisationKind.AUTHORITY && role === MemberRole.EDITOR,
  );
}
