import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  ClaimOrganisationErrorCode,
  ClaimState,
  DeclineClaimErrorCode,
  VerifyClaimErrorCode,
} from '../api/listings/claim.rules.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { DateTime } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'How a claim stands.',
  valuesConfig: {
    OPEN: { description: 'An editor of the directory has yet to check it.' },
    VERIFIED: { description: 'It was found true: the claimant looks after the organisation.' },
    DECLINED: { description: 'It could not be found true.' },
  },
});

@ObjectType({ description: 'That somebody says an organisation is theirs to look after.', simpleResolvers: true })
export class Claim {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Organisation that is claimed; null when it is listed no longer.',
  })
  organisation: Organisation | null;

  @Field(() => String, { description: 'Name of the claimant when they claimed it.' })
  claimantName: string;

  @Field(() => String, { description: 'What they do there, in their own words.' })
  role: string;

  @Field(() => String, { description: 'How it can be checked, in their own words.' })
  evidence: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => ClaimState, { description: 'How it stands.' })
  state: ClaimState;

  @Field(() => String, { nullable: true, description: 'Why it was declined; null when it was not.' })
  reason: string | null;

  @Field(() => Int, { description: 'How many others claim the same organisation and wait, as far as you may see.' })
  rivals: number;

  @Field(() => Boolean, { description: 'Whether you can decide it now; never your own.' })
  viewerCanDecide: boolean;
}

/** A page of claims. */
export const ClaimConnection = connectionOf('Claim', () => Claim);

registerEnumType(ClaimOrganisationErrorCode, {
  name: 'ClaimOrganisationErrorCode',
  description: 'Why an organisation could not be claimed.',
  valuesConfig: {
    ROLE_REQUIRED: { description: 'There is no word on what the claimant does there.' },
    EVIDENCE_REQUIRED: { description: 'There is no word on how it can be checked.' },
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    CLAIM_OPEN: { description: 'Claimant has claimed it already and waits.' },
    ALREADY_YOURS: { description: 'Claimant looks after it already.' },
    NOT_FOR_CLAIMING: { description: 'Organisation is an authority.' },
    TOO_MANY_CLAIMS: { description: 'Five claims of the claimant wait.' },
  },
});

@InputType({ description: 'That an organisation is yours to look after.' })
export class ClaimOrganisationInput extends MutationInput {
  @Field(() => ID, { description: 'Organisation to claim.' })
  organisationId: string;

  @Field(() => String, { description: 'What you do there, at most 300 characters.' })
  role: string;

  @Field(() => String, { description: 'How it can be checked, at most 2,000 characters; editors alone read it.' })
  evidence: string;
}

/** The error of claimOrganisation. */
export const ClaimOrganisationError = errorOf('ClaimOrganisation', ClaimOrganisationErrorCode);

@ObjectType({ description: 'What came of claimOrganisation.', simpleResolvers: true })
export class ClaimOrganisationPayload {
  @Field(() => Claim, { nullable: true, description: 'Claim; null when refused.' })
  claim: Claim | null;

  @Field(() => [ClaimOrganisationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(VerifyClaimErrorCode, {
  name: 'VerifyClaimErrorCode',
  description: 'Why a claim could not be verified.',
  valuesConfig: {
    CLAIM_DECIDED: { description: 'Somebody has decided it already.' },
    OWN_CLAIM: { description: 'Claim is the editor’s own.' },
  },
});

@InputType({ description: 'Claim that was checked and found true.' })
export class VerifyClaimInput extends MutationInput {
  @Field(() => ID, { description: 'Claim to verify.' })
  claimId: string;
}

/** The error of verifyClaim. */
export const VerifyClaimError = errorOf('VerifyClaim', VerifyClaimErrorCode);

@ObjectType({ description: 'What came of verifyClaim.', simpleResolvers: true })
export class VerifyClaimPayload {
  @Field(() => Claim, { nullable: true, description: 'Claim as it stands now.' })
  claim: Claim | null;

  @Field(() => [VerifyClaimError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(DeclineClaimErrorCode, {
  name: 'DeclineClaimErrorCode',
  description: 'Why a claim could not be declined.',
  valuesConfig: {
    CLAIM_DECIDED: { description: 'Somebody has decided it already.' },
    OWN_CLAIM: { description: 'Claim is the editor’s own.' },
    REASON_REQUIRED: { description: 'There is no reason.' },
    TEXT_TOO_LONG: { description: 'Reason is longer than 2,000 characters.' },
  },
});

@InputType({ description: 'Claim that could not be found true.' })
export class DeclineClaimInput extends MutationInput {
  @Field(() => ID, { description: 'Claim to decline.' })
  claimId: string;

  @Field(() => String, { description: 'Why, at most 2,000 characters; the claimant reads it.' })
  reason: string;
}

/** The error of declineClaim. */
export const DeclineClaimError = errorOf('DeclineClaim', DeclineClaimErrorCode);

@ObjectType({ description: 'What came of declineClaim.', simpleResolvers: true })
export class DeclineClaimPayload {
  @Field(() => Claim, { nullable: true, description: 'Claim as it stands now.' })
  claim: Claim | null;

  @Field(() => [DeclineClaimError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
