// Telephone numbers out of a feed become ones that can be rung: the lost zero put back, labels and extensions apart.
// The importer decides. The feed's words → each number in the usual grouping, with what was written around it | none.

import type { Note } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** One telephone number with what was written around it. */
export interface Phone {
  readonly number: string;
  readonly extension: string | null;
  readonly description: string | null;
}

// What stands between two numbers in one field, and the words that open the second.
const BETWEEN = /\s*(?:[/;,|&]|\bor\b|\band\b)\s*|\s+(?=(?:tel(?:ephone)?|fax|mob(?:ile)?|text|minicom)\b)/i;
const EXTENSION = /(?:\bext(?:ension|n)?|\bx|#)\.?\s*:?\s*(\d{1,6})\b/i;
const RUN = /(?:\+|\b|\()\d[\d\s().–-]{4,}\d/;
const CHILDLINE = '08001111';

/** Every telephone number in a field. */
export function phonesOf(value: unknown, note: Note): Phone[] {
  const line = lineOf(value, note, 400);
  if (line === null) return [];

  const parts = line
    .split(BETWEEN)
    .flatMap(twoInOne)
    .filter((part) => /\d/.test(part));
  const phones: Phone[] = [];
  for (const part of parts) {
    const phone = phoneOf(part, note) ?? neighbourOf(phones.at(-1), part);
    if (phone !== null) phones.push(phone);
  }
  if (phones.length > 1 || parts.filter((part) => /(?:\d\D*){3}/.test(part)).length > 1) note('PHONE_SEVERAL');
  if (phones.length === 0) note('PHONE_UNREADABLE');
  return phones;
}

/** Two whole numbers with nothing but a space between them. */
function twoInOne(part: string): string[] {
  const places = [...part.matchAll(/\s(?=\(?0\d)/g)].map(({ index }) => index);
  const isWhole = (piece: string) => /^0\d{9,10}$/.test(piece.replace(/\D/g, ''));
  const place = places.find((each) => isWhole(part.slice(0, each)) && isWhole(part.slice(each)));
  return place === undefined ? [part] : [part.slice(0, place), part.slice(place)];
}

/** “01632 960320/321”: the second number is told by its last figures alone, when it is one of the next nine. */
function neighbourOf(earlier: Phone | undefined, part: string): Phone | null {
  if (!earlier || !/^\d{1,4}$/.test(part) || part.length > earlier.number.length) return null;
  const tail = earlier.number.replace(/ /g, '').slice(-part.length);
  const distance = Number(part) - Number(tail);
  if (distance < 1 || distance > 9) return null;
  const digits = `${earlier.number.replace(/ /g, '').slice(0, -part.length)}${part}`;
  return { number: grouped(digits), extension: null, description: null };
}

function phoneOf(part: string, note: Note): Phone | null {
  const extension = EXTENSION.exec(part);
  const remarks = [...part.matchAll(/\(([^()]*[a-z][^()]*)\)/gi)].map(([, words]) => words);
  const rest = part.replace(EXTENSION, ' ').replace(/\([^()]*[a-z][^()]*\)/gi, ' ');
  const run = RUN.exec(rest)?.[0] ?? rest.replace(/[^\d+\s()-]/g, '');
  const digits = digitsOf(run, note);
  if (digits === null) return null;
  const label = [rest.replace(run, ' '), ...remarks]
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.,–-]+|[\s:.,–-]+$/g, '');
  if (extension || label) note('PHONE_FORM');
  return { number: grouped(digits), extension: extension?.[1] ?? null, description: label || null };
}

function digitsOf(run: string, note: Note): string | null {
  const american = /^\s*\(?(\d{3})\)?[ .-]*(\d{3})-(\d{4})\s*$/.exec(run);
  if (!american) return nationalDigits(run.replace(/\(0\)/g, '').replace(/[^\d+]/g, ''), note);
  // Never British: what has lost a leading zero was a number to the program that lost it, without brackets and hyphens.
  note('PHONE_FORM');
  return `+1 ${american.slice(1).join(' ')}`;
}

function nationalDigits(written: string, note: Note): string | null {
  const digits = written.replace(/^(?:\+44|0044)0?/, '0').replace(/^00(?=[1-9])/, '+');
  if (digits !== written) note('PHONE_FORM');
  if (/^0[1-9]\d{8,9}$/.test(digits) || /^\+[1-9]\d{7,14}$/.test(digits) || digits === CHILDLINE) return digits;
  // Short numbers of Ireland, which stand in lists of Northern Ireland.
  if (/^0[4-69]\d{6,7}$/.test(digits)) return digits;
  if (/^(?:1\d{2}|116\d{3}|999)$/.test(digits)) return digits;
  if (!/^[12378]\d{8,9}$/.test(digits)) return null;
  note('PHONE_ZERO');
  return `0${digits}`;
}

function grouped(digits: string): string {
  if (digits.startsWith('+')) return digits.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4');
  if (digits === CHILDLINE) return '0800 1111';
  if (/^0[4-69]\d{6,7}$/.test(digits)) return digits.replace(/^(\d{3})(\d+)$/, '$1 $2');
  const pattern = digits.startsWith('02')
    ? /^(\d{3})(\d{4})(\d+)$/
    : /^0(?:1\d1|11\d|3|8|9)/.test(digits)
      ? /^(\d{4})(\d{3})(\d+)$/
      : /^(0\d{4})(\d+)()$/;
  return digits.replace(pattern, '$1 $2 $3').trim();
}
