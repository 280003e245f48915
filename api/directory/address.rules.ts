// Web, e-mail and telephone addresses out of a feed become ones that can be used, or are left out.
// The importer decides. The feed's value → a usable address | null.

import type { Note } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** One telephone number with what was written around it. */
export interface Phone {
  readonly number: string;
  readonly extension: string | null;
  readonly description: string | null;
}

/** A web address with the scheme http or https; null when there is none. */
export function websiteOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note, 2000);
  if (line === null) return null;

  const [first = '', ...others] = line
    .replace(/[`'"<>]/g, '')
    .trim()
    .split(/[\s;,]+(?=\S*\.)/);
  if (others.some((other) => /^(?:https?:\/\/|www\.)/i.test(other))) note('WEBSITE_SEVERAL');
  const written = first.replace(/\s+/g, '').replace(/[.,;]+$/, '');
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[\w.-]+:\d+/.test(written) ? written : `https://${written}`;
  if (!isWebAddress(address)) {
    note('WEBSITE_UNREADABLE');
    return null;
  }
  if (address !== value && address !== line) note('WEBSITE_FORM');
  return address;
}

/** An e-mail address; null when there is none that could be written to. */
export function emailOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note, 400)
    ?.replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '');
  if (line === undefined) return null;
  if (/^[^\s@<>"(),;:]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(line) && !/\.invalid$/i.test(line)) return line;
  note('EMAIL_UNREADABLE');
  return null;
}

/** Every telephone number in a field, in the usual UK grouping. */
export function phonesOf(value: unknown, note: Note): Phone[] {
  const line = lineOf(value, note, 400);
  if (line === null) return [];

  const parts = line.split(/\s*(?:\/|;|,|\bor\b)\s*/i).filter((part) => /\d/.test(part));
  const phones = parts.map((part) => phoneOf(part, note)).filter((phone) => phone !== null);
  if (parts.length > 1) note('PHONE_SEVERAL');
  if (phones.length === 0) note('PHONE_UNREADABLE');
  return phones;
}

function phoneOf(part: string, note: Note): Phone | null {
  const extension = /\b(?:ext(?:ension|n)?|x)\.?\s*(\d{1,6})\b/i.exec(part);
  const rest = extension ? part.replace(extension[0], ' ') : part;
  const label = rest
    .replace(/\(0\)|[+\d()\s.-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*:\s*$/, '')
    .trim();
  const american = /^\s*\(?(\d{3})\)?[ .-]*(\d{3})-(\d{4})\s*$/.exec(rest);
  if (american) {
    // Never British: what has lost a leading zero was a number to the program that lost it, without brackets and hyphens.
    note('PHONE_FORM');
    return { number: `+1 ${american.slice(1).join(' ')}`, extension: extension?.[1] ?? null, description: null };
  }
  const digits = nationalDigits(rest.replace(/\(0\)/g, '').replace(/[^\d+]/g, ''), note);
  if (digits === null) return null;
  if (extension || label) note('PHONE_FORM');
  return { number: grouped(digits), extension: extension?.[1] ?? null, description: label || null };
}

function nationalDigits(written: string, note: Note): string | null {
  const digits = written.replace(/^(?:\+44|0044)0?/, '0');
  if (digits !== written) note('PHONE_FORM');
  if (/^0\d{9,10}$/.test(digits) || /^\+\d{8,15}$/.test(digits) || digits === '08001111') return digits;
  if (/^(?:1\d{2}|116\d{3}|999)$/.test(digits)) return digits;
  if (!/^[12378]\d{8,9}$/.test(digits)) return null;
  note('PHONE_ZERO');
  return `0${digits}`;
}

function grouped(digits: string): string {
  const pattern = digits.startsWith('02')
    ? /^(\d{3})(\d{4})(\d+)$/
    : /^0(?:1\d1|11\d|3|8|9)/.test(digits)
      ? /^(\d{4})(\d{3})(\d+)$/
      : /^(0\d{4})(\d+)()$/;
  return digits.replace(pattern, '$1 $2 $3').trim();
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)+$/.test(hostname);
}
