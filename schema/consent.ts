import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { GiveConsentErrorCode, WithdrawConsentErrorCode } from '../api/consents/consent-errors.rules.ts';
import {
  ConsentAuthority,
  ConsentHow,
  ConsentPurpose,
  ConsentRecipientKind,
  ConsentStatus,
  DataClass,
} from '../api/consents/consent.rules.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { Individual, Person } from './person.ts';
import { DateScalar, DateTime } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What something may be used for.',
  valuesConfig: {
    ARRANGE_SUPPORT: { description: 'To find and arrange support.' },
    GIVE_SUPPORT: { description: 'To give the support that was agreed.' },
    PAY: { description: 'To pay for support.' },
    ADVISE: { description: 'To advise the person or speak up for them.' },
    REVIEW: { description: 'To look at how it goes.' },
    INTRODUCE: { description: 'To introduce the person to people and groups.' },
  },
});

registerEnumType(DataClass, {
  name: 'DataClass',
  description: 'Kind of data about an individual.',
  valuesConfig: {
    IDENTITY: { description: 'Name.' },
    CONTACT: { description: 'Where they live.' },
    COMMUNICATION: { description: 'How they communicate.' },
    ABOUT_ME: { description: 'What they and people close to them say of them.' },
    PLAN: { description: 'Outcomes, options and decisions, with About Me and how they communicate.' },
    HEALTH: { description: 'Health; opens nothing while no health facts are kept apart from the rest.' },
    MONEY: { description: 'Personal budget.' },
    AGREEMENTS: { description: 'Agreements with those who give support.' },
  },
});

registerEnumType(ConsentRecipientKind, {
  name: 'ConsentRecipientKind',
  description: 'Who may know by a consent.',
  valuesConfig: {
    ORGANISATION: { description: 'One organisation: its members.' },
    PERSON: { description: 'One person.' },
    PROVIDERS_ASKED: { description: 'Every provider with whom terms are open or agreed.' },
  },
});

registerEnumType(ConsentAuthority, {
  name: 'ConsentAuthority',
  description: 'By what authority a consent was given.',
  valuesConfig: {
    INDIVIDUAL: { description: 'As the individual.' },
    CIRCLE: { description: 'As somebody whom the individual lets decide.' },
    REPRESENTATIVE: { description: 'As a representative with a lasting authority.' },
  },
});

registerEnumType(ConsentHow, {
  name: 'ConsentHow',
  description: 'How a consent was given.',
  valuesConfig: {
    HERE: { description: 'In this product, by whoever gave it.' },
    SPOKEN: { description: 'Spoken.' },
    WRITTEN: { description: 'In writing.' },
    SIGNED: { description: 'With a signature on paper.' },
    GESTURE: { description: 'By gesture, look or behaviour; somebody else saw it too.' },
    COMMUNICATION_AID: { description: 'With a communication aid; somebody else saw it too.' },
    BY_ACCEPTING: { description: 'By accepting terms: the provider learns the name once both have agreed.' },
  },
});

registerEnumType(ConsentStatus, {
  name: 'ConsentStatus',
  description: 'Where a consent stands today.',
  valuesConfig: {
    WAITING: { description: 'Its first day is to come, or its agreement is not made yet: nothing is open.' },
    OPEN: { description: 'Recipient may know.' },
    OVER: { description: 'Its last day has passed.' },
    WITHDRAWN: { description: 'It was withdrawn.' },
  },
});

@ObjectType({
  description: "Individual's yes to somebody knowing certain things, for one purpose, between two days.",
  simpleResolvers: true,
})
export class Consent {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ConsentPurpose, { description: 'What it may be used for.' })
  purpose: ConsentPurpose;

  @Field(() => [DataClass], { description: 'What may be known; at most 8.' })
  classes: DataClass[];

  @Field(() => ConsentRecipientKind, { description: 'Who may know.' })
  recipientKind: ConsentRecipientKind;

  @Field(() => Organisation, { nullable: true, description: 'Organisation that may know; null unless it is one.' })
  organisation: Organisation | null;

  @Field(() => Person, {
    nullable: true,
    description: 'Person who may know; null unless it is one, or when you may not know who.',
  })
  person: Person | null;

  @Field(() => DateScalar, { description: 'First day of it.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of it; null while no end is known.' })
  endsOn: string | null;

  @Field(() => ConsentStatus, { description: 'Where it stands today.' })
  status: ConsentStatus;

  @Field(() => Person, { nullable: true, description: 'Who gave it; null when you may not know.' })
  giver: Person | null;

  @Field(() => ConsentAuthority, { description: 'By what authority it was given.' })
  givenAs: ConsentAuthority;

  @Field(() => ConsentHow, { description: 'How it was given.' })
  how: ConsentHow;

  @Field(() => String, { nullable: true, description: 'Who else saw it given; null when nobody is named.' })
  witness: string | null;

  @Field(() => String, { nullable: true, description: 'What was said or done; null when it was given here.' })
  evidence: string | null;

  @Field(() => Person, { nullable: true, description: 'Who wrote it down; null when you may not know.' })
  recorder: Person | null;

  @Field(() => DateTime, { description: 'When it was written down.' })
  recordedAt: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn; null when it was not.' })
  withdrawnAt: string | null;

  @Field(() => Person, {
    nullable: true,
    description: 'Who withdrew it, or wrote that down; null when nobody did or you may not know.',
  })
  withdrawer: Person | null;

  @Field(() => Boolean, { description: 'Whether an agreement that goes on, or is being made, rests on it.' })
  isNeededByAgreement: boolean;

  @Field(() => Boolean, { description: 'Whether you can withdraw it now.' })
  viewerCanWithdraw: boolean;
}

/** A page of consents. */
export const ConsentConnection = connectionOf('Consent', () => Consent);

registerEnumType(GiveConsentErrorCode, {
  name: 'GiveConsentErrorCode',
  description: 'Why a consent was not kept.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    NO_AUTHORITY: { description: 'Giver is neither the individual nor somebody who may decide for them.' },
    NOT_YOURS_TO_GIVE: { description: 'Giver does not see that part of the affairs themselves.' },
    NOTHING_ALLOWED: { description: 'No kind of data is named.' },
    RECIPIENT_UNCLEAR: { description: 'None, or more than one, of organisation, person and providers asked is named.' },
    RECIPIENT_NOT_FOUND: { description: 'There is no such organisation or person, or you may not know of it.' },
    RECIPIENT_IS_GIVER: { description: 'Recipient is the individual or the giver.' },
    DAYS_IN_WRONG_ORDER: { description: 'Last day comes before the first.' },
    LAST_DAY_PAST: { description: 'Last day has passed.' },
    DATES_OVERLAP: { description: 'Same recipient has a consent for the same purpose on one of these days.' },
    HOW_IT_WAS_GIVEN: { description: 'It cannot have been given in that way.' },
    EVIDENCE_REQUIRED: { description: 'What was said or done is missing.' },
    WITNESS_REQUIRED: { description: 'Who else saw it is missing.' },
  },
});

@InputType({ description: 'What a person allows somebody to know. Exactly one recipient is named.' })
export class GiveConsentInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose affairs it is about.' })
  individualId: string;

  @Field(() => ConsentPurpose, { description: 'What it may be used for.' })
  purpose: ConsentPurpose;

  @Field(() => [DataClass], { description: 'What may be known, 1 to 8.' })
  classes: DataClass[];

  @Field(() => ID, { nullable: true, description: 'Organisation that may know.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Person who may know.' })
  personId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether every provider may know with whom terms are open or agreed.',
  })
  isForProvidersAsked: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today when left out.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, today or later; null until it is withdrawn.' })
  endsOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who gives it; you when left out.' })
  givenById?: string | null;

  @Field(() => ConsentHow, { description: 'How it was given; HERE only when you give it yourself.' })
  how: ConsentHow;

  @Field(() => String, {
    nullable: true,
    description: 'Who else saw it, at most 200 characters; needed for a gesture or a communication aid.',
  })
  witness?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said or done, at most 2,000 characters; needed unless it is given here.',
  })
  evidence?: string | null;
}

/** The error of giveConsent. */
export const GiveConsentError = errorOf('GiveConsent', GiveConsentErrorCode);

@ObjectType({ description: 'What came of giveConsent.', simpleResolvers: true })
export class GiveConsentPayload {
  @Field(() => Consent, { nullable: true, description: 'Consent; null when refused.' })
  consent: Consent | null;

  @Field(() => Individual, { nullable: true, description: 'Individual as the record stands now.' })
  individual: Individual | null;

  @Field(() => [GiveConsentError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(WithdrawConsentErrorCode, {
  name: 'WithdrawConsentErrorCode',
  description: 'Why a consent was not withdrawn.',
  valuesConfig: { NEEDED_BY_AGREEMENT: { description: 'An agreement that goes on, or is being made, rests on it.' } },
});

/** The error of withdrawConsent. */
export const WithdrawConsentError = errorOf('WithdrawConsent', WithdrawConsentErrorCode);

@InputType({ description: 'Consent to withdraw at once.' })
export class WithdrawConsentInput extends MutationInput {
  @Field(() => ID, { description: 'Consent to withdraw.' })
  consentId: string;
}

@ObjectType({ description: 'What came of withdrawConsent.', simpleResolvers: true })
export class WithdrawConsentPayload {
  @Field(() => Consent, { nullable: true, description: 'Consent as it stands now.' })
  consent: Consent | null;

  @Field(() => Individual, { nullable: true, description: 'Individual as the record stands now; null when refused.' })
  individual: Individual | null;

  @Field(() => [WithdrawConsentError], {
    description: 'Every reason for refusing; empty when done, or withdrawn before.',
  })
  userErrors: UserError[];
}
