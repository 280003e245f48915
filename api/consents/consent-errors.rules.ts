// The codes of what keeps a consent from being given or withdrawn; what people read are the sentences beside them.
// The rules of the consent decide when each applies.
// asked → refused with every code that applies → put right.
import { WordingCode } from '../common/wording.ts';

/** Why a consent was not kept. */
export const GiveConsentErrorCode = {
  ...WordingCode,
  NO_AUTHORITY: 'NO_AUTHORITY',
  NOT_YOURS_TO_GIVE: 'NOT_YOURS_TO_GIVE',
  NOTHING_ALLOWED: 'NOTHING_ALLOWED',
  RECIPIENT_UNCLEAR: 'RECIPIENT_UNCLEAR',
  RECIPIENT_NOT_FOUND: 'RECIPIENT_NOT_FOUND',
  RECIPIENT_IS_GIVER: 'RECIPIENT_IS_GIVER',
  DAYS_IN_WRONG_ORDER: 'DAYS_IN_WRONG_ORDER',
  LAST_DAY_PAST: 'LAST_DAY_PAST',
  DATES_OVERLAP: 'DATES_OVERLAP',
  HOW_IT_WAS_GIVEN: 'HOW_IT_WAS_GIVEN',
  EVIDENCE_REQUIRED: 'EVIDENCE_REQUIRED',
  WITNESS_REQUIRED: 'WITNESS_REQUIRED',
} as const;
export type GiveConsentErrorCode = keyof typeof GiveConsentErrorCode;

/** Why a consent was not withdrawn. */
export const WithdrawConsentErrorCode = { NEEDED_BY_AGREEMENT: 'NEEDED_BY_AGREEMENT' } as const;
export type WithdrawConsentErrorCode = keyof typeof WithdrawConsentErrorCode;
