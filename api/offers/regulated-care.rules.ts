// Regulated care is what only a registered provider may give; a service is marked as being it, or as not (rule R20).
// A register says so, or its provider; only an editor of the directory can say that it is none after all.
// NOT SAID → marked as one activity → another, or none, by an editor alone.
import { ok, refuseWith, type Result } from '../common/result.ts';
import type { RegulatedActivity } from '../directory/registration.rules.ts';

/** The regulated care that a service can be. */
export type RegulatedCare = Exclude<RegulatedActivity, 'OTHER'>;

/** Why it could not be said. */
export const StateRegulatedCareErrorCode = {
  NOT_THIS_CARE: 'NOT_THIS_CARE',
  ASK_THE_EDITOR: 'ASK_THE_EDITOR',
} as const;
export type StateRegulatedCareErrorCode = keyof typeof StateRegulatedCareErrorCode;

/** Decides what a service may be marked as by whoever asks; null is no regulated care. */
export function decideRegulatedCare(
  now: RegulatedCare | null,
  asked: RegulatedActivity | null,
  isEditor: boolean,
): Result<RegulatedCare | null, StateRegulatedCareErrorCode> {
  if (asked === 'OTHER')
    return refuseWith('NOT_THIS_CARE', 'Choose personal care, nursing, or a place to live with care.', 'activity');
  if (now !== null && asked !== now && !isEditor)
    return refuseWith(
      'ASK_THE_EDITOR',
      'This is marked as care that needs a registration. Ask the editor of the directory to change it.',
      'activity',
    );
  return ok(asked);
}
