import { mayCommitFor, type Viewer } from '../common/viewer.ts';
import { type Belonging, isBrokerOf } from '../people/individual.policy.ts';
import type { ConsentStatus } from './consent.rules.ts';

/** Whether the viewer may write down what the individual allows: the individual, who may decide for them, and the broker whom they told. */
export function canRecordConsent(viewer: Viewer, subject: Belonging): boolean {
  return mayCommitFor(viewer, subject.individualId) || isBrokerOf(viewer, subject);
}

/** A consent as the policy is asked about it. */
export interface WithdrawableConsent extends Belonging {
  readonly status: ConsentStatus;
  /** Whether an agreement that goes on, or is being made, rests on it. */
  readonly isNeededByAgreement: boolean;
}

/** Whether the viewer may withdraw it: whoever may write a yes down may write down a no; it must be as easy (UK GDPR, article 7(3)). */
export function canWithdrawConsent(viewer: Viewer, consent: WithdrawableConsent): boolean {
  const isOver = consent.status === 'OVER' || consent.status === 'WITHDRAWN';
  return !isOver && !consent.isNeededByAgreement && canRecordConsent(viewer, consent);
}
