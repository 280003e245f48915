import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  AcceptTermsErrorCode,
  CounterTermsErrorCode,
  DeclineTermsErrorCode,
  ProposeTermsErrorCode,
  SignAgreementErrorCode,
  WithdrawAgreementErrorCode,
} from '../api/agreements/agreement-errors.rules.ts';
import { SignatureMethod } from '../api/agreements/agreement.rules.ts';
import { Agreement } from './agreement.ts';
import { DateScalar } from './scalars.ts';
import { TermReasonInput, TermsInput } from './terms.ts';
import { GROUNDS_MEANING } from './grounds.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

/** What each code means, said once for the mutations that share it. */
const MEANING = {
  ...GROUNDS_MEANING,
  TEXT_MISSING: { description: 'A text is empty.' },
  TEXT_TOO_LONG: { description: 'A text is too long.' },
  VISITS_MISSING: { description: 'There are no visits, or too many.' },
  VISIT_IMPOSSIBLE: { description: 'A visit ends before it starts.' },
  VISITS_OVERLAP: { description: 'Two visits overlap.' },
  RATE_IMPOSSIBLE: { description: 'The price is below zero or too high.' },
  DAYS_IMPOSSIBLE: { description: 'The last day comes before the first, or too late.' },
  NOTICE_IMPOSSIBLE: { description: 'The notice is not between 0 and 365 days.' },
  NOT_CHOSEN: { description: 'The option has not been chosen.' },
  NO_PROVIDER: { description: 'The option has no provider to send terms to.' },
  ALREADY_PROPOSED: { description: 'Terms for this option are with the provider already.' },
  REPLY_TOO_SOON: { description: 'There is less than a day to answer.' },
  NOT_OPEN: { description: 'The agreement is no longer being negotiated.' },
  TERMS_SUPERSEDED: { description: 'Newer terms have replaced those that were read.' },
  NOT_YOUR_TURN: { description: "It is the other side's turn." },
  NOTHING_CHANGED: { description: 'The terms are the same as the open ones.' },
  ALREADY_ACCEPTED: { description: 'Your side has accepted these terms already.' },
  OFFER_EXPIRED: { description: 'The time to answer is over.' },
  BUDGET_EXCEEDED: { description: 'The cost does not fit the budget.' },
  NO_CAPACITY_LEFT: { description: 'The provider has less free than the terms need.' },
  REASON_MISSING: { description: 'No reason was given.' },
  NOT_AGREED: { description: 'The terms are not agreed.' },
  ALREADY_SIGNED: { description: 'Your party has signed already.' },
  INDIVIDUAL_SIGNS_FIRST: { description: 'The individual has not signed yet.' },
  NAME_MISSING: { description: 'No name was given.' },
  NOT_READ: { description: 'The signer has not said that they have read the terms.' },
} as const;

/** The meanings of one mutation's codes. */
function meanings<Code extends keyof typeof MEANING>(codes: Readonly<Record<Code, string>>) {
  const names = Object.keys(codes) as Code[];
  return Object.fromEntries(names.map((code) => [code, MEANING[code]])) as unknown as Record<
    Code,
    { description: string }
  >;
}

registerEnumType(ProposeTermsErrorCode, {
  name: 'ProposeTermsErrorCode',
  description: 'Why first terms could not be put forward.',
  valuesConfig: meanings(ProposeTermsErrorCode),
});

@InputType({ description: 'Terms to put to the provider of a chosen option.' })
export class ProposeTermsInput extends MutationInput {
  @Field(() => ID, { description: 'Option that was chosen; its provider is asked.' })
  optionId: string;

  @Field(() => TermsInput, { description: 'Terms.' })
  terms: TermsInput;

  @Field(() => String, { nullable: true, description: 'What you say with them; null for nothing.' })
  message?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which to answer; null for five working days.' })
  replyBy?: string | null;
}

/** The error of proposeTerms. */
export const ProposeTermsError = errorOf('ProposeTerms', ProposeTermsErrorCode);

@ObjectType({ description: 'What came of proposeTerms.', simpleResolvers: true })
export class ProposeTermsPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement as it now stands, also when refused; null when there is none.',
  })
  agreement: Agreement | null;

  @Field(() => [ProposeTermsError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(CounterTermsErrorCode, {
  name: 'CounterTermsErrorCode',
  description: 'Why other terms could not be put forward.',
  valuesConfig: meanings(CounterTermsErrorCode),
});

@InputType({ description: 'Other terms to answer the open ones with.' })
export class CounterTermsInput extends MutationInput {
  @Field(() => ID, { description: 'Agreement.' })
  agreementId: string;

  @Field(() => String, { description: 'Hash of the version that you read.' })
  termsHash: string;

  @Field(() => TermsInput, { description: 'Terms, whole.' })
  terms: TermsInput;

  @Field(() => [TermReasonInput], { defaultValue: [], description: 'Why terms were changed; at most 9.' })
  reasons: TermReasonInput[];

  @Field(() => String, { nullable: true, description: 'What you say with them; null for nothing.' })
  message?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which to answer; null for five working days.' })
  replyBy?: string | null;
}

/** The error of counterTerms. */
export const CounterTermsError = errorOf('CounterTerms', CounterTermsErrorCode);

@ObjectType({ description: 'What came of counterTerms.', simpleResolvers: true })
export class CounterTermsPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement as it now stands, also when refused; null when there is none.',
  })
  agreement: Agreement | null;

  @Field(() => [CounterTermsError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(AcceptTermsErrorCode, {
  name: 'AcceptTermsErrorCode',
  description: 'Why terms could not be accepted.',
  valuesConfig: meanings(AcceptTermsErrorCode),
});

@InputType({ description: 'Version of terms to accept.' })
export class AcceptTermsInput extends MutationInput {
  @Field(() => ID, { description: 'Agreement.' })
  agreementId: string;

  @Field(() => String, { description: 'Hash of the version that you read.' })
  termsHash: string;
}

/** The error of acceptTerms. */
export const AcceptTermsError = errorOf('AcceptTerms', AcceptTermsErrorCode);

@ObjectType({ description: 'What came of acceptTerms.', simpleResolvers: true })
export class AcceptTermsPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement as it now stands, also when refused; null when there is none.',
  })
  agreement: Agreement | null;

  @Field(() => [AcceptTermsError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(DeclineTermsErrorCode, {
  name: 'DeclineTermsErrorCode',
  description: 'Why terms could not be declined.',
  valuesConfig: meanings(DeclineTermsErrorCode),
});

@InputType({ description: 'Version of terms to decline.' })
export class DeclineTermsInput extends MutationInput {
  @Field(() => ID, { description: 'Agreement.' })
  agreementId: string;

  @Field(() => String, { description: 'Hash of the version that you read.' })
  termsHash: string;

  @Field(() => String, { description: 'Why, in your words.' })
  reason: string;
}

/** The error of declineTerms. */
export const DeclineTermsError = errorOf('DeclineTerms', DeclineTermsErrorCode);

@ObjectType({ description: 'What came of declineTerms.', simpleResolvers: true })
export class DeclineTermsPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement as it now stands, also when refused; null when there is none.',
  })
  agreement: Agreement | null;

  @Field(() => [DeclineTermsError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(WithdrawAgreementErrorCode, {
  name: 'WithdrawAgreementErrorCode',
  description: 'Why an agreement could not be withdrawn.',
  valuesConfig: meanings(WithdrawAgreementErrorCode),
});

@InputType({ description: 'Agreement to withdraw.' })
export class WithdrawAgreementInput extends MutationInput {
  @Field(() => ID, { description: 'Agreement.' })
  agreementId: string;

  @Field(() => String, { description: 'Why, in your words.' })
  reason: string;
}

/** The error of withdrawAgreement. */
export const WithdrawAgreementError = errorOf('WithdrawAgreement', WithdrawAgreementErrorCode);

@ObjectType({ description: 'What came of withdrawAgreement.', simpleResolvers: true })
export class WithdrawAgreementPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement as it now stands, also when refused; null when there is none.',
  })
  agreement: Agreement | null;

  @Field(() => [WithdrawAgreementError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(SignAgreementErrorCode, {
  name: 'SignAgreementErrorCode',
  description: 'Why an agreement could not be signed.',
  valuesConfig: meanings(SignAgreementErrorCode),
});

@InputType({ description: 'Version of terms to sign.' })
export class SignAgreementInput extends MutationInput {
  @Field(() => ID, { description: 'Agreement.' })
  agreementId: string;

  @Field(() => String, { description: 'Hash of the exact version.' })
  termsHash: string;

  @Field(() => String, { description: 'Full name of the signer.' })
  typedName: string;

  @Field(() => Boolean, {
    description: 'Whether the signer has read the terms, or had them read aloud, and understands them.',
  })
  hasRead: boolean;

  @Field(() => SignatureMethod, { defaultValue: SignatureMethod.TYPED, description: 'How it is signed.' })
  method: SignatureMethod;
}

/** The error of signAgreement. */
export const SignAgreementError = errorOf('SignAgreement', SignAgreementErrorCode);

@ObjectType({ description: 'What came of signAgreement.', simpleResolvers: true })
export class SignAgreementPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement as it now stands, also when refused; null when there is none.',
  })
  agreement: Agreement | null;

  @Field(() => [SignAgreementError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
