import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { FactAgreement } from '../api/directory/link-comparison.rules.ts';
import { DecideServiceLinkErrorCode, LinkDecision, LinkState } from '../api/directory/link-decision.rules.ts';
import { LinkKind } from '../api/directory/link.rules.ts';
import { connectionOf } from './paging.ts';
import { DateTime } from './scalars.ts';
import { Service } from './service.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(LinkKind, {
  name: 'ServiceLinkKind',
  description: 'What a link says of its two entries.',
  valuesConfig: {
    DUPLICATE: { description: 'Both are listed, and may be the same.' },
    REREGISTRATION: { description: 'One may have taken the place of the other, which is listed no longer.' },
  },
});

registerEnumType(LinkState, {
  name: 'ServiceLinkState',
  description: 'What a link has come to.',
  valuesConfig: {
    PROPOSED: { description: 'An import has noticed it; nobody has decided.' },
    CONFIRMED: { description: 'They are the same: one is shown for both.' },
    REJECTED: { description: 'They are two.' },
  },
});

registerEnumType(FactAgreement, {
  name: 'FactAgreement',
  description: 'Whether two entries say the same of a fact.',
  valuesConfig: {
    SAME: { description: 'They say the same, however it is written.' },
    DIFFERENT: { description: 'They say different things.' },
    UNKNOWN: { description: 'One of them does not say.' },
  },
});

@ObjectType({ description: 'One fact of two entries, side by side.', simpleResolvers: true })
export class ComparedFact {
  @Field(() => String, { description: 'What the fact is about.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'What the later entry says; null when nothing.' })
  service: string | null;

  @Field(() => String, { nullable: true, description: 'What the earlier entry says; null when nothing.' })
  otherService: string | null;

  @Field(() => FactAgreement, { description: 'Whether they say the same.' })
  agreement: FactAgreement;
}

@ObjectType({ description: 'Two entries of the directory that may be one and the same.', simpleResolvers: true })
export class ServiceLink {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => LinkKind, { description: 'What it says of them.' })
  kind: LinkKind;

  @Field(() => LinkState, { description: 'What it has come to.' })
  state: LinkState;

  @Field(() => Service, { description: 'Later entry.' })
  service: Service;

  @Field(() => Service, { description: 'Earlier entry.' })
  otherService: Service;

  @Field(() => [String], { description: 'Why they may be the same, in sentences; at most 4.' })
  grounds: string[];

  @Field(() => [ComparedFact], { description: 'Both side by side, fact by fact; at most 9.' })
  facts: ComparedFact[];

  @Field(() => DateTime, { description: 'When an import noticed it.' })
  proposedAt: string;

  @Field(() => DateTime, { nullable: true, description: 'When somebody decided; null while nobody has.' })
  decidedAt: string | null;
}

/** A page of links. */
export const ServiceLinkConnection = connectionOf('ServiceLink', () => ServiceLink);

registerEnumType(LinkDecision, {
  name: 'ServiceLinkDecision',
  description: 'What an editor says of two entries.',
  valuesConfig: {
    SAME: { description: 'They are the same: one is shown for both, and the other stays where it is.' },
    TWO: { description: 'They are two, and both are shown.' },
  },
});

registerEnumType(DecideServiceLinkErrorCode, {
  name: 'DecideServiceLinkErrorCode',
  description: 'Why a link could not be decided.',
  valuesConfig: { PREFERRED_UNKNOWN: { description: 'The entry to be shown is neither of the two.' } },
});

@InputType({ description: 'Decision about two entries.' })
export class DecideServiceLinkInput extends MutationInput {
  @Field(() => ID, { description: 'Link to decide.' })
  linkId: string;

  @Field(() => LinkDecision, { description: 'What they are.' })
  decision: LinkDecision;

  @Field(() => ID, {
    nullable: true,
    description: 'Entry to show for both when they are the same; null for the later.',
  })
  preferredServiceId?: string | null;
}

/** The error of decideServiceLink. */
export const DecideServiceLinkError = errorOf('DecideServiceLink', DecideServiceLinkErrorCode);

@ObjectType({ description: 'What came of decideServiceLink.', simpleResolvers: true })
export class DecideServiceLinkPayload {
  @Field(() => ServiceLink, { nullable: true, description: 'Link as it stands now.' })
  link: ServiceLink | null;

  @Field(() => [DecideServiceLinkError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
