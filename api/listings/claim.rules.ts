// A claim is that a person says an organisation is theirs to keep. The person says so; an editor of the directory decides.
// Several may claim the same organisation; each is decided by itself, and nobody decides their own.
// OPEN → VERIFIED, which makes the person its manager, or DECLINED with a reason.

import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import type { OrganisationKind } from '../common/viewer.ts';
import { line, text } from '../directory/entry-edit.rules.ts';
import { readReason } from './suggestion.rules.ts';

/** How a claim stands. */
export const ClaimState = { OPEN: 'OPEN', VERIFIED: 'VERIFIED', DECLINED: 'DECLINED' } as const;
export type ClaimState = keyof typeof ClaimState;

/** The states that may follow each state. */
export const CLAIM_MOVES: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  OPEN: [ClaimState.VERIFIED, ClaimState.DECLINED],
  VERIFIED: [],
  DECLINED: [],
};

/** Why an organisation could not be claimed. */
export const ClaimOrganisationErrorCode = {
  ROLE_REQUIRED: 'ROLE_REQUIRED',
  EVIDENCE_REQUIRED: 'EVIDENCE_REQUIRED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
  CLAIM_OPEN: 'CLAIM_OPEN',
  ALREADY_YOURS: 'ALREADY_YOURS',
  NOT_FOR_CLAIMING: 'NOT_FOR_CLAIMING',
  TOO_MANY_CLAIMS: 'TOO_MANY_CLAIMS',
} as const;
export type ClaimOrganisationErrorCode = keyof typeof ClaimOrganisationErrorCode;

/** Why a claim could not be verified. */
export const VerifyClaimErrorCode = { CLAIM_DECIDED: 'CLAIM_DECIDED', OWN_CLAIM: 'OWN_CLAIM' } as const;
export type VerifyClaimErrorCode = keyof typeof VerifyClaimErrorCode;

/** Why a claim could not be declined. */
export const DeclineClaimErrorCode = {
  ...VerifyClaimErrorCode,
  REASON_REQUIRED: 'REASON_REQUIRED',
  TEXT_TOO_LONG: 'TEXT_TOO_LONG',
} as const;
export type DeclineClaimErrorCode = keyof typeof DeclineClaimErrorCode;

/** Most claims of one person that wait at once. */
export const MOST_OPEN_CLAIMS = 5;

/** What is already known of the claimant and the organisation. */
export interface ClaimStanding {
  readonly kind: OrganisationKind;
  readonly isKeeper: boolean;
  readonly hasOpenClaim: boolean;
  /** How many of their claims wait, of whatever organisation. */
  readonly openClaims: number;
}

/** What a claimant says. */
export interface ClaimWords {
  readonly role: string;
  readonly evidence: string;
}

/** Decides whether somebody can claim an organisation, with every problem found. */
export function decideClaiming(
  written: { readonly role?: string | null; readonly evidence?: string | null },
  standing: ClaimStanding,
): Result<ClaimWords, ClaimOrganisationErrorCode> {
  const role = line(written.role ?? null, 300, 'role');
  const evidence = text(written.evidence ?? null, 2_000, 'evidence');
  const problems: Problem<ClaimOrganisationErrorCode>[] = [];
  const say = (code: ClaimOrganisationErrorCode, message: string, ...field: string[]) =>
    problems.push(field.length > 0 ? { code, message, field } : { code, message });

  for (const { message, field = [] } of [...role.problems, ...evidence.problems])
    say('TEXT_TOO_LONG', message, ...field);
  if (role.value === null) say('ROLE_REQUIRED', 'Say what you do there.', 'role');
  if (evidence.value === null)
    say('EVIDENCE_REQUIRED', 'Say how we can check that it is yours, such as whom to ring.', 'evidence');
  if (standing.isKeeper) say('ALREADY_YOURS', 'You look after this already. Find it in your listings.');
  if (standing.kind === 'AUTHORITY')
    say('NOT_FOR_CLAIMING', 'A council or NHS body is not claimed here. Ask its own staff.');
  if (standing.hasOpenClaim) say('CLAIM_OPEN', 'You have claimed this already. Wait for the answer.');
  else if (standing.openClaims >= MOST_OPEN_CLAIMS)
    say('TOO_MANY_CLAIMS', `You have ${MOST_OPEN_CLAIMS} claims waiting. Wait for an answer to one of them first.`);
  if (role.value === null || evidence.value === null || problems.length > 0) return refuse(problems);
  return ok({ role: role.value, evidence: evidence.value });
}

/** A claim as far as deciding it goes. */
export interface DecidableClaim {
  readonly state: ClaimState;
  readonly personId: string;
}

/** Decides whether a claim can be verified by that editor. */
export function decideVerifying(claim: DecidableClaim, editorId: string): Result<null, VerifyClaimErrorCode> {
  if (!CLAIM_MOVES[claim.state].includes('VERIFIED')) {
    return refuseWith('CLAIM_DECIDED', 'Somebody has decided this claim already.');
  }
  if (claim.personId === editorId)
    return refuseWith('OWN_CLAIM', 'This is your own claim. Ask another editor to decide it.');
  return ok(null);
}

/** Decides whether a claim can be declined by that editor, and cleans the reason. */
export function decideDecliningClaim(
  claim: DecidableClaim,
  editorId: string,
  reason: string | null | undefined,
): Result<string, DeclineClaimErrorCode> {
  const decision = decideVerifying(claim, editorId);
  return decision.ok ? readReason(reason) : decision;
}
