import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { EntryField } from '../api/directory/entry-field.rules.ts';
import { ServiceStatus } from '../api/directory/entry.rules.ts';
import { LocalTime } from './scalars.ts';
import { Weekday } from './weekday.ts';

registerEnumType(EntryField, {
  name: 'EntryField',
  description: 'What can be written into an entry by hand.',
  valuesConfig: {
    NAME: { description: 'What it is called.' },
    DESCRIPTION: { description: 'What it is, as plain text.' },
    WEBSITE: { description: 'Public web address.' },
    EMAIL: { description: 'Public e-mail address.' },
    PHONE: { description: 'Public telephone number.' },
    STATUS: { description: 'Whether it runs.' },
    SCHEDULES: { description: 'When it is open.' },
    FEES: { description: 'What is said about cost in words.' },
    COULD_START: { description: 'What is said about waiting.' },
    AGES: { description: 'Youngest and oldest age.' },
    LANGUAGES: { description: 'Languages in which it is offered.' },
    AREAS: { description: 'Areas that it serves.' },
  },
});

/** What each code of an entry that cannot stand means; for the enums of the mutations that write one. */
export const entryErrorDescriptions = {
  NAME_REQUIRED: { description: 'There is no name.' },
  TEXT_TOO_LONG: { description: 'Text is longer than it may be.' },
  WEBSITE_UNREADABLE: { description: 'Website is not one web address.' },
  EMAIL_UNREADABLE: { description: 'E-mail is not an address that can be written to.' },
  PHONE_UNREADABLE: { description: 'Telephone is not one number alone.' },
  AGE_OUT_OF_RANGE: { description: 'Age is not from 0 to 120 years.' },
  AGES_CROSSED: { description: 'Youngest age is above the oldest.' },
  DAYS_REQUIRED: { description: 'Times are given without days or words.' },
  TOO_MANY: { description: 'List is longer than 50.' },
} as const;

@InputType({ description: 'Time at which something is open: days with times, or words.' })
export class WrittenScheduleInput {
  @Field(() => [Weekday], { description: 'Days of the week; empty when words say it.' })
  days: Weekday[];

  @Field(() => LocalTime, { nullable: true, description: 'When it opens.' })
  opensAt?: string | null;

  @Field(() => LocalTime, { nullable: true, description: 'When it closes; earlier than opening means the day after.' })
  closesAt?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it, at most 2,000 characters.' })
  description?: string | null;
}

@InputType({ description: 'Ages in years; null means that there is no limit.' })
export class AgesInput {
  @Field(() => Int, { nullable: true, description: 'Youngest age, 0 to 120.' })
  minimum?: number | null;

  @Field(() => Int, { nullable: true, description: 'Oldest age, 0 to 120.' })
  maximum?: number | null;
}

@InputType({ description: 'Details of an organisation: what is left out stays as it is, null takes it away.' })
export class WrittenDetailsInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 300 characters; it cannot be taken away.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is or does, at most 20,000 characters of plain text.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Web address, with or without https://.' })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address that everybody may see.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'One telephone number that everybody may see.' })
  phone?: string | null;
}

@InputType({ description: 'Entry as somebody writes it: what is left out stays as it is, null takes it away.' })
export class WrittenEntryInput extends WrittenDetailsInput {
  @Field(() => ServiceStatus, { nullable: true, description: 'Whether it runs; null leaves it as it is.' })
  status?: ServiceStatus | null;

  @Field(() => String, { nullable: true, description: 'What it costs in words, at most 2,000 characters.' })
  feesDescription?: string | null;

  @Field(() => String, { nullable: true, description: 'How soon it can start, at most 300 characters.' })
  couldStart?: string | null;

  @Field(() => AgesInput, { nullable: true, description: 'Ages it is for; null means that there is no limit.' })
  ages?: AgesInput | null;

  @Field(() => [String], { nullable: true, description: 'Languages by their English names, at most 50.' })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names of the areas it serves, at most 50.' })
  areas?: string[] | null;

  @Field(() => [WrittenScheduleInput], {
    nullable: true,
    description: 'Every time at which it is open, at most 50; they take the place of those before.',
  })
  schedules?: WrittenScheduleInput[] | null;
}
