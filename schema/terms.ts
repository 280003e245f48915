import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PartyRole } from '../api/agreements/agreement.rules.ts';
import { ProseSegmentKind } from '../api/agreements/terms-words.rules.ts';
import { TermName } from '../api/agreements/terms.rules.ts';
import { OfferUnit } from '../api/offers/offer.rules.ts';
import { Money } from './money.ts';
import { connectionOf } from './paging.ts';
import { DateScalar, DateTime, Decimal, LocalTime } from './scalars.ts';
import { Weekday } from './weekday.ts';

registerEnumType(TermName, {
  name: 'TermName',
  description: 'Named term that every agreement holds.',
  valuesConfig: {
    SUPPORT: { description: 'What support is given.' },
    PLACE: { description: 'Where.' },
    WHEN: { description: 'On which days and times.' },
    PRICE: { description: 'Price of a unit.' },
    START: { description: 'First day.' },
    END: { description: 'Last day, or that it runs on.' },
    NOTICE: { description: 'Days of notice, for both sides.' },
    CANCELLATION: { description: 'What happens when a visit is cancelled.' },
    WORKER_ABSENCE: { description: 'What happens when the worker cannot come.' },
  },
});

registerEnumType(ProseSegmentKind, {
  name: 'ProseSegmentKind',
  description: 'Whether a stretch of text stayed or changed.',
  valuesConfig: {
    SAME: { description: 'In both versions.' },
    ADDED: { description: 'Only in the newer version.' },
    REMOVED: { description: 'Only in the older version.' },
  },
});

registerEnumType(PartyRole, {
  name: 'PartyRole',
  description: 'Who binds themselves by an agreement.',
  valuesConfig: {
    INDIVIDUAL: { description: 'Individual who receives the support, with whoever acts for them.' },
    PROVIDER: { description: 'Provider or community group that gives it.' },
    BUDGET_HOLDER: { description: 'Authority that holds the budget.' },
  },
});

@ObjectType({ description: 'One weekly visit.', simpleResolvers: true })
export class Visit {
  @Field(() => Weekday, { description: 'Day of the week.' })
  weekday: Weekday;

  @Field(() => LocalTime, { description: 'Time it starts.' })
  startsAt: string;

  @Field(() => LocalTime, { description: 'Time it ends, on the same day.' })
  endsAt: string;
}

@ObjectType({ description: 'One named term in words.', simpleResolvers: true })
export class TermLine {
  @Field(() => TermName, { description: 'Which term.' })
  term: TermName;

  @Field(() => String, { description: 'What the term is called.' })
  label: string;

  @Field(() => String, { description: 'What it says.' })
  value: string;
}

@ObjectType({ description: 'Stretch of a text that was changed.', simpleResolvers: true })
export class ProseSegment {
  @Field(() => ProseSegmentKind, { description: 'Whether it stayed, was added or was taken out.' })
  kind: ProseSegmentKind;

  @Field(() => String, { description: 'Text, spaces included.' })
  text: string;
}

@ObjectType({ description: 'One term that differs from the version before.', simpleResolvers: true })
export class TermChange {
  @Field(() => TermName, { description: 'Which term.' })
  term: TermName;

  @Field(() => String, { description: 'What the term is called.' })
  label: string;

  @Field(() => String, { description: 'What it said before.' })
  was: string;

  @Field(() => String, { description: 'What it says now.' })
  now: string;

  @Field(() => [ProseSegment], {
    nullable: true,
    description: 'Difference word by word; null for money, times and counts.',
  })
  prose: ProseSegment[] | null;

  @Field(() => String, { nullable: true, description: "Author's reason; null when none was given." })
  reason: string | null;
}

@ObjectType({ description: "One version of an agreement's terms; it never changes.", simpleResolvers: true })
export class Terms {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'Version, from 1.' })
  number: number;

  @Field(() => String, { description: 'SHA-256 of the exact terms in hexadecimal; what you accept or sign.' })
  hash: string;

  @Field(() => String, { description: 'First four characters of the hash, to compare by eye.' })
  fingerprint: string;

  @Field(() => PartyRole, { description: "Side that wrote it; a broker writes for the individual's." })
  authorRole: PartyRole;

  @Field(() => String, { description: 'Who wrote it.' })
  authorName: string;

  @Field(() => DateTime, { description: 'When it was put forward.' })
  proposedAt: string;

  @Field(() => String, { nullable: true, description: 'What the author says with it; null when nothing.' })
  message: string | null;

  @Field(() => [TermLine], { description: 'Every named term in words, always in the same order; 9 of them.' })
  lines: TermLine[];

  @Field(() => Money, { description: 'Cost of a full week.' })
  weeklyCost: Money;

  @Field(() => Money, {
    description:
      'Cost by the calendar, from the first day to the last day of the terms, of the budget, or of a year, whichever comes first.',
  })
  totalCost: Money;

  @Field(() => Int, { description: 'Minutes of support in a full week.' })
  weeklyMinutes: number;

  @Field(() => String, { description: 'What support is given.' })
  support: string;

  @Field(() => String, { description: 'Where.' })
  place: string;

  @Field(() => [Visit], { description: 'Weekly visits in the order of the week; at most 35.' })
  visits: Visit[];

  @Field(() => OfferUnit, { description: 'What the rate is for.' })
  unit: OfferUnit;

  @Field(() => Money, { description: 'Price of one unit.' })
  rate: Money;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null when they run on.' })
  endsOn: string | null;

  @Field(() => Int, { description: 'Days of notice, for both sides.' })
  noticeDays: number;

  @Field(() => String, { description: 'What happens when a visit is cancelled.' })
  cancellation: string;

  @Field(() => String, { description: 'What happens when the worker cannot come.' })
  ifWorkerCannotCome: string;
}

/** A page of versions. */
export const TermsConnection = connectionOf('Terms', () => Terms);

@InputType({ description: 'One weekly visit.' })
export class VisitInput {
  @Field(() => Weekday, { description: 'Day of the week.' })
  weekday: Weekday;

  @Field(() => LocalTime, { description: 'Time it starts.' })
  startsAt: string;

  @Field(() => LocalTime, { description: 'Time it ends, on the same day.' })
  endsAt: string;
}

@InputType({ description: 'One whole version of terms.' })
export class TermsInput {
  @Field(() => String, { description: 'What support is given; at most 2,000 characters.' })
  support: string;

  @Field(() => String, { description: 'Where; at most 2,000 characters.' })
  place: string;

  @Field(() => [VisitInput], { description: 'Weekly visits, 1 to 35.' })
  visits: VisitInput[];

  @Field(() => OfferUnit, { description: 'What the rate is for.' })
  unit: OfferUnit;

  @Field(() => Decimal, { description: 'Price of one unit in pounds, at most 10,000.00.' })
  rate: string;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null when they run on.' })
  endsOn?: string | null;

  @Field(() => Int, { description: 'Days of notice for both sides, 0 to 365.' })
  noticeDays: number;

  @Field(() => String, { description: 'What happens when a visit is cancelled; at most 2,000 characters.' })
  cancellation: string;

  @Field(() => String, { description: 'What happens when the worker cannot come; at most 2,000 characters.' })
  ifWorkerCannotCome: string;
}

@InputType({ description: 'Why one term was changed.' })
export class TermReasonInput {
  @Field(() => TermName, { description: 'Which term.' })
  term: TermName;

  @Field(() => String, { description: 'Reason, in your words.' })
  reason: string;
}
