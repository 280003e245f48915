// A fingerprint tells whether an entry says something else than before; how it is written does not count.
// The importer decides. Entry → 32 bytes, equal when only case, spaces, phone grouping or the order of parts differ.

import { createHash } from 'node:crypto';

/** The fingerprint of an entry; leave out of `entry` whatever is not content. */
export function fingerprintOf(entry: unknown): Buffer {
  return createHash('sha256').update(folded(entry)).digest();
}

/** The fingerprint of a text as it stands. */
export function exactFingerprintOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function folded(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(foldedText(value));
  if (Array.isArray(value)) return `[${value.map(folded).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return `{${fields
    .map(([name, part]) => `${name}:${folded(part)}`)
    .sort()
    .join(',')}}`;
}

function foldedText(text: string): string {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  return /^[\d +()-]{6,}$/.test(plain) ? plain.replace(/[^\d+]/g, '') : plain;
}
