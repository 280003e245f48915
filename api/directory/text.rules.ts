// Text out of a feed becomes clean plain text: no HTML, no stray or invisible characters, no stand-ins for “nothing”.
// The importer decides. The feed's text → clean text | null when it says nothing.

import type { Note } from './repair.rules.ts';

const STAND_INS =
  /^(?:#?n\/?a|null|none|nil|nan|undefined|not known|unknown|tb[acd]|[-–—]+|\.+|\?+|0{4,}|unnamed record|not applicable|not published|not provided|withheld|redacted|\(?blank\)?|\[object object\]|(?:via|see) (?:our )?website)$/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  eacute: 'é',
  acirc: 'â',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  ucirc: 'û',
  wcirc: 'ŵ',
  ycirc: 'ŷ',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  frac12: '½',
  times: '×',
  shy: '',
};

/** One line of text, such as a name; null when it says nothing. Numbers are taken as text. */
export function lineOf(value: unknown, note: Note, longest = 300): string | null {
  return textOf(value, note, longest)?.replace(/\s+/g, ' ') ?? null;
}

/** Several lines of text, such as a description; null when it says nothing. */
export function textOf(value: unknown, note: Note, longest = 20_000): string | null {
  if (value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') {
    note(value === null ? 'EMPTY_VALUE' : 'PART_UNREADABLE');
    return null;
  }

  const plain = withoutMarkup(wellFormed(value), note);
  const tidy = tidied(plain);
  if (tidy !== plain) note('SPACES');
  if (tidy === '' || STAND_INS.test(tidy)) {
    note('EMPTY_VALUE');
    return null;
  }
  if (tidy.length <= longest) return tidy;
  note('TEXT_CUT');
  return `${wellFormed(tidy.slice(0, longest - 1)).trimEnd()}…`;
}

/** The identifier of another thing; null when there is none, which some programs write as 0. */
export function referenceOf(value: unknown, note: Note): string | null {
  const line = lineOf(value, note);
  if (line === null || !/^0+$/.test(line)) return line;
  note('EMPTY_VALUE');
  return null;
}

/** Text as every program can store it: no NUL, no half of a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) =>
    character === '\0' ? '' : '\ufffd',
  );
}

function withoutMarkup(text: string, note: Note): string {
  if (!/<[a-z!/]|&#?[a-z0-9]+;/i.test(text)) return text;
  const plain = text
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<br\s*\/?>|<\/(?:p|div|h[1-6]|ul|ol|tr|li)\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z0-9]+);/gi, (entity, name: string) => characterOf(name) ?? entity);
  if (plain !== text) note('MARKUP');
  return wellFormed(plain);
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()];
  const hexadecimal = name[1] === 'x' || name[1] === 'X';
  const code = hexadecimal ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function tidied(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t\f\v]/g, ' ')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
