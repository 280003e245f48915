import { type ClassType, Field, InputType, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType({
  description: 'Something that the person can put right.',
  resolveType: (error: { readonly __typename?: string }) => error.__typename,
})
export abstract class UserError {
  @Field(() => String, { description: 'Sentence that says what to do next.' })
  message: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path of the input field it is about; null when it is about none.',
  })
  field: string[] | null;
}

/** The error type of one mutation: a UserError whose code is that mutation's own enum. */
export function errorOf(mutation: string, codes: object): ClassType {
  @ObjectType(`${mutation}Error`, {
    description: `Reason why ${mutation} was refused.`,
    implements: UserError,
    simpleResolvers: true,
  })
  class MutationError extends UserError {
    @Field(() => codes, { description: 'Stable code, for programs.' })
    code: string;
  }
  return MutationError;
}

@InputType({ description: 'What every mutation may be told.' })
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Key of your choice, at most 200 characters: the same key with the same input answers the same and acts once.',
  })
  idempotencyKey?: string | null;
}
