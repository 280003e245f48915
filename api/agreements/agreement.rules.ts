// An agreement is what an individual, a provider and whoever holds the budget bind themselves to.
// The sides take turns on its terms; the individual decides for herself; each party signs one exact version.
// PROPOSED ⇄ COUNTERED → AGREED → SIGNED; from any step before SIGNED: → DECLINED | WITHDRAWN.
import { Temporal } from '../common/calendar.ts';
import { ok, type Problem, refuse, refuseWith, type Result } from '../common/result.ts';
import { cleaned } from '../common/wording.ts';

/** The steps that people take; all that a row ever stores (rule R47). */
export const AgreementState = {
  PROPOSED: 'PROPOSED',
  COUNTERED: 'COUNTERED',
  AGREED: 'AGREED',
  SIGNED: 'SIGNED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type AgreementState = keyof typeof AgreementState;

/** Where each step may lead. */
export const moves: Readonly<Record<AgreementState, readonly AgreementState[]>> = {
  PROPOSED: ['COUNTERED', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  COUNTERED: ['COUNTERED', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  AGREED: ['SIGNED', 'WITHDRAWN'],
  SIGNED: [],
  DECLINED: [],
  WITHDRAWN: [],
};

/** How an agreement stands now: the step, and what follows from signatures and dates. */
export const AgreementStatus = {
  PROPOSED: 'PROPOSED',
  COUNTERED: 'COUNTERED',
  AGREED: 'AGREED',
  PART_SIGNED: 'PART_SIGNED',
  SIGNED: 'SIGNED',
  STARTED: 'STARTED',
  ENDED: 'ENDED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
} as const;
export type AgreementStatus = keyof typeof AgreementStatus;

/** Who binds themselves by an agreement. */
export const PartyRole = { INDIVIDUAL: 'INDIVIDUAL', PROVIDER: 'PROVIDER', BUDGET_HOLDER: 'BUDGET_HOLDER' } as const;
export type PartyRole = keyof typeof PartyRole;

/** Who has to sign: the budget's holder only where a budget pays. */
export function partyRoles(hasBudget: boolean): PartyRole[] {
  return hasBudget ? ['INDIVIDUAL', 'PROVIDER', 'BUDGET_HOLDER'] : ['INDIVIDUAL', 'PROVIDER'];
}

/** The two sides that take turns on terms; a broker writes for the individual's. */
export type Side = 'INDIVIDUAL' | 'PROVIDER';

/** How somebody signed. */
export const SignatureMethod = { TYPED: 'TYPED', WITNESSED: 'WITNESSED', REPRESENTATIVE: 'REPRESENTATIVE' } as const;
export type SignatureMethod = keyof typeof SignatureMethod;

/** Why a step was refused; each mutation offers those that it can meet. */
export const AgreementProblem = {
  NOT_OPEN: 'NOT_OPEN',
  TERMS_SUPERSEDED: 'TERMS_SUPERSEDED',
  NOT_YOUR_TURN: 'NOT_YOUR_TURN',
  ALREADY_ACCEPTED: 'ALREADY_ACCEPTED',
  OFFER_EXPIRED: 'OFFER_EXPIRED',
  BUDGET_EXCEEDED: 'BUDGET_EXCEEDED',
  NO_CAPACITY_LEFT: 'NO_CAPACITY_LEFT',
  NOTHING_CHANGED: 'NOTHING_CHANGED',
  REASON_MISSING: 'REASON_MISSING',
  REPLY_TOO_SOON: 'REPLY_TOO_SOON',
  NOT_AGREED: 'NOT_AGREED',
  ALREADY_SIGNED: 'ALREADY_SIGNED',
  INDIVIDUAL_SIGNS_FIRST: 'INDIVIDUAL_SIGNS_FIRST',
  NAME_MISSING: 'NAME_MISSING',
  NOT_READ: 'NOT_READ',
} as const;
export type AgreementProblem = keyof typeof AgreementProblem;

/** What the decisions need to know of an agreement. */
export interface AgreementFacts {
  readonly state: AgreementState;
  readonly latestAuthor: Side;
  readonly latestHash: string;
  /** Who has accepted the latest terms. */
  readonly accepted: readonly Side[];
  readonly signed: readonly PartyRole[];
  readonly parties: readonly PartyRole[];
  readonly replyBy: Temporal.Instant | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Whether the open terms have lapsed unanswered (rule R42). */
export function hasExpired(agreement: Pick<AgreementFacts, 'state' | 'replyBy'>, now: Temporal.Instant): boolean {
  return isOpen(agreement) && agreement.replyBy !== null && Temporal.Instant.compare(agreement.replyBy, now) < 0;
}

/** Whether terms are on the table. */
export function isOpen(agreement: Pick<AgreementFacts, 'state'>): boolean {
  return agreement.state === 'PROPOSED' || agreement.state === 'COUNTERED';
}

/** How it stands at that instant and day. */
export function statusOf(
  agreement: Pick<AgreementFacts, 'state' | 'replyBy' | 'signed' | 'startsOn' | 'endsOn'>,
  now: Temporal.Instant,
  today: string,
): AgreementStatus {
  if (hasExpired(agreement, now)) return 'EXPIRED';
  if (agreement.state === 'AGREED') return agreement.signed.length > 0 ? 'PART_SIGNED' : 'AGREED';
  if (agreement.state !== 'SIGNED') return agreement.state;
  if (agreement.endsOn !== null && today > agreement.endsOn) return 'ENDED';
  return today >= agreement.startsOn ? 'STARTED' : 'SIGNED';
}

/** Who has to act next after a step, lapsing apart; nobody when it rests. The individual signs before the others. */
export function waitingAfter(
  agreement: Omit<AgreementFacts, 'latestHash' | 'replyBy' | 'startsOn' | 'endsOn'>,
): PartyRole[] {
  if (isOpen(agreement)) {
    const answering = otherSide(agreement.latestAuthor);
    return [answering, agreement.latestAuthor].filter((side) => !agreement.accepted.includes(side)).slice(0, 1);
  }
  if (agreement.state !== 'AGREED') return [];
  const unsigned = agreement.parties.filter((party) => !agreement.signed.includes(party));
  return unsigned.includes('INDIVIDUAL') ? ['INDIVIDUAL'] : unsigned;
}

/** The side that answers what this one wrote. */
export function otherSide(side: Side): Side {
  return side === 'INDIVIDUAL' ? 'PROVIDER' : 'INDIVIDUAL';
}

/**
 * Whether this side may accept exactly the version it read (rule R40). The individual's own side may confirm what a broker
 * wrote for it, since silence is never consent (rule R25). Answers the step that follows.
 */
export function decideAcceptance(
  agreement: AgreementFacts,
  side: Side,
  hash: string,
  now: Temporal.Instant,
): Result<{ readonly to: AgreementState | null }, AgreementProblem> {
  if (agreement.latestHash === hash && agreement.accepted.includes(side)) {
    return refuseWith(
      'ALREADY_ACCEPTED',
      'You have accepted these terms already. Nothing more is needed from you now.',
    );
  }
  const stale = problemOfVersion(agreement, hash, now);
  if (stale) return refuse([stale]);
  const isAgreed = agreement.accepted.includes(otherSide(side));
  return ok({ to: isAgreed ? 'AGREED' : null });
}

/** Whether this side may put other terms forward in answer to exactly the version it read; lapsed terms may be answered by both. */
export function decideCounter(
  agreement: AgreementFacts,
  side: Side,
  hash: string,
  now: Temporal.Instant,
): Result<{ readonly to: AgreementState }, AgreementProblem> {
  const lapsed = hasExpired(agreement, now);
  const stale = problemOfVersion(agreement, hash, now);
  if (stale && !(lapsed && stale.code === 'OFFER_EXPIRED')) return refuse([stale]);
  if (agreement.latestAuthor === side && !lapsed) {
    return refuseWith(
      'NOT_YOUR_TURN',
      "It is the other side's turn. You can write again when they have answered, or withdraw.",
    );
  }
  return ok({ to: 'COUNTERED' });
}

/** Whether open terms may be declined: by the side that is asked, with a reason (rule R41). */
export function decideDecline(
  agreement: AgreementFacts,
  side: Side,
  hash: string,
  reason: string,
  now: Temporal.Instant,
): Result<{ readonly to: AgreementState }, AgreementProblem> {
  const problems: Problem<AgreementProblem>[] = [];
  const stale = problemOfVersion(agreement, hash, now);
  if (stale) problems.push(stale);
  else if (agreement.latestAuthor === side && side === 'PROVIDER') {
    problems.push({ code: 'NOT_YOUR_TURN', message: 'You wrote these terms. To take them back, withdraw.' });
  }
  if (cleaned(reason) === null) problems.push(reasonMissing());
  return problems.length > 0 ? refuse(problems) : ok({ to: 'DECLINED' });
}

/** Whether an agreement may be withdrawn: until everybody has signed, with a reason (rule R41). */
export function decideWithdrawal(
  agreement: Pick<AgreementFacts, 'state'>,
  reason: string,
): Result<{ readonly to: AgreementState }, AgreementProblem> {
  const problems: Problem<AgreementProblem>[] = [];
  if (!moves[agreement.state].includes('WITHDRAWN')) problems.push(notOpen());
  if (cleaned(reason) === null) problems.push(reasonMissing());
  return problems.length > 0 ? refuse(problems) : ok({ to: 'WITHDRAWN' });
}

const NAME_MOST = 200;

/** What somebody signs with. */
export interface Signing {
  readonly hash: string;
  readonly typedName: string;
  readonly hasRead: boolean;
}

/** Whether this party may sign exactly this version now; the individual first (rule R45). Answers the step that follows. */
export function decideSignature(
  agreement: AgreementFacts,
  party: PartyRole,
  signing: Signing,
): Result<{ readonly to: AgreementState | null }, AgreementProblem> {
  if (agreement.signed.includes(party)) {
    return refuseWith('ALREADY_SIGNED', 'This is signed already. Nothing more is needed from you.');
  }
  if (agreement.state !== 'AGREED') {
    return refuseWith(
      'NOT_AGREED',
      'These terms cannot be signed, because they are not agreed. Look at how the agreement stands now.',
    );
  }
  const problems: Problem<AgreementProblem>[] = [];
  if (agreement.latestHash !== signing.hash) problems.push(superseded());
  if (party !== 'INDIVIDUAL' && !agreement.signed.includes('INDIVIDUAL')) {
    problems.push({
      code: 'INDIVIDUAL_SIGNS_FIRST',
      message: 'The person whose support it is signs first. You can sign when they have.',
    });
  }
  const name = cleaned(signing.typedName);
  if (name === null || name.length > NAME_MOST) {
    const message = name === null ? 'Type your full name.' : `Type your name in at most ${NAME_MOST} characters.`;
    problems.push({ code: 'NAME_MISSING', message, field: ['input', 'typedName'] });
  }
  if (!signing.hasRead) {
    problems.push({
      code: 'NOT_READ',
      message: 'Read the terms, or have them read to you, and tick the box.',
      field: ['input', 'hasRead'],
    });
  }
  if (problems.length > 0) return refuse(problems);
  const isLast = agreement.parties.every((other) => other === party || agreement.signed.includes(other));
  return ok({ to: isLast ? 'SIGNED' : null });
}

function problemOfVersion(
  agreement: AgreementFacts,
  hash: string,
  now: Temporal.Instant,
): Problem<AgreementProblem> | null {
  if (agreement.latestHash !== hash) return superseded();
  if (!isOpen(agreement)) return notOpen();
  if (!hasExpired(agreement, now)) return null;
  return { code: 'OFFER_EXPIRED', message: 'The time to answer these terms is over. Suggest terms again to go on.' };
}

function superseded(): Problem<AgreementProblem> {
  return { code: 'TERMS_SUPERSEDED', message: 'These terms were replaced by newer ones. Read the new ones first.' };
}

function notOpen(): Problem<AgreementProblem> {
  return { code: 'NOT_OPEN', message: 'This agreement is no longer being negotiated. Look at how it stands now.' };
}

function reasonMissing(): Problem<AgreementProblem> {
  return { code: 'REASON_MISSING', message: 'Say why. A few words are enough.', field: ['input', 'reason'] };
}
