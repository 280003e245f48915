// Why each step of an agreement can be refused: one list of codes for each mutation.
import { GroundsCode } from '../representatives/decision.rules.ts';
import { AgreementProblem } from './agreement.rules.ts';
import { TermsProblemCode } from './terms.rules.ts';

/** Why first terms could not be put forward. */
export const ProposeTermsErrorCode = {
  ...TermsProblemCode,
  NOT_CHOSEN: 'NOT_CHOSEN',
  NO_PROVIDER: 'NO_PROVIDER',
  ALREADY_PROPOSED: 'ALREADY_PROPOSED',
  REPLY_TOO_SOON: AgreementProblem.REPLY_TOO_SOON,
  BUDGET_EXCEEDED: AgreementProblem.BUDGET_EXCEEDED,
} as const;
export type ProposeTermsErrorCode = keyof typeof ProposeTermsErrorCode;

/** Why other terms could not be put forward. */
export const CounterTermsErrorCode = {
  ...TermsProblemCode,
  NOT_OPEN: AgreementProblem.NOT_OPEN,
  TERMS_SUPERSEDED: AgreementProblem.TERMS_SUPERSEDED,
  NOT_YOUR_TURN: AgreementProblem.NOT_YOUR_TURN,
  NOTHING_CHANGED: AgreementProblem.NOTHING_CHANGED,
  REPLY_TOO_SOON: AgreementProblem.REPLY_TOO_SOON,
  BUDGET_EXCEEDED: AgreementProblem.BUDGET_EXCEEDED,
} as const;
export type CounterTermsErrorCode = keyof typeof CounterTermsErrorCode;

/** Why terms could not be accepted. */
export const AcceptTermsErrorCode = {
  ...GroundsCode,
  NOT_OPEN: AgreementProblem.NOT_OPEN,
  TERMS_SUPERSEDED: AgreementProblem.TERMS_SUPERSEDED,
  ALREADY_ACCEPTED: AgreementProblem.ALREADY_ACCEPTED,
  OFFER_EXPIRED: AgreementProblem.OFFER_EXPIRED,
  BUDGET_EXCEEDED: AgreementProblem.BUDGET_EXCEEDED,
  NO_CAPACITY_LEFT: AgreementProblem.NO_CAPACITY_LEFT,
} as const;
export type AcceptTermsErrorCode = keyof typeof AcceptTermsErrorCode;

/** Why terms could not be declined. */
export const DeclineTermsErrorCode = {
  NOT_OPEN: AgreementProblem.NOT_OPEN,
  TERMS_SUPERSEDED: AgreementProblem.TERMS_SUPERSEDED,
  NOT_YOUR_TURN: AgreementProblem.NOT_YOUR_TURN,
  OFFER_EXPIRED: AgreementProblem.OFFER_EXPIRED,
  REASON_MISSING: AgreementProblem.REASON_MISSING,
} as const;
export type DeclineTermsErrorCode = keyof typeof DeclineTermsErrorCode;

/** Why an agreement could not be withdrawn. */
export const WithdrawAgreementErrorCode = {
  NOT_OPEN: AgreementProblem.NOT_OPEN,
  REASON_MISSING: AgreementProblem.REASON_MISSING,
} as const;
export type WithdrawAgreementErrorCode = keyof typeof WithdrawAgreementErrorCode;

/** Why an agreement could not be signed. */
export const SignAgreementErrorCode = {
  ...GroundsCode,
  NOT_AGREED: AgreementProblem.NOT_AGREED,
  TERMS_SUPERSEDED: AgreementProblem.TERMS_SUPERSEDED,
  ALREADY_SIGNED: AgreementProblem.ALREADY_SIGNED,
  INDIVIDUAL_SIGNS_FIRST: AgreementProblem.INDIVIDUAL_SIGNS_FIRST,
  NAME_MISSING: AgreementProblem.NAME_MISSING,
  NOT_READ: AgreementProblem.NOT_READ,
} as const;
export type SignAgreementErrorCode = keyof typeof SignAgreementErrorCode;
