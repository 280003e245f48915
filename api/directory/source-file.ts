import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file to be read, wherever it lies: it can be opened more than once, and is never held whole. */
export interface SourceFile {
  /** Its name, without the folders above it. */
  readonly name: string;
  /** Where it lies, to show. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly open: () => Promise<Readable>;
}

/** Thrown when a file cannot be read that was there: it may not be opened, or is damaged. */
export class Unreadable extends Error {}

/** What is in the file, piece by piece. */
export async function* bytesOf(file: SourceFile): AsyncGenerator<Buffer> {
  try {
    for await (const piece of await file.open()) yield piece as Buffer;
  } catch (error) {
    throw new Unreadable(file.path, { cause: error });
  }
}

const PIECE = 256 * 1024;

/** The file at this path; fails when there is none. */
export async function fileAt(path: string): Promise<SourceFile> {
  const { size } = await stat(path);
  const open = () => Promise.resolve(createReadStream(path, { highWaterMark: PIECE }));
  return { name: basename(path), path, size, open };
}

/** The files in a folder, page 2 before page 10; what lies in folders within it is left out. */
export async function filesIn(folder: string): Promise<SourceFile[]> {
  const found = await readdir(folder, { withFileTypes: true });
  const names = found.filter((each) => !each.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort(byName).map((name) => fileAt(join(folder, name))));
}

/** Puts names in the order of the numbers in them. */
export function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

const SMALL = 4 * 1024 * 1024;

/** The JSON in a small file; null when the file is large or holds none. */
export async function smallDocument(file: SourceFile): Promise<unknown> {
  if (file.size > SMALL) return null;
  const pieces: Buffer[] = [];
  for await (const piece of bytesOf(file)) pieces.push(piece);
  try {
    return JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
  } catch {
    return null;
  }
}

/** Whether the file begins as a zip does. */
export async function isZip(file: SourceFile): Promise<boolean> {
  for await (const piece of bytesOf(file)) return piece.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  return false;
}
