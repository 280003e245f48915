import { actsFor, circleOf, MemberRole, mayCommitFor, Shared, type Viewer } from '../common/viewer.ts';
import { canSuggest, isBrokerOf } from '../people/individual.policy.ts';
import type { PartyRole, Side } from './agreement.rules.ts';

/** Whose agreement a policy is asked about. */
export interface AgreementParties {
  readonly authorityId: string;
  readonly individualId: string;
  readonly providerId: string;
  /** Whether a budget pays, so that its holder is a party. */
  readonly hasBudget: boolean;
}

/** Whether the viewer may put the first terms to a provider: the individual's side, brokers included. */
export function canProposeTerms(viewer: Viewer, agreement: AgreementParties): boolean {
  return writesFor(viewer, agreement, 'INDIVIDUAL');
}

/** The side for which the viewer may write terms; null for neither. Whoever could write for both writes for the provider. */
export function writingSide(viewer: Viewer, agreement: AgreementParties): Side | null {
  if (writesFor(viewer, agreement, 'PROVIDER')) return 'PROVIDER';
  return writesFor(viewer, agreement, 'INDIVIDUAL') ? 'INDIVIDUAL' : null;
}

/** The side for which the viewer may accept or decline; for the individual's nobody may but them, or who may bind them (rule R25). */
export function acceptingSide(viewer: Viewer, agreement: AgreementParties): Side | null {
  if (writesFor(viewer, agreement, 'PROVIDER')) return 'PROVIDER';
  if (mayCommitFor(viewer, agreement.individualId)) return 'INDIVIDUAL';
  // Whoever may promise the individual's own money may sign what it pays, and nothing that a budget pays.
  const bindsMoney = circleOf(viewer, agreement.individualId)?.bindsMoney === true;
  return bindsMoney && !agreement.hasBudget ? 'INDIVIDUAL' : null;
}

/** The party for which the viewer may sign; null for none. */
export function signingParty(viewer: Viewer, agreement: AgreementParties): PartyRole | null {
  const side = acceptingSide(viewer, agreement);
  if (side) return side;
  const holds = agreement.hasBudget && actsFor(viewer, agreement.authorityId, MemberRole.BUDGET_HOLDER);
  return holds ? 'BUDGET_HOLDER' : null;
}

/** Whether the viewer may withdraw the agreement: both sides may, and a broker for the individual. */
export function canWithdraw(viewer: Viewer, agreement: AgreementParties): boolean {
  return writingSide(viewer, agreement) !== null;
}

/** The parties that a reader stands for, so that "waiting for you" is said to the right people. */
export function partiesOf(viewer: Viewer, agreement: AgreementParties): PartyRole[] {
  const party = signingParty(viewer, agreement);
  return party ? [party] : [];
}

function writesFor(viewer: Viewer, agreement: AgreementParties, side: Side): boolean {
  if (side === 'PROVIDER') return actsFor(viewer, agreement.providerId, MemberRole.MANAGER);
  // A key person who may suggest writes terms as the broker does; they bind nobody until the individual accepts.
  const sees = circleOf(viewer, agreement.individualId)?.maySee.includes(Shared.AGREEMENTS) ?? false;
  return isBrokerOf(viewer, agreement) || (sees && canSuggest(viewer, agreement));
}

/** Whom the viewer may bind, by kind: so that a list can be asked for what waits for them. */
export function standsFor(viewer: Viewer): { individuals: string[]; providers: string[]; authorities: string[] } {
  const idsOf = (role: MemberRole) =>
    viewer.memberships.filter((membership) => membership.role === role).map(({ organisationId }) => organisationId);
  return {
    individuals: viewer.circles.filter(({ mayDo }) => mayDo === 'COMMIT').map(({ individualId }) => individualId),
    providers: idsOf(MemberRole.MANAGER),
    authorities: idsOf(MemberRole.BUDGET_HOLDER),
  };
}
