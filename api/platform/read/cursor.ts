import { createHash } from 'node:crypto';
import { badInput } from '../problems.ts';
import type { Kind } from './view.ts';

/** The values of the sort keys of one row, as PostgreSQL writes them. */
export type Position = readonly (string | null)[];

const longestCursor = 4_096;

const patterns: Partial<Record<Kind, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  integer: /^-?\d{1,19}$/,
  number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i,
  decimal: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  instant: /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d){0,2}$/,
  date: /^\d{4,6}-\d\d-\d\d$/,
  time: /^\d\d:\d\d:\d\d(\.\d+)?$/,
};

/** Whether a text can be a value of the kind; kinds without a form of their own take any text. */
export function isOfKind(text: string, kind: Kind): boolean {
  return patterns[kind]?.test(text) ?? true;
}

/** A short name for a list and its order, put into its cursors so that another list's cursor is known for what it is. */
export function markOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 6);
}

/** The cursor of a row: opaque, and only good for the list that made it. */
export function writeCursor(mark: string, position: Position): string {
  return Buffer.from(JSON.stringify([mark, ...position])).toString('base64url');
}

/** The position that a cursor stands for; throws BAD_USER_INPUT for a text that this list did not write. */
export function readCursor(cursor: string, mark: string, keys: readonly { kind: Kind; nullable: boolean }[]): Position {
  const [foundMark, ...position] = unpack(cursor);
  const fits =
    foundMark === mark &&
    position.length === keys.length &&
    keys.every(({ kind, nullable }, index) => {
      const value = position[index];
      return value === null ? nullable : typeof value === 'string' && isOfKind(value, kind);
    });
  if (!fits) throw badInput('The cursor given as `after` does not belong to this list. Leave it out to start again.');
  return position as Position;
}

function unpack(cursor: string): unknown[] {
  if (cursor.length > longestCursor) return [];
  const text = Buffer.from(cursor, 'base64url');
  if (text.toString('base64url') !== cursor) return [];
  try {
    const parts: unknown = JSON.parse(text.toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
