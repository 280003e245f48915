// A signed identifier goes into the link of a letter: the identifier with a signature over it. Nothing of the signature is kept.
// Whoever has the key makes and checks them; whoever holds one may do what its purpose says.
// identifier → word → the same identifier, or nothing.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../common/id.ts';

/** The identifier with its signature, as one word without a dot, which would look like a file; `purpose` keeps links of one kind from opening another. */
export function signedId(secret: string, purpose: string, id: string): string {
  return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}${signatureOf(secret, purpose, id)}`;
}

/** The identifier that a word was made of; null when it was not made with this key for this purpose. */
export function idSignedIn(secret: string, purpose: string, word: string): string | null {
  const [, body = '', signature = ''] = /^([\w-]{22})([\w-]{43})$/.exec(word) ?? [];
  const hex = Buffer.from(body, 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!isId(id)) return null;
  const expected = Buffer.from(signatureOf(secret, purpose, id));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

function signatureOf(secret: string, purpose: string, id: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${id}`).digest('base64url');
}
