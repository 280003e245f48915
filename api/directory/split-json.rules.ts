// A document of JSON is split into its entries while it comes, so that a feed of any size is read piece by piece.
// The importer decides. Pieces of text → entries, one by one, and the envelope around them | why it cannot be read.

import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { drop, go, notJson, parse, scan, skipBlank } from './scan-json.rules.ts';
import type { Broken, Mode, State, Step } from './scan-json.rules.ts';

/** What is known of a document whose end has come. */
export interface Envelope {
  /** A page, a bare list, an entry by itself, an entry on each line, or a value that is none of these. */
  readonly shape: 'PAGE' | 'LIST' | 'SINGLE' | 'LINES' | 'SCALAR';
  /** What stands around the entries of a page, which are left out; empty for the others. */
  readonly around: Raw;
}

/** Splits one document: its text is pushed in pieces, in order, and `end` is called once. */
export interface Splitter {
  readonly push: (piece: string) => unknown[];
  /** The entries that only the end completes, and what the document was. */
  readonly end: () => { readonly entries: unknown[]; readonly told: Envelope | Broken };
  /** Whether it cannot be read any further, so that the rest need not be pushed. */
  readonly isBroken: () => boolean;
}

// What is longer is no entry of a directory and would fill the memory.
const LONGEST_ENTRY = 16 * 1024 * 1024;

/** Begins to split a document. */
export function splitJson(): Splitter {
  const state: State = {
    ...{ mode: 'START', held: '', at: 0, depth: 0, isQuoted: false, line: 1, entries: [], members: [], key: '' },
    ...{ isList: false, hasItems: false, isPage: false, lastLine: null },
  };
  let broken: Broken | null = null;
  const taken = () => state.entries.splice(0);
  return {
    push: (piece) => {
      if (broken) return [];
      state.held += piece;
      broken = walk(state);
      return taken();
    },
    end: () => {
      const told = broken ?? finish(state);
      return { entries: taken(), told };
    },
    isBroken: () => broken !== null,
  };
}

function walk(state: State): Broken | null {
  let step: Step = 'ON';
  while (step === 'ON') step = STEPS[state.mode](state);
  if (step !== 'MORE') return step;
  const size = state.held.length + state.members.reduce((sum, { length }) => sum + length, 0);
  if (size <= LONGEST_ENTRY) return null;
  return { code: 'TOO_LARGE', message: 'One entry is longer than 16 million characters. Is this a directory?' };
}

const STEPS: Readonly<Record<Mode, (state: State) => Step>> = {
  START: start,
  KEY: readKey,
  MEMBER: readMember,
  ITEMS: readItem,
  AFTER_ITEMS: readSeparator,
  OUTSIDE: lookOutside,
  LINES: readLine,
  SCALAR: () => 'MORE',
};

function start(state: State): Step {
  skipBlank(state);
  const first = state.held.charAt(0);
  if (first === '') return 'MORE';
  if (first === '<') {
    const message = 'This is not JSON: it is a web page or XML. Look for the address of the data itself.';
    return { code: 'NOT_JSON', message };
  }
  state.isList = first === '[';
  if (first === '[' || first === '{') drop(state, 1);
  return go(state, first === '[' ? 'ITEMS' : first === '{' ? 'KEY' : 'SCALAR');
}

function readKey(state: State): Step {
  if (state.at === 0) skipBlank(state);
  const end = scan(state, ':}');
  if (end === -1) return 'MORE';
  if (state.held.charAt(end) === '}') {
    const isEmpty = end === 0 && state.members.length === 0;
    if (!isEmpty) return notJson(state, state.held.slice(0, end + 1));
    drop(state, 1);
    return go(state, 'OUTSIDE');
  }
  state.key = state.held.slice(0, end).trim();
  drop(state, end + 1);
  return go(state, 'MEMBER');
}

function readMember(state: State): Step {
  if (state.at === 0) {
    skipBlank(state);
    if (state.held === '') return 'MORE';
    if (state.held.startsWith('[') && /^"contents?"$/.test(state.key) && !state.isPage) {
      state.isPage = true;
      state.members.push(`${state.key}:[]`);
      drop(state, 1);
      return go(state, 'ITEMS');
    }
  }
  const end = scan(state, ',}');
  if (end === -1) return 'MORE';
  state.members.push(`${state.key}:${state.held.slice(0, end)}`);
  const isLast = state.held.charAt(end) === '}';
  drop(state, end + 1);
  return go(state, isLast ? 'OUTSIDE' : 'KEY');
}

function readItem(state: State): Step {
  const end = scan(state, ',]');
  if (end === -1) return 'MORE';
  const text = state.held.slice(0, end);
  const isLast = state.held.charAt(end) === ']';
  const isEmptyList = isLast && !state.hasItems && text.trim() === '';
  if (!isEmptyList) {
    const parsed = parse(text);
    if (!parsed.ok) return notJson(state, text, parsed.complaint);
    state.entries.push(parsed.value);
  }
  state.hasItems = true;
  drop(state, end + 1);
  return isLast ? go(state, state.isList ? 'OUTSIDE' : 'AFTER_ITEMS') : 'ON';
}

function readSeparator(state: State): Step {
  skipBlank(state);
  const sign = state.held.charAt(0);
  if (sign === '') return 'MORE';
  if (sign !== ',' && sign !== '}') return notJson(state, '');
  drop(state, 1);
  return go(state, sign === ',' ? 'KEY' : 'OUTSIDE');
}

/** After the end of the document comes nothing, or, when it was an entry on a line of its own, the next line. */
function lookOutside(state: State): Step {
  if (state.held.trim() === '') return 'MORE';
  const isNextLine = !state.isList && !state.isPage && /^[ \t]*\r?\n/.test(state.held);
  if (!isNextLine || state.members.some((member) => member.includes('\n'))) return notJson(state, '');
  const first = rootOf(state);
  if (!first.ok) return notJson(state, '', first.complaint);
  state.entries.push(first.value);
  return go(state, 'LINES');
}

/** A line in the middle that cannot be read is an entry that will be quarantined as it stands. */
function readLine(state: State): Step {
  const end = state.held.indexOf('\n');
  if (end === -1) return 'MORE';
  noteLine(state, state.held.slice(0, end));
  drop(state, end + 1);
  return 'ON';
}

function noteLine(state: State, text: string): void {
  const line = text.trim();
  if (line === '') return;
  if (state.lastLine !== null) state.entries.push(state.lastLine);
  const parsed = parse(line);
  state.lastLine = parsed.ok && isRaw(parsed.value) ? parsed.value : line;
}

function finish(state: State): Envelope | Broken {
  switch (state.mode) {
    case 'START':
      return { code: 'EMPTY_FILE', message: 'This is empty: there is nothing to read.' };
    case 'SCALAR': {
      const parsed = parse(state.held);
      return parsed.ok ? { shape: 'SCALAR', around: {} } : notJson(state, state.held, parsed.complaint);
    }
    case 'LINES':
      return finishLines(state);
    case 'OUTSIDE':
      return finishDocument(state);
    default:
      return { code: 'ENDS_MIDWAY', message: 'This ends midway: the last entry is cut off. Fetch it again.' };
  }
}

function finishLines(state: State): Envelope | Broken {
  noteLine(state, state.held);
  if (typeof state.lastLine === 'string') {
    return { code: 'ENDS_MIDWAY', message: 'This ends midway: the last line is cut off. Fetch it again.' };
  }
  state.entries.push(state.lastLine);
  return { shape: 'LINES', around: {} };
}

function finishDocument(state: State): Envelope | Broken {
  if (state.isList) return { shape: 'LIST', around: {} };
  const root = rootOf(state);
  if (!root.ok) return notJson(state, '', root.complaint);
  if (state.isPage) return { shape: 'PAGE', around: root.value as Raw };
  state.entries.push(root.value);
  return { shape: 'SINGLE', around: {} };
}

function rootOf(state: State) {
  return parse(`{${state.members.join(',')}}`);
}
