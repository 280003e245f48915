// A court order stops sharing an individual's affairs with somebody (rule R63); it is known to the authority alone.
// A court decides; a broker or approver of the authority writes down what they saw, and nobody else lifts it.
// recorded (sharing stops at once) → lifted with a reason.
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, tooLong, WordingCode } from '../common/wording.ts';

/** Why a court order was not recorded. */
export const RecordCourtOrderErrorCode = {
  ...WordingCode,
  EVIDENCE_REQUIRED: 'EVIDENCE_REQUIRED',
  ORDERED_IN_FUTURE: 'ORDERED_IN_FUTURE',
  NOT_IN_CIRCLE: 'NOT_IN_CIRCLE',
  ALREADY_STOPPED: 'ALREADY_STOPPED',
} as const;
export type RecordCourtOrderErrorCode = keyof typeof RecordCourtOrderErrorCode;

/** Why a court order was not lifted. */
export const LiftCourtOrderErrorCode = { ...WordingCode, REASON_REQUIRED: 'REASON_REQUIRED' } as const;
export type LiftCourtOrderErrorCode = keyof typeof LiftCourtOrderErrorCode;

/** What the decision needs to know. */
export interface CourtOrderFacts {
  readonly isInCircle: boolean;
  readonly isStopped: boolean;
}

/** What was seen, as it is kept; or every reason why not. */
export function decideCourtOrder(
  said: { readonly evidence: string; readonly orderedOn: string },
  { isInCircle, isStopped }: CourtOrderFacts,
  today: string,
): Result<string, RecordCourtOrderErrorCode> {
  const evidence = cleaned(said.evidence);
  const problems: Problem<RecordCourtOrderErrorCode>[] = [...tooLong(evidence, 500, 'evidence')];
  const say = (code: RecordCourtOrderErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });
  if (evidence === null) say('EVIDENCE_REQUIRED', 'Write which court, which order, and what you saw.', 'evidence');
  if (said.orderedOn > today) say('ORDERED_IN_FUTURE', 'Write the day of the order: today or earlier.', 'orderedOn');
  if (!isInCircle)
    say('NOT_IN_CIRCLE', 'Nothing is shared with this person. Choose somebody in the circle.', 'personId');
  if (isStopped) say('ALREADY_STOPPED', 'An order stops sharing with this person already.', 'personId');
  return evidence === null || problems.length > 0 ? refuse(problems) : ok(evidence);
}

/** The reason as it is kept; null when it was lifted before. */
export function decideLifting(wasLifted: boolean, reason: string): Result<string | null, LiftCourtOrderErrorCode> {
  if (wasLifted) return ok(null);
  const kept = cleaned(reason);
  const problems: Problem<LiftCourtOrderErrorCode>[] = tooLong(kept, 500, 'reason');
  if (kept === null)
    problems.push({ code: 'REASON_REQUIRED', message: 'Write what you saw that ends the order.', field: ['reason'] });
  return kept === null || problems.length > 0 ? refuse(problems) : ok(kept);
}
