import { Field, ID, ObjectType } from 'type-graphql';
import { LocalTime } from './scalars.ts';
import { Weekday } from './weekday.ts';

@ObjectType({ description: 'When a service is open.', simpleResolvers: true })
export class Schedule {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => [Weekday], { description: 'Days of the week, Monday first; empty when not said.' })
  days: Weekday[];

  @Field(() => LocalTime, { nullable: true, description: 'When it opens; null when not said.' })
  opensAt: string | null;

  @Field(() => LocalTime, {
    nullable: true,
    description: 'When it closes; earlier than opening means the day after; null when not said.',
  })
  closesAt: string | null;

  @Field(() => String, { nullable: true, description: 'What is said about it in words; null when nothing is.' })
  description: string | null;

  @Field(() => String, { description: 'Days and times in words, such as "Thursdays, 11am to 2pm".' })
  summary: string;
}
