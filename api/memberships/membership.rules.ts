// A membership is that a person acts for an organisation in one role, between two days.
// A manager of the organisation decides, for others; whoever is a member may always leave, but for the last manager.
// given → changed … → ended (at once) or past (after the last day). Each change is numbered; nobody overwrites one unseen.

import { dayInWords } from '../common/calendar.ts';
import { ok, type Problem, refuse, refuseWith, type Result } from '../common/result.ts';
import { MemberRole, type OrganisationKind } from '../common/viewer.ts';

const EVERYWHERE: readonly MemberRole[] = ['MANAGER', 'MEMBER', 'SAFEGUARDING_LEAD'];

/** The roles that there are in an organisation of each kind: only those who commission work on plans, money and the directory. */
export const ROLES_OF_KIND: Readonly<Record<OrganisationKind, readonly MemberRole[]>> = {
  AUTHORITY: ['BROKER', 'APPROVER', 'BUDGET_HOLDER', 'EDITOR', ...EVERYWHERE],
  PROVIDER: EVERYWHERE,
  COMMUNITY_GROUP: EVERYWHERE,
  ADVICE: EVERYWHERE,
  UNSORTED: EVERYWHERE,
};

/** Roles that nobody gives themselves, since they speak for money. */
const OVER_MONEY: readonly MemberRole[] = [MemberRole.APPROVER, MemberRole.BUDGET_HOLDER];

const LIMIT_PROBLEMS = { LIMIT_IMPOSSIBLE: 'LIMIT_IMPOSSIBLE', LAST_DAY_PAST: 'LAST_DAY_PAST' } as const;

/** Why a role was not given. */
export const GiveRoleErrorCode = {
  ROLE_NOT_HERE: 'ROLE_NOT_HERE',
  ROLE_HELD: 'ROLE_HELD',
  OWN_ROLE: 'OWN_ROLE',
  ...LIMIT_PROBLEMS,
} as const;
export type GiveRoleErrorCode = keyof typeof GiveRoleErrorCode;

/** Why a membership was not ended. */
export const EndMembershipErrorCode = {
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
  LAST_MANAGER: 'LAST_MANAGER',
} as const;
export type EndMembershipErrorCode = keyof typeof EndMembershipErrorCode;

/** Why a membership was not changed. */
export const ChangeMembershipErrorCode = {
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
  LAST_MANAGER: 'LAST_MANAGER',
  ALREADY_ENDED: 'ALREADY_ENDED',
  OWN_ROLE: 'OWN_ROLE',
  ...LIMIT_PROBLEMS,
} as const;
export type ChangeMembershipErrorCode = keyof typeof ChangeMembershipErrorCode;

/** What a role comes with. */
export interface RoleTerms {
  /** Last day; null for no end. */
  readonly endsOn: string | null;
  /** Most that an approver may approve, as the cost of a year; null for no limit. */
  readonly approvalLimitPence: number | null;
}

/** How a membership stands. */
export interface MembershipPlace extends RoleTerms {
  readonly role: MemberRole;
  readonly version: number;
  readonly endedAt: Date | null;
}

/** What is known where a role would be given. */
export interface RoleStanding {
  readonly kind: OrganisationKind;
  readonly isOwn: boolean;
  /** Whether the person has the role already, on any of the days. */
  readonly isHeld: boolean;
}

/** Decides whether a role can be given, with every problem found. */
export function decideRole(
  wish: RoleTerms & { readonly role: MemberRole },
  { kind, isOwn, isHeld }: RoleStanding,
  today: string,
): Result<null, GiveRoleErrorCode> {
  const problems: Problem<GiveRoleErrorCode>[] = roleProblems(wish, kind, today);
  if (isHeld)
    problems.push({ code: 'ROLE_HELD', message: 'They have this role already. Change it instead.', field: ['role'] });
  if (isOwn && OVER_MONEY.includes(wish.role)) problems.push(ownRole());
  return problems.length > 0 ? refuse(problems) : ok(null);
}

/** What is wrong with a role in an organisation of that kind, whoever is to have it. */
export function roleProblems(
  wish: RoleTerms & { readonly role: MemberRole },
  kind: OrganisationKind,
  today: string,
): Problem<'ROLE_NOT_HERE' | 'LIMIT_IMPOSSIBLE' | 'LAST_DAY_PAST'>[] {
  const problems: Problem<'ROLE_NOT_HERE' | 'LIMIT_IMPOSSIBLE' | 'LAST_DAY_PAST'>[] = [];
  if (!ROLES_OF_KIND[kind].includes(wish.role)) {
    const message = 'There is no such role in this kind of organisation. Choose another.';
    problems.push({ code: 'ROLE_NOT_HERE', message, field: ['role'] });
  }
  return [...problems, ...termsProblems(wish, today)];
}

/** What a membership becomes, or every reason why not; null when it is so already. */
export function decideMembershipChange(
  place: MembershipPlace,
  wish: RoleTerms & { readonly version: number },
  standing: { readonly isOwn: boolean; readonly otherManagers: number },
  today: string,
): Result<RoleTerms | null, ChangeMembershipErrorCode> {
  if (place.endedAt !== null || (place.endsOn !== null && place.endsOn < today))
    return refuseWith('ALREADY_ENDED', 'This role has ended. Give it again if they need it.');
  if (wish.endsOn === place.endsOn && wish.approvalLimitPence === place.approvalLimitPence) return ok(null);

  const problems: Problem<ChangeMembershipErrorCode>[] = [];
  if (wish.version !== place.version) problems.push(changedMeanwhile());
  problems.push(...termsProblems({ ...wish, role: place.role }, today));
  if (standing.isOwn && wish.approvalLimitPence !== place.approvalLimitPence) problems.push(ownRole());
  if (wish.endsOn !== null && isLastManager(place, standing.otherManagers)) problems.push(lastManager());
  if (problems.length > 0) return refuse(problems);
  return ok({ endsOn: wish.endsOn, approvalLimitPence: wish.approvalLimitPence });
}

/** Whether a membership ends now: false when it has ended before. */
export function decideMembershipEnd(
  place: MembershipPlace,
  version: number,
  otherManagers: number,
): Result<boolean, EndMembershipErrorCode> {
  if (place.endedAt !== null) return ok(false);
  const problems: Problem<EndMembershipErrorCode>[] = [];
  if (version !== place.version) problems.push(changedMeanwhile());
  if (isLastManager(place, otherManagers)) problems.push(lastManager());
  return problems.length > 0 ? refuse(problems) : ok(true);
}

function isLastManager(place: MembershipPlace, otherManagers: number): boolean {
  return place.role === MemberRole.MANAGER && place.endsOn === null && otherManagers === 0;
}

function termsProblems(
  wish: RoleTerms & { readonly role: MemberRole },
  today: string,
): Problem<'LIMIT_IMPOSSIBLE' | 'LAST_DAY_PAST'>[] {
  const problems: Problem<'LIMIT_IMPOSSIBLE' | 'LAST_DAY_PAST'>[] = [];
  const { endsOn, approvalLimitPence: limit } = wish;
  if (endsOn !== null && endsOn < today) {
    const message = `The last day must be today (${dayInWords(today)}) or later. To stop now, end the role.`;
    problems.push({ code: 'LAST_DAY_PAST', message, field: ['endsOn'] });
  }
  if (limit !== null && (wish.role !== MemberRole.APPROVER || limit <= 0)) {
    const message = 'Only an approver has a limit, and it is more than nothing. Leave it empty for no limit.';
    problems.push({ code: 'LIMIT_IMPOSSIBLE', message, field: ['approvalLimit'] });
  }
  return problems;
}

function ownRole() {
  const message = 'Nobody gives themselves a say over money. Ask another manager.';
  return { code: 'OWN_ROLE', message } as const;
}

function lastManager() {
  const message = 'This is the last manager. Make somebody else a manager first.';
  return { code: 'LAST_MANAGER', message } as const;
}

function changedMeanwhile() {
  const message =
    'Somebody else changed this a moment ago. Look at how it stands now, then change it if you still want to.';
  return { code: 'CHANGED_MEANWHILE', message } as const;
}
