// A published value says something or is left out: the standard has neither null nor "". A made id is the same for ever.
// The standard decides (Open Referral UK 3.0 and HSDS 3.1). What we know → what the standard can carry | nothing.

import { createHash } from 'node:crypto';

/** An object of the standard. */
export type OpenRecord = Readonly<Record<string, unknown>>;

/** The object without what says nothing: null, undefined, "", and empty lists. */
export function filled(record: OpenRecord): OpenRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !saysNothing(value)));
}

/** A UUID (version 8) that is the same for the same words always, so that a part keeps its identifier between answers. */
export function madeId(...parts: readonly (string | number)[]): string {
  const digits = [...createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)];
  digits[12] = '8';
  digits[16] = '8';
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A web address in the form of RFC 3986, with what that form does not allow written as %XX; null when it cannot be. */
export function openWebsite(website: string | null): string | null {
  if (website === null || isUri(website)) return website;
  if (!URL.canParse(website)) return null;
  const written = new URL(website).href
    .replace(/[|^`{}\\"<>[\]\s]/g, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/gi, '%25');
  return isUri(written) ? written : null;
}

/** An e-mail address as the standard's validators take it; null when it is another. */
export function openEmail(email: string | null): string | null {
  if (email === null) return null;
  const isTaken =
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(
      email,
    );
  return isTaken ? email : null;
}

/** A moment in UTC with milliseconds, "2026-09-01T09:00:00.000Z". */
export function openMoment(timestamp: string | null): string | null {
  return timestamp === null ? null : new Date(timestamp).toISOString();
}

/** The ISO 639-1 code of a language by its English name; null when it has none. */
export function languageCode(name: string): string | null {
  return CODES_BY_NAME.get(name.toLowerCase()) ?? null;
}

const CODES_BY_NAME = codesByName();

function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  // A language that has had several codes, such as Hebrew (he, once iw), has a name under each: the code that stands counts.
  const known = codes.filter((code) => Intl.getCanonicalLocales(code)[0] === code);
  return new Map(known.map((code) => [names.of(code)?.toLowerCase() ?? '', code]));
}

function saysNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function isUri(address: string): boolean {
  return (
    /^https?:\/\/[\w.~-]+(?::\d{1,5})?(?:[/?#](?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i.test(address) &&
    !/#.*#/.test(address)
  );
}
