/** What a person may see of another's affairs, by presets that never include safeguarding (rule R56). */
export const Shared = {
  APPOINTMENTS: 'APPOINTMENTS',
  PLAN: 'PLAN',
  BUDGET: 'BUDGET',
  AGREEMENTS: 'AGREEMENTS',
} as const;
export type Shared = keyof typeof Shared;

/** What a person may do in another's affairs: look, suggest, or bind them. */
export const CircleLevel = { VIEW: 'VIEW', SUGGEST: 'SUGGEST', COMMIT: 'COMMIT' } as const;
export type CircleLevel = keyof typeof CircleLevel;

/** What an organisation is in the marketplace; UNSORTED until somebody has said. */
export const OrganisationKind = {
  AUTHORITY: 'AUTHORITY',
  PROVIDER: 'PROVIDER',
  COMMUNITY_GROUP: 'COMMUNITY_GROUP',
  ADVICE: 'ADVICE',
  UNSORTED: 'UNSORTED',
} as const;
export type OrganisationKind = keyof typeof OrganisationKind;

/** What a member does in an organisation. */
export const MemberRole = {
  BROKER: 'BROKER',
  APPROVER: 'APPROVER',
  BUDGET_HOLDER: 'BUDGET_HOLDER',
  EDITOR: 'EDITOR',
  SAFEGUARDING_LEAD: 'SAFEGUARDING_LEAD',
  MANAGER: 'MANAGER',
  MEMBER: 'MEMBER',
} as const;
export type MemberRole = keyof typeof MemberRole;

/** One organisation that the viewer acts for, today. */
export interface ViewerMembership {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: OrganisationKind;
  readonly role: MemberRole;
}

/** One individual whose circle the viewer stands in, today; the individual's own has the relation SELF and may do all. */
export interface ViewerCircle {
  readonly individualId: string;
  readonly relation: string;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
  /** Whether an authority in force lets the viewer sign for the individual's own money. */
  readonly bindsMoney?: boolean;
}

/** Who is asking, as read afresh from the database; anonymous when `personId` is null. */
export interface Viewer {
  readonly personId: string | null;
  readonly name: string;
  readonly memberships: readonly ViewerMembership[];
  readonly circles: readonly ViewerCircle[];
}

/** Somebody who has not signed in: sees what is public. */
export const ANONYMOUS: Viewer = { personId: null, name: '', memberships: [], circles: [] };

/** The viewer's own place in the individual's circle; null when there is none. */
export function circleOf(viewer: Viewer, individualId: string): ViewerCircle | null {
  return viewer.circles.find((circle) => circle.individualId === individualId) ?? null;
}

/** Whether the viewer may bind this individual: the individual, or somebody whose mandate says so. */
export function mayCommitFor(viewer: Viewer, individualId: string): boolean {
  return circleOf(viewer, individualId)?.mayDo === CircleLevel.COMMIT;
}

/** Whether the viewer may put something forward for this individual: suggest, or more. */
export function maySuggestFor(viewer: Viewer, individualId: string): boolean {
  const level = circleOf(viewer, individualId)?.mayDo;
  return level === CircleLevel.SUGGEST || level === CircleLevel.COMMIT;
}

/** Whether the viewer acts for the organisation in any of the roles; in any role when none is named. */
export function actsFor(viewer: Viewer, organisationId: string, ...roles: readonly MemberRole[]): boolean {
  return viewer.memberships.some(
    (membership) =>
      membership.organisationId === organisationId && (roles.length === 0 || roles.includes(membership.role)),
  );
}
