// Where the reading of a document of JSON stands: text that is held until the sign comes which ends its part.
// The splitter decides what the part is. Held text → the place of the sign, or −1 while it has not come.

/** Why a document cannot be split to its end. */
export interface Broken {
  readonly code: 'NOT_JSON' | 'ENDS_MIDWAY' | 'EMPTY_FILE' | 'TOO_LARGE';
  readonly message: string;
}

/** What is read next. */
export type Mode = 'START' | 'KEY' | 'MEMBER' | 'ITEMS' | 'AFTER_ITEMS' | 'OUTSIDE' | 'LINES' | 'SCALAR';
/** Whether a step got on, needs more text, or found what breaks the document. */
export type Step = 'ON' | 'MORE' | Broken;

/** Where the reading stands. */
export interface State {
  mode: Mode;
  /** Text that is not yet done with. */
  held: string;
  /** How far it has been looked through, how deep it is there, and whether within quotation marks. */
  at: number;
  depth: number;
  isQuoted: boolean;
  /** Number of the line on which the held text begins. */
  line: number;
  readonly entries: unknown[];
  readonly members: string[];
  key: string;
  isList: boolean;
  hasItems: boolean;
  isPage: boolean;
  /** The last line, which may be cut off; null before there is one. */
  lastLine: unknown;
}

/** Where the first of these signs stands that is in no quotation marks and no inner brackets; -1 while it has not come. */
export function scan(state: State, signs: string): number {
  const { held } = state;
  for (; state.at < held.length; state.at += 1) {
    const sign = held.charCodeAt(state.at);
    if (state.isQuoted) {
      // A backslash takes the sign after it along.
      if (sign === 92) {
        if (state.at + 1 >= held.length) return -1;
        state.at += 1;
      } else if (sign === 34) state.isQuoted = false;
    } else if (sign === 34) state.isQuoted = true;
    else if (state.depth === 0 && (sign === signs.charCodeAt(0) || sign === signs.charCodeAt(1))) return state.at;
    else if (sign === 91 || sign === 123) state.depth += 1;
    else if (sign === 93 || sign === 125) state.depth -= 1;
  }
  return -1;
}

/** Passes over blanks and a byte-order mark. */
export function skipBlank(state: State): void {
  drop(state, /^[\ufeff\s]*/.exec(state.held)?.[0].length ?? 0);
}

/** Lets go of that much of the text and begins to look anew. */
export function drop(state: State, count: number): void {
  state.line += linesIn(state.held.slice(0, count));
  state.held = state.held.slice(count);
  state.at = 0;
  state.depth = 0;
  state.isQuoted = false;
}

/** Goes on with what is read next. */
export function go(state: State, mode: Mode): Step {
  state.mode = mode;
  return 'ON';
}

/** The value of a text; the complaint when it is none. */
export function parse(text: string) {
  try {
    return { ok: true, value: JSON.parse(text) as unknown } as const;
  } catch (error) {
    return { ok: false, complaint: String((Object(error) as { message?: unknown }).message) } as const;
  }
}

/** Says on which line the text cannot be read. */
export function notJson(state: State, text: string, complaint = ''): Broken {
  const position = Number(/position (\d+)/.exec(complaint)?.[1] ?? text.search(/\S/));
  const line = state.line + linesIn(text.slice(0, Math.max(0, position)));
  return { code: 'NOT_JSON', message: `This is not JSON: it cannot be read at line ${line}.` };
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
