// Web and e-mail addresses out of a feed become ones that can be used, or are left out.
// The importer decides. The feed's value → a usable address | null.

import type { Note } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

const BETWEEN_WEBSITES = /[;,]\s+|[;,](?=https?:|www\.)|\s+(?=https?:|www\.)/i;
// Spaces that got into an address beside its own signs.
const STRAY_SPACES = /(?<=[/.:])\s+(?=\S+$)|\s+(?=[/.]\S)/g;

/** A web address with the scheme http or https, the first of several; null when there is none. */
export function websiteOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note, 2000);
  if (line === null) return null;

  const pieces = line.replace(/[`'"<>]/g, '').split(BETWEEN_WEBSITES);
  const words = pieces.flatMap((piece) => piece.trim().replace(STRAY_SPACES, '').split(/\s+/));
  const [address, ...others] = words.map(withScheme).filter(isWebAddress);
  if (address === undefined) {
    note('WEBSITE_UNREADABLE');
    return null;
  }
  if (others.length > 0) note('WEBSITE_SEVERAL');
  if (address !== value && address !== line) note('WEBSITE_FORM');
  return address;
}

/** The word with a whole scheme before it: none, a doubled or a broken one becomes https://, or http:// where that was meant. */
function withScheme(word: string): string {
  const written = word.replace(/[.,;]+$/, '').replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '');
  if (/^https?:\/\/[^/]/i.test(written)) return written;
  const bare = written.replace(/^(?:h?t{1,2}ps?[:;]?)?\/+/i, '');
  if (bare !== written) return `${/^[^/]*s[:;]?\/|^\//i.test(written) ? 'https' : 'http'}://${bare}`;
  return /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`;
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && /^[^.]+(\.[^.]+)+$/.test(hostname);
}

/** An e-mail address, the first of several; null when there is none that could be written to. */
export function emailOf(value: unknown, note: Note): string | null {
  // Brackets around an address, as in “Ada Example <ada@fen.example>”, would else count as HTML.
  const bare = typeof value === 'string' ? value.replace(/<([^<>\s@]+@[^<>\s@]+)>/g, ' $1 ') : value;
  const line = lineOf(bare, note, 400)
    ?.replace(/^mailto:\s*/i, '')
    .replace(/[.,;]+$/, '');
  if (line === undefined) return null;
  const address = line.split(/[\s,;/]+/).find(isEmail);
  if (address === undefined) note('EMAIL_UNREADABLE');
  else if (address !== line) note('EMAIL_FORM');
  return address ?? null;
}

function isEmail(text: string): boolean {
  return /^[^\s@<>"(),;:]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text) && !/\.invalid$/i.test(text);
}
