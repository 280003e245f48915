import { ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Desk of those who keep the directory right: what waits for them, list by list.',
  simpleResolvers: true,
})
export class DirectoryDesk {}
