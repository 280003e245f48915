import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DecisionKind, RepresentationKind } from '../api/representatives/cover.rules.ts';
import {
  EndRepresentationErrorCode,
  RecordRepresentationErrorCode,
} from '../api/representatives/representation.rules.ts';
import { Organisation } from './organisation.ts';
import { Individual, Person } from './person.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(RepresentationKind, {
  name: 'RepresentationKind',
  description: 'By what authority somebody represents an individual.',
  valuesConfig: {
    NEXT_OF_KIN: { description: 'Next of kin; no authority by that alone.' },
    LPA_HEALTH: { description: 'Lasting power of attorney for health and welfare.' },
    LPA_FINANCE: { description: 'Lasting power of attorney for property and financial affairs.' },
    DEPUTY_HEALTH: { description: 'Deputy of the Court of Protection for personal welfare.' },
    DEPUTY_FINANCE: { description: 'Deputy of the Court of Protection for property and affairs.' },
    APPOINTEE: { description: 'Appointee of the Department for Work and Pensions, for benefits alone.' },
    CARE_ACT_ADVOCATE: { description: 'Independent advocate under the Care Act; supports, never decides.' },
    IMCA: { description: 'Independent mental capacity advocate; supports, never decides.' },
    IMHA: { description: 'Independent mental health advocate; supports, never decides.' },
    CHILDRENS_ADVOCATE: { description: "Independent children's advocate; supports, never decides." },
    PARENTAL_RESPONSIBILITY: { description: 'Parental responsibility for a child.' },
    INFORMAL: { description: 'Informal representative; supports, never decides.' },
  },
});

registerEnumType(DecisionKind, {
  name: 'DecisionKind',
  description: 'What a decision is about.',
  valuesConfig: {
    RESIDENCE: { description: 'Where somebody lives.' },
    CARE_AND_SUPPORT: { description: 'Care and support.' },
    HEALTH: { description: 'Health.' },
    MONEY: { description: 'Money and property.' },
    BENEFITS: { description: 'Benefits.' },
    CONTRACT: { description: "Contract that the individual's own money pays." },
    SHARING: { description: 'Who may see and do what.' },
  },
});

@ObjectType({
  description: 'That somebody may decide for an individual, supports their decisions, or is next of kin.',
  simpleResolvers: true,
})
export class Representation {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Individual, { nullable: true, description: 'Whom it is for; null when you may not see them.' })
  individual: Individual | null;

  @Field(() => Person, { nullable: true, description: 'Who holds it; null when you may not know.' })
  person: Person | null;

  @Field(() => RepresentationKind, { description: 'By what authority.' })
  kind: RepresentationKind;

  @Field(() => String, { nullable: true, description: 'What it is for and leaves out, in words; null when not said.' })
  scope: string | null;

  @Field(() => Boolean, { description: 'Whether it makes them the only one of this kind.' })
  actsAlone: boolean;

  @Field(() => Boolean, { description: 'Whether the individual lets them use it while able to decide alone.' })
  hasPermission: boolean;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Provider that the decision is about in which an advocate helps; null when none is.',
  })
  provider: Organisation | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was seen; null while nothing was, and then it is no authority.',
  })
  evidence: string | null;

  @Field(() => Person, { nullable: true, description: 'Who saw the evidence; null while nobody has.' })
  evidenceSeenBy: Person | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the evidence was seen; null while it was not.',
  })
  evidenceSeenOn: string | null;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while no end is set.' })
  endsOn: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was ended; null while it was not.' })
  endedReason: string | null;

  @Field(() => Boolean, { description: 'Whether it holds today.' })
  isInForce: boolean;

  @Field(() => [DecisionKind], { description: 'Decisions that it covers, at most 7; empty for whoever only supports.' })
  covers: DecisionKind[];

  @Field(() => [String], {
    description:
      'Providers from whom the individual buys and for which this independent advocate works, by name; empty when all is well; at most 20.',
  })
  worksFor: string[];

  @Field(() => Boolean, { description: 'Whether you can end it.' })
  viewerCanEnd: boolean;
}

registerEnumType(RecordRepresentationErrorCode, {
  name: 'RecordRepresentationErrorCode',
  description: 'Why a representation was not recorded.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
    NOT_IN_CIRCLE: { description: "Person is not in the individual's circle." },
    DAYS_NOT_IN_ORDER: { description: 'Last day comes before the first.' },
    EVIDENCE_IN_FUTURE: { description: 'Evidence would be seen in the future.' },
    OVERLAPS: { description: 'Person holds the same on some of these days.' },
    CONTRADICTS_ANOTHER: { description: 'Another authority in force cannot hold beside it.' },
    NOT_FOR_THIS_AGE: { description: "Kind cannot be at the individual's age." },
    WORKS_FOR_PROVIDER: { description: 'Advocate works for a provider from whom the individual buys.' },
  },
});

@InputType({ description: 'Who may decide for an individual or supports them, and what you have seen of it.' })
export class RecordRepresentationInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whom it is for.' })
  individualId: string;

  @Field(() => ID, { description: 'Person who holds it: somebody in the circle.' })
  personId: string;

  @Field(() => RepresentationKind, { description: 'By what authority.' })
  kind: RepresentationKind;

  @Field(() => String, { nullable: true, description: 'What it is for and leaves out, at most 500 characters.' })
  scope?: string | null;

  @Field(() => Boolean, { description: 'Whether it makes them the only one of this kind.' })
  actsAlone: boolean;

  @Field(() => Boolean, { description: 'Whether the individual lets them use it while able to decide alone.' })
  hasPermission: boolean;

  @Field(() => ID, { nullable: true, description: 'Provider that the decision is about in which an advocate helps.' })
  providerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What you have seen, at most 500 characters; null for nothing yet.',
  })
  evidence?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which you saw it; today when left out.' })
  evidenceSeenOn?: string | null;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null for no end.' })
  endsOn?: string | null;
}

/** The error of recordRepresentation. */
export const RecordRepresentationError = errorOf('RecordRepresentation', RecordRepresentationErrorCode);

@ObjectType({ description: 'What came of recordRepresentation.', simpleResolvers: true })
export class RecordRepresentationPayload {
  @Field(() => Representation, { nullable: true, description: 'Representation; null when refused.' })
  representation: Representation | null;

  @Field(() => [RecordRepresentationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}

registerEnumType(EndRepresentationErrorCode, {
  name: 'EndRepresentationErrorCode',
  description: 'Why a representation was not ended.',
  valuesConfig: {
    TEXT_TOO_LONG: { description: 'Reason is longer than 500 characters.' },
    REASON_REQUIRED: { description: 'There is no reason.' },
  },
});

@InputType({ description: 'Representation to end at once.' })
export class EndRepresentationInput extends MutationInput {
  @Field(() => ID, { description: 'Representation to end.' })
  representationId: string;

  @Field(() => String, { description: 'Why it ends, at most 500 characters.' })
  reason: string;
}

/** The error of endRepresentation. */
export const EndRepresentationError = errorOf('EndRepresentation', EndRepresentationErrorCode);

@ObjectType({ description: 'What came of endRepresentation.', simpleResolvers: true })
export class EndRepresentationPayload {
  @Field(() => Representation, { nullable: true, description: 'Representation as it stands now.' })
  representation: Representation | null;

  @Field(() => [EndRepresentationError], {
    description: 'Every reason for refusing; empty when done, or ended before.',
  })
  userErrors: UserError[];
}
