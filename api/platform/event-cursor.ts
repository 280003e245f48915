import { badInput } from './problems.ts';

/** Where an event stands in the feed: the transaction that wrote it, then its id. */
export interface Position {
  readonly xid: string;
  readonly id: number;
}

/** The cursor that a reader keeps to go on from there. */
export function cursorOf(position: Position): string {
  return Buffer.from(`${position.xid}.${position.id}`).toString('base64url');
}

/** The position that a reader's cursor means; refuses what was not a cursor of ours. */
export function positionOf(cursor: string): Position {
  const match = /^(\d{1,19})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!match) throw badInput('The cursor in "after" is not one that we gave. Start again without it.');
  return { xid: match[1] ?? '0', id: Number(match[2]) };
}
