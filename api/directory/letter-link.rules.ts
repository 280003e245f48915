// A letter's link holds the letter's id and a signature over it. Nothing of it is kept: it is worked out again from the id.
// Whoever has the key makes links; whoever has a link may answer that letter. id → link → the same id, or nothing.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../common/id.ts';

/** Where the link of a letter leads. */
export function linkOf({ secret, home }: { readonly secret: string; readonly home: string }, letterId: string): string {
  return `${home}/check/${tokenOf(secret, letterId)}`;
}

/** The part of the link that tells which letter it is of, and proves it. No dot in it, or it would look like a file. */
export function tokenOf(secret: string, letterId: string): string {
  return `${Buffer.from(letterId.replaceAll('-', ''), 'hex').toString('base64url')}${signatureOf(secret, letterId)}`;
}

/** The letter that a link is of; null when the link was not made with this key. */
export function letterIdOf(secret: string, token: string): string | null {
  const [, body = '', signature = ''] = /^([\w-]{22})([\w-]{43})$/.exec(token) ?? [];
  const hex = Buffer.from(body, 'base64url').toString('hex');
  const letterId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!isId(letterId)) return null;
  const expected = Buffer.from(signatureOf(secret, letterId));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? letterId : null;
}

function signatureOf(secret: string, letterId: string): string {
  return createHmac('sha256', secret).update(`letter ${letterId}`).digest('base64url');
}
