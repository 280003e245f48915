import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more comes after this page.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null when the page is empty.' })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many items, 1 to 100.' })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the item to start after; null starts at the beginning.',
  })
  after: string | null;
}

/** The connection type of a node, with its edge: `connectionOf('Outcome', () => Outcome)`. */
export function connectionOf(name: string, node: () => ClassType | object): ClassType {
  @ObjectType(`${name}Edge`, { description: `Place of one ${name} in a list.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Cursor of this place.' })
    cursor: string;

    @Field(() => node() as ClassType, { description: 'Item itself.' })
    node: object;
  }

  @ObjectType(`${name}Connection`, { description: `Page of a list of ${name} items.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge], { description: 'Items of this page, in the order of the list.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Number of items in the whole list.' })
    totalCount: number;
  }
  return Connection;
}
