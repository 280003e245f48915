import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Word by which services are sorted.', simpleResolvers: true })
export class TaxonomyTerm {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Word as its publisher writes it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Name of the list that the word stands in; null when not said.' })
  taxonomy: string | null;
}
