// A letter's link holds the letter's id and a signature over it. Nothing of it is kept: it is worked out again from the id.
// Whoever has the key makes links; whoever has a link may answer that letter. id → link → the same id, or nothing.

import { idSignedIn, signedId } from '../memberships/signed-id.rules.ts';

/** Where the link of a letter leads. */
export function linkOf({ secret, home }: { readonly secret: string; readonly home: string }, letterId: string): string {
  return `${home}/check/${tokenOf(secret, letterId)}`;
}

/** The part of the link that tells which letter it is of, and proves it. */
export function tokenOf(secret: string, letterId: string): string {
  return signedId(secret, 'letter', letterId);
}

/** The letter that a link is of; null when the link was not made with this key. */
export function letterIdOf(secret: string, token: string): string | null {
  return idSignedIn(secret, 'letter', token);
}
