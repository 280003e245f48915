import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AgreementEventType } from '../api/agreements/agreement-words.rules.ts';
import { AgreementStatus, PartyRole, SignatureMethod } from '../api/agreements/agreement.rules.ts';
import { Budget } from './budget.ts';
import { Money } from './money.ts';
import { Organisation } from './organisation.ts';
import { Outcome } from './outcome.ts';
import { connectionOf } from './paging.ts';
import { Individual } from './person.ts';
import { DateTime } from './scalars.ts';
import { Service } from './service.ts';
import { TermChange, TermLine, Terms } from './terms.ts';

registerEnumType(AgreementStatus, {
  name: 'AgreementStatus',
  description:
    'How an agreement stands now: the last step that a person took, and what follows from signatures and dates.',
  valuesConfig: {
    PROPOSED: { description: 'First terms are with the other side.' },
    COUNTERED: { description: 'Other terms were put forward in answer.' },
    AGREED: { description: 'Both sides accepted the same version; nobody has signed.' },
    PART_SIGNED: { description: 'Agreed, and signed by some.' },
    SIGNED: { description: 'Signed by everybody; not started yet.' },
    STARTED: { description: 'Signed, and the first day has come.' },
    ENDED: { description: 'Last day is over.' },
    DECLINED: { description: 'One side declined the terms.' },
    WITHDRAWN: { description: 'One side withdrew before everybody had signed.' },
    EXPIRED: { description: 'Terms were not answered in time.' },
  },
});

registerEnumType(SignatureMethod, {
  name: 'SignatureMethod',
  description: 'How somebody signed.',
  valuesConfig: {
    TYPED: { description: 'By typing their name.' },
    WITNESSED: { description: 'By saying so before a witness, who wrote it down.' },
    REPRESENTATIVE: { description: 'By somebody who may bind the individual.' },
  },
});

registerEnumType(AgreementEventType, {
  name: 'AgreementEventType',
  description: 'What happened to an agreement.',
  valuesConfig: {
    TERMS_PROPOSED: { description: 'First terms were put forward.' },
    TERMS_COUNTERED: { description: 'Other terms were put forward.' },
    TERMS_ACCEPTED: { description: 'One side accepted the latest terms.' },
    TERMS_DECLINED: { description: 'One side declined the terms.' },
    AGREEMENT_WITHDRAWN: { description: 'One side withdrew.' },
    AGREEMENT_SIGNED: { description: 'One party signed.' },
  },
});

@ObjectType({ description: 'Signature under one exact version of terms.', simpleResolvers: true })
export class Signature {
  @Field(() => String, { description: 'Name that was signed.' })
  signedBy: string;

  @Field(() => DateTime, { description: 'When.' })
  signedAt: string;

  @Field(() => SignatureMethod, { description: 'How.' })
  method: SignatureMethod;

  @Field(() => Int, { description: 'Version that was signed.' })
  termsNumber: number;

  @Field(() => String, { description: "First four characters of that version's hash." })
  fingerprint: string;
}

@ObjectType({ description: 'One party to an agreement.', simpleResolvers: true })
export class AgreementParty {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => PartyRole, { description: 'As what.' })
  role: PartyRole;

  @Field(() => String, { description: 'Name that you may know; an alias until something is agreed.' })
  name: string;

  @Field(() => Boolean, {
    description: 'Whether this party has accepted the latest terms; always false for the budget holder, who signs.',
  })
  hasAccepted: boolean;

  @Field(() => Signature, { nullable: true, description: 'Signature; null until signed.' })
  signature: Signature | null;
}

@ObjectType({ description: 'One thing that happened to an agreement.', simpleResolvers: true })
export class AgreementEvent {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Cursor from which a subscription can go on.' })
  cursor: string;

  @Field(() => AgreementEventType, { description: 'What happened.' })
  type: AgreementEventType;

  @Field(() => DateTime, { description: 'When.' })
  at: string;

  @Field(() => String, { description: 'What happened, in one sentence.' })
  sentence: string;
}

/** A page of an agreement's timeline. */
export const AgreementEventConnection = connectionOf('AgreementEvent', () => AgreementEvent);

@ObjectType({
  description: 'What an individual, a provider and the holder of the budget agree, from the first terms to the end.',
  simpleResolvers: true,
})
export class Agreement {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What people quote, such as "AG-2026-000123".' })
  reference: string;

  @Field(() => AgreementStatus, { description: 'How it stands now.' })
  status: AgreementStatus;

  @Field(() => String, { description: 'How it stands, said to you: "Waiting for you", "Waiting for Brightwater".' })
  statusSentence: string;

  @Field(() => [PartyRole], { description: 'Who has to act next; empty when nobody has; at most 3.' })
  waitingFor: PartyRole[];

  @Field(() => Boolean, { description: 'Whether you have to act next.' })
  waitingForMe: boolean;

  @Field(() => DateTime, { description: 'Since when it stands so.' })
  since: string;

  @Field(() => DateTime, { nullable: true, description: 'When the open terms lapse; null when they do not.' })
  replyBy: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn; null otherwise.' })
  endedReason: string | null;

  @Field(() => Individual, { nullable: true, description: 'Individual; null until you may know who it is.' })
  individual: Individual | null;

  @Field(() => String, {
    description: 'What you may call the individual: a name, or an alias until something is agreed.',
  })
  individualLabel: string;

  @Field(() => Organisation, { description: 'Provider or community group.' })
  provider: Organisation;

  @Field(() => Service, { nullable: true, description: 'Service of the directory; null when it is no longer there.' })
  service: Service | null;

  @Field(() => Outcome, { nullable: true, description: 'Outcome it serves; null when it is not yours to see.' })
  outcome: Outcome | null;

  @Field(() => Budget, {
    nullable: true,
    description: 'Budget that pays; null when none does or it is not yours to see.',
  })
  budget: Budget | null;

  @Field(() => [AgreementParty], {
    description: 'Parties, two or three: individual, provider, and the budget holder where a budget pays.',
  })
  parties: AgreementParty[];

  @Field(() => Terms, { description: 'Latest version of the terms.' })
  openTerms: Terms;

  @Field(() => [TermChange], {
    description: 'What differs from the version before, in the order of the terms; empty for the first; at most 9.',
  })
  changes: TermChange[];

  @Field(() => [TermLine], {
    description: 'What says the same as the version before, in the order of the terms; all for the first; at most 9.',
  })
  unchanged: TermLine[];

  @Field(() => Money, {
    nullable: true,
    description: 'How much more a week costs than in the version before, below zero for less; null for the first.',
  })
  weeklyDifference: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'What would be left of the budget for each remaining week once the latest terms are accepted; null when no budget pays or it is not yours to see.',
  })
  budgetLeftAfter: Money | null;

  @Field(() => PartyRole, {
    nullable: true,
    description: 'Party that you act for; null for a broker, who helps and does not bind.',
  })
  viewerRole: PartyRole | null;

  @Field(() => Boolean, { description: 'Whether you can accept the latest terms now.' })
  viewerCanAccept: boolean;

  @Field(() => Boolean, { description: 'Whether you can put other terms forward now.' })
  viewerCanCounter: boolean;

  @Field(() => Boolean, { description: 'Whether you can decline the latest terms now.' })
  viewerCanDecline: boolean;

  @Field(() => Boolean, { description: 'Whether you can withdraw the agreement now.' })
  viewerCanWithdraw: boolean;

  @Field(() => Boolean, { description: 'Whether you can sign now.' })
  viewerCanSign: boolean;
}

/** A page of agreements. */
export const AgreementConnection = connectionOf('Agreement', () => Agreement);

@InputType({ description: 'Which agreements to list; all that is given must hold.' })
export class AgreementFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this individual.' })
  individualId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those that are being negotiated, signed or running, false for those that are over.',
  })
  isInHand?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True for those in which you have to act next.' })
  isWaitingForMe?: boolean | null;
}

@ObjectType({
  description: 'That an agreement changed, with the agreement as it now stands to you.',
  simpleResolvers: true,
})
export class AgreementStatusChanged {
  @Field(() => String, { description: 'Cursor of this event; give it as `after` to go on from here.' })
  cursor: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at: string;

  @Field(() => AgreementEventType, { description: 'What happened.' })
  type: AgreementEventType;

  @Field(() => String, { description: 'What happened, in one sentence.' })
  sentence: string;

  @Field(() => Agreement, { description: 'Agreement as it stands.' })
  agreement: Agreement;
}
