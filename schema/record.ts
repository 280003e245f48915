import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RecordPart } from '../api/common/record-part.ts';
import { LookedAs } from '../api/records/look.rules.ts';
import { Organisation } from './organisation.ts';
import { connectionOf } from './paging.ts';
import { DateTime } from './scalars.ts';

registerEnumType(RecordPart, {
  name: 'RecordPart',
  description: 'Part of what is held about an individual.',
  valuesConfig: {
    IDENTITY: { description: 'Who they are.' },
    CIRCLE: { description: 'Who is close to them, and what each may see and do.' },
    ABOUT_ME: { description: 'What was said about them.' },
    COMMUNICATION: { description: 'How they communicate.' },
    DOCUMENTS: { description: 'Documents about them.' },
    OUTCOMES: { description: 'What they want to happen.' },
    CHOICES: { description: 'Options they weighed, and what they chose.' },
    BUDGET: { description: 'Money agreed for them.' },
    AGREEMENTS: { description: 'Agreements with those who give support.' },
    CORRECTIONS: { description: 'What was said to be wrong in the record, and the answers.' },
    HISTORY: { description: 'What happened, step by step.' },
    LOOKS: { description: 'Who looked.' },
  },
});

registerEnumType(LookedAs, {
  name: 'LookedAs',
  description: 'For whom somebody looked.',
  valuesConfig: {
    CIRCLE: { description: 'As somebody of the circle.' },
    AUTHORITY: { description: 'For the authority.' },
    PROVIDER: { description: 'For an organisation that gives support or offers it.' },
    NOT_KNOWN: { description: 'Not known: they had no place left when it was written down.' },
  },
});

@ObjectType({
  description: 'That somebody was shown a part of what is held about an individual.',
  simpleResolvers: true,
})
export class Look {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name of whoever looked, at the time.' })
  viewerName: string;

  @Field(() => LookedAs, { description: 'For whom they looked.' })
  actedAs: LookedAs;

  @Field(() => String, {
    nullable: true,
    description: 'What they are to the individual or in the organisation; null when not known.',
  })
  role: string | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Organisation for which they looked; null when for none.',
  })
  organisation: Organisation | null;

  @Field(() => RecordPart, { description: 'Part that they were shown.' })
  part: RecordPart;

  @Field(() => String, { description: 'What for: as they said when asked, otherwise what their role is for.' })
  purpose: string;

  @Field(() => DateTime, { description: 'First time in this quarter of an hour.' })
  firstAt: string;

  @Field(() => DateTime, { description: 'Last time in this quarter of an hour.' })
  lastAt: string;

  @Field(() => Int, { description: 'How often in this quarter of an hour.' })
  times: number;
}

/** A page of looks. */
export const LookConnection = connectionOf('Look', () => Look);

@ObjectType({ description: 'How much of one part is held about an individual.', simpleResolvers: true })
export class RecordPartHeld {
  @Field(() => RecordPart, { description: 'Part.' })
  part: RecordPart;

  @Field(() => Int, { description: 'How many things in it you may see.' })
  count: number;
}

@ObjectType({ description: 'Everything that is held about an individual.', simpleResolvers: true })
export class PersonalRecord {
  @Field(() => ID, { description: 'Identifier: that of the individual.' })
  id: string;

  @Field(() => [RecordPartHeld], { description: 'Each part and how much is in it; at most 12.' })
  parts: RecordPartHeld[];
}
