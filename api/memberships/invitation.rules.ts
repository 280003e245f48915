// An invitation is that somebody is asked into an organisation or a circle, by a link that works once.
// A manager invites into the organisation; the individual, or who may bind them, into the circle. The invited person decides.
// OPEN → ACCEPTED | DECLINED | WITHDRAWN, or expired fourteen days after it was last sent.

import { ok, type Problem, refuse, refuseWith, type Result } from '../common/result.ts';
import {
  CircleLevel,
  type MemberRole,
  type OrganisationKind,
  type Shared,
  type ViewerCircle,
} from '../common/viewer.ts';
import { cleaned } from '../common/wording.ts';
import { roleProblems, type RoleTerms } from './membership.rules.ts';

/** How an invitation stands; expired is worked out from the day. */
export const InvitationState = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
} as const;
export type InvitationState = keyof typeof InvitationState;

/** Days for which the link of an invitation works. */
export const INVITATION_DAYS = 14;
/** Invitations that one person may send within a day. */
export const MOST_INVITATIONS = 20;

const INVITING = {
  NAME_REQUIRED: 'NAME_REQUIRED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
  EMAIL_UNREADABLE: 'EMAIL_UNREADABLE',
  TOO_MANY_INVITATIONS: 'TOO_MANY_INVITATIONS',
  LAST_DAY_PAST: 'LAST_DAY_PAST',
} as const;

/** Why nobody was invited into an organisation. */
export const InviteMemberErrorCode = {
  ...INVITING,
  ROLE_NOT_HERE: 'ROLE_NOT_HERE',
  LIMIT_IMPOSSIBLE: 'LIMIT_IMPOSSIBLE',
} as const;
export type InviteMemberErrorCode = keyof typeof InviteMemberErrorCode;

/** Why nobody was invited into a circle. */
export const InviteToCircleErrorCode = {
  ...INVITING,
  RELATION_REQUIRED: 'RELATION_REQUIRED',
  DECIDING_COMES_LATER: 'DECIDING_COMES_LATER',
  NOTHING_TO_ACT_ON: 'NOTHING_TO_ACT_ON',
  NOT_YOURS_TO_GIVE: 'NOT_YOURS_TO_GIVE',
} as const;
export type InviteToCircleErrorCode = keyof typeof InviteToCircleErrorCode;

/** Why an invitation was not taken back. */
export const WithdrawInvitationErrorCode = { ALREADY_ANSWERED: 'ALREADY_ANSWERED' } as const;
export type WithdrawInvitationErrorCode = keyof typeof WithdrawInvitationErrorCode;

/** Why an invitation was not sent again. */
export const ResendInvitationErrorCode = {
  ALREADY_ANSWERED: 'ALREADY_ANSWERED',
  TOO_MANY_INVITATIONS: 'TOO_MANY_INVITATIONS',
} as const;
export type ResendInvitationErrorCode = keyof typeof ResendInvitationErrorCode;

/** Why an invitation could not be declined. */
export const DeclineInvitationErrorCode = {
  LINK_NOT_VALID: 'LINK_NOT_VALID',
  INVITATION_EXPIRED: 'INVITATION_EXPIRED',
  ALREADY_ANSWERED: 'ALREADY_ANSWERED',
} as const;
export type DeclineInvitationErrorCode = keyof typeof DeclineInvitationErrorCode;

/** Why an invitation could not be accepted. */
export const AcceptInvitationErrorCode = {
  ...DeclineInvitationErrorCode,
  OWN_INVITATION: 'OWN_INVITATION',
  ALREADY_THERE: 'ALREADY_THERE',
} as const;
export type AcceptInvitationErrorCode = keyof typeof AcceptInvitationErrorCode;

/** Who is invited, as the inviter writes it. */
export interface Invitee {
  readonly name: string;
  readonly email?: string | null;
}

/** Who is invited, cleaned. */
export interface CleanInvitee {
  readonly name: string;
  readonly email: string | null;
}

/** Decides whether somebody can be invited into an organisation, with every problem found. */
export function decideMemberInvitation(
  invitee: Invitee,
  wish: RoleTerms & { readonly role: MemberRole },
  standing: { readonly kind: OrganisationKind; readonly invitedLately: number },
  today: string,
): Result<CleanInvitee, InviteMemberErrorCode> {
  const { clean, problems } = readInvitee(invitee, standing.invitedLately);
  const all: Problem<InviteMemberErrorCode>[] = [...problems, ...roleProblems(wish, standing.kind, today)];
  return all.length > 0 ? refuse(all) : ok(clean);
}

/** What somebody in a circle would be given. */
export interface CircleOffer {
  readonly relation: string;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
  readonly endsOn: string | null;
}

/** Decides whether somebody can be invited into a circle; `giver` is the inviter's own place in it. */
export function decideCircleInvitation(
  invitee: Invitee,
  offer: CircleOffer,
  { giver, invitedLately }: { readonly giver: ViewerCircle; readonly invitedLately: number },
  today: string,
): Result<CleanInvitee & { readonly relation: string }, InviteToCircleErrorCode> {
  const { clean, problems: found } = readInvitee(invitee, invitedLately);
  const problems: Problem<InviteToCircleErrorCode>[] = [...found];
  const say = (code: InviteToCircleErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  const relation = cleaned(offer.relation);
  if (relation === null) say('RELATION_REQUIRED', 'Say what they are to you, such as friend or niece.', 'relation');
  if ((relation?.length ?? 0) > 100) say('TEXT_TOO_LONG', 'Use at most 100 characters.', 'relation');
  if (offer.mayDo === CircleLevel.COMMIT)
    say('DECIDING_COMES_LATER', 'First ask them in. Once they are here you can let them decide for you.', 'mayDo');
  if (offer.mayDo !== CircleLevel.VIEW && offer.maySee.length === 0)
    say('NOTHING_TO_ACT_ON', 'Somebody who may see nothing cannot suggest. Choose something they may see.', 'maySee');
  if (giver.relation !== 'SELF' && offer.maySee.some((part) => !giver.maySee.includes(part)))
    say('NOT_YOURS_TO_GIVE', 'You can share only what is shared with you.', 'maySee');
  if (offer.endsOn !== null && offer.endsOn < today)
    say('LAST_DAY_PAST', 'The last day must be today or later.', 'endsOn');
  return problems.length > 0 || relation === null ? refuse(problems) : ok({ ...clean, relation });
}

function readInvitee(invitee: Invitee, invitedLately: number) {
  const name = cleaned(invitee.name);
  const email = cleaned(invitee.email);
  const problems: Problem<keyof typeof INVITING>[] = [];
  if (name === null) problems.push({ code: 'NAME_REQUIRED', message: 'Say whom you invite.', field: ['name'] });
  if ((name?.length ?? 0) > 200)
    problems.push({ code: 'TEXT_TOO_LONG', message: 'Use at most 200 characters.', field: ['name'] });
  if (email !== null && (email.length > 320 || !/^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/.test(email))) {
    const message = 'Write one e-mail address, such as name@example.org, or leave it empty.';
    problems.push({ code: 'EMAIL_UNREADABLE', message, field: ['email'] });
  }
  if (invitedLately >= MOST_INVITATIONS) problems.push(tooMany());
  return { clean: { name: name ?? '', email }, problems };
}

/** How an invitation stands when it is answered or kept. */
export interface StandingInvitation {
  readonly state: Exclude<InvitationState, 'EXPIRED'>;
  readonly expiresAt: Date;
}

/** How the invitation stands at that moment. */
export function invitationState({ state, expiresAt }: StandingInvitation, now: Date): InvitationState {
  return state === 'OPEN' && now >= expiresAt ? InvitationState.EXPIRED : state;
}

/** Whether an invitation can still be taken back; an expired one can. */
export function decideWithdrawing(
  invitation: Pick<StandingInvitation, 'state'>,
): Result<null, WithdrawInvitationErrorCode> {
  if (invitation.state === 'OPEN') return ok(null);
  return refuseWith('ALREADY_ANSWERED', 'This invitation is over. Write a new one if you need to.');
}

/** Whether an invitation can be sent again; an expired one can. */
export function decideResending(
  invitation: Pick<StandingInvitation, 'state'>,
  invitedLately: number,
): Result<null, ResendInvitationErrorCode> {
  const decision = decideWithdrawing(invitation);
  if (!decision.ok) return decision;
  return invitedLately >= MOST_INVITATIONS ? refuse([tooMany()]) : ok(null);
}

/** Whether an invitation can be declined now, by whoever holds its link. */
export function decideDeclining(
  invitation: StandingInvitation | null,
  now: Date,
): Result<null, DeclineInvitationErrorCode> {
  if (invitation === null)
    return refuseWith('LINK_NOT_VALID', 'This link does not work. Ask whoever invited you for a new one.');
  const state = invitationState(invitation, now);
  if (state === 'EXPIRED')
    return refuseWith('INVITATION_EXPIRED', 'This invitation has run out. Ask whoever invited you for a new one.');
  if (state !== 'OPEN') return refuseWith('ALREADY_ANSWERED', 'This invitation is over. There is nothing more to do.');
  return ok(null);
}

/** Whether an invitation can be accepted now by that person; `isThere` says that they have the place already. */
export function decideAccepting(
  invitation: (StandingInvitation & { readonly invitedById: string }) | null,
  { personId, isThere }: { readonly personId: string; readonly isThere: boolean },
  now: Date,
): Result<null, AcceptInvitationErrorCode> {
  const decision = decideDeclining(invitation, now);
  if (!decision.ok || invitation === null) return decision;
  if (personId === invitation.invitedById)
    return refuseWith('OWN_INVITATION', 'You wrote this invitation. Somebody else has to accept it.');
  return isThere ? refuseWith('ALREADY_THERE', 'You have this place already. There is nothing more to do.') : ok(null);
}

/** What the letter of an invitation says, as plain text; it tells nothing of anybody's affairs. */
export function invitationText(about: {
  readonly inviteeName: string;
  readonly invitedByName: string;
  readonly aboutName: string;
  readonly link: string;
}): { readonly subject: string; readonly text: string } {
  const { inviteeName, invitedByName, aboutName, link } = about;
  const text = [
    `Hello ${inviteeName},`,
    `${invitedByName} invites you to join ${aboutName} on Kith. This page shows what it is for, before you say yes or no:`,
    link,
    `The link works once, for ${INVITATION_DAYS} days. Do not pass it on.`,
    'If you do not know who this is, leave this letter unanswered.',
  ];
  return { subject: `${invitedByName} invites you`, text: `${text.join('\n\n')}\n` };
}

function tooMany() {
  const message = `You have sent ${MOST_INVITATIONS} invitations in a day. Send the next one tomorrow.`;
  return { code: 'TOO_MANY_INVITATIONS', message } as const;
}
