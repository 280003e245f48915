import { GraphQLError } from 'graphql';

/** What a thing is answered with that does not exist or that the viewer may not see: the two look the same. */
export function notFound(what: string): GraphQLError {
  return new GraphQLError(`We cannot find that ${what}. It may have been removed, or you may not have access to it.`, {
    extensions: { code: 'NOT_FOUND' },
  });
}

/** Refuses a viewer who may see the thing but may not do this to it. */
export function authorise(
  isAllowed: boolean,
  sentence = 'You cannot do this. Ask the person whose plan it is, or their broker.',
): void {
  if (!isAllowed) throw new GraphQLError(sentence, { extensions: { code: 'FORBIDDEN' } });
}

/** The person who is signed in; refuses everybody else. */
export function signedIn(viewer: { readonly personId: string | null }): string {
  if (viewer.personId === null) {
    throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return viewer.personId;
}

/** Refuses input that only a program could have sent; people meet userErrors instead. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
