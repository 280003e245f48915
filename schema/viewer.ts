import { Field, ObjectType } from 'type-graphql';
import { Membership } from './membership.ts';
import { Person } from './person.ts';

@ObjectType({ description: 'You, who are signed in.', simpleResolvers: true })
export class Viewer {
  @Field(() => Person, { description: 'Who you are.' })
  person: Person;

  @Field(() => [Membership], { description: 'Organisations you act for, by name; at most 20.' })
  memberships: Membership[];
}
