import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ImportRunState } from '../api/directory/import-run.rules.ts';
import { connectionOf } from './paging.ts';
import { DateTime } from './scalars.ts';

registerEnumType(ImportRunState, {
  name: 'ImportRunState',
  description: 'How a reading of a feed stands.',
  valuesConfig: {
    RUNNING: { description: 'It is under way.' },
    WHOLE: { description: 'All of the feed was read.' },
    IN_PART: { description: 'Part of the feed was read, so that nothing was taken for gone.' },
    BROKEN_OFF: { description: 'It broke off; what was placed by then stays, and it can be done again.' },
  },
});

@ObjectType({ description: 'Source of directory entries, imported again and again.', simpleResolvers: true })
export class Feed {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name to show as the source.' })
  name: string;

  @Field(() => String, { description: 'Where it was last read from.' })
  source: string;

  @Field(() => String, { nullable: true, description: 'Licence that its publisher states; null when none is stated.' })
  licence: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that the licence asks to be shown; null when none are known.',
  })
  attribution: string | null;

  @Field(() => Boolean, { description: 'Whether its entries are passed on to others: only with a licence.' })
  isPublished: boolean;

  @Field(() => Int, { description: 'Number of services that came from it.' })
  serviceCount: number;

  @Field(() => ImportRun, { nullable: true, description: 'Latest reading; null when none is yours to see.' })
  lastRun: ImportRun | null;
}

@ObjectType({ description: 'One reading of a feed, with the account of its rows.', simpleResolvers: true })
export class ImportRun {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Feed, { description: 'Feed that was read.' })
  feed: Feed;

  @Field(() => ImportRunState, { description: 'How it stands.' })
  state: ImportRunState;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the last row was placed; null while it runs or when it broke off.',
  })
  endedAt: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What could not be read, a sentence on each line; null when all could.',
  })
  problem: string | null;

  @Field(() => Int, { description: 'Rows that came: created, changed, unchanged, quarantined and left, together.' })
  landed: number;

  @Field(() => Int, { description: 'Rows that were new.' })
  created: number;

  @Field(() => Int, { description: 'Rows that differed from what was known.' })
  changed: number;

  @Field(() => Int, { description: 'Rows that said what was known already.' })
  unchanged: number;

  @Field(() => Int, { description: 'Rows kept aside with a reason.' })
  quarantined: number;

  @Field(() => Int, { description: 'Rows of which nothing was made, since what they came in broke off.' })
  left: number;

  @Field(() => Int, { description: 'Services that the feed was found to list no longer; they are kept and marked.' })
  unlisted: number;

  @Field(() => Int, { description: 'Services that the feed was found to list again.' })
  relisted: number;

  @Field(() => Int, { description: 'Pairs of entries that may be the same, proposed for a decision.' })
  proposed: number;
}

/** A page of feeds. */
export const FeedConnection = connectionOf('Feed', () => Feed);
/** A page of import runs. */
export const ImportRunConnection = connectionOf('ImportRun', () => ImportRun);
