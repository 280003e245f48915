import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { FeedProblem } from './feed.rules.ts';
import { fileAt } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** How an address is fetched. */
export interface Fetching {
  /** Waits before each further try, in milliseconds; half a second, one and two unless told. */
  readonly waits?: readonly number[];
  /** Longest silence of a server, in milliseconds; 20,000 unless told. */
  readonly timeout?: number;
}

/** What came of an address; `isGone` when the server says that there is nothing there. */
export type Fetched = Result<SourceFile, FeedProblem> & { readonly isGone?: boolean };

const MOST_BYTES = 2 * 1024 * 1024 * 1024;
// A server that is busy may say how long; nobody waits longer than this for it.
const LONGEST_WAIT = 30_000;

/** Fetches an address into a file of this name; tries again when the server is busy, or gone for a moment. */
export async function fetchFile(address: string, path: string, settings: Fetching): Promise<Fetched> {
  const waits = settings.waits ?? [500, 1000, 2000];
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetchOnce(address, path, settings.timeout ?? 20_000);
    const pause = waits[attempt];
    if (answer.retryAfter === null || pause === undefined) return answer.fetched;
    await wait(Math.min(Math.max(pause, answer.retryAfter), LONGEST_WAIT));
  }
}

/** Where the files of a source that is fetched lie. */
export function fetchedFileIn(folder: string, number: number): string {
  return join(folder, `page-${number}`);
}

/** One try; `retryAfter` is how long the server wants us to wait, in milliseconds, or null when another try is no use. */
async function fetchOnce(address: string, path: string, timeout: number) {
  const silence = new AbortController();
  const giveUp = () => silence.abort(new DOMException('No answer came.', 'TimeoutError'));
  const timer = setTimeout(giveUp, timeout);
  try {
    const response = await fetch(address, {
      headers: {
        accept: 'application/json, application/x-ndjson;q=0.9, text/csv;q=0.8, application/zip;q=0.7, */*;q=0.1',
      },
      signal: silence.signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      const isBusy = response.status >= 500 || response.status === 429;
      const isGone = response.status === 404 || response.status === 410;
      const retryAfter = isBusy ? Number(response.headers.get('retry-after') ?? 0) * 1000 || 0 : null;
      return { fetched: { ...unreachable(`the server answered ${response.status}`), isGone }, retryAfter };
    }
    const isKept = await keep(response, path, () => timer.refresh());
    if (!isKept)
      return { fetched: refuseWith('TOO_LARGE' as const, 'The server sent more than 2 GB.'), retryAfter: null };
    return { fetched: ok(await fileAt(path)), retryAfter: null };
  } catch (error) {
    return { fetched: unreachable(causeOf(error, timeout)), retryAfter: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** Writes what comes to the file, as it comes; stops when it is too much. */
async function keep(response: Response, path: string, onPiece: () => void): Promise<boolean> {
  let size = 0;
  const counted = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      onPiece();
      size += piece.byteLength;
      if (size > MOST_BYTES) return;
      yield piece;
    }
  };
  const body =
    response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  await pipeline(body, counted, createWriteStream(path));
  return size <= MOST_BYTES;
}

function unreachable(cause: string): Result<never, FeedProblem> {
  return refuseWith(
    'UNREACHABLE',
    `This address cannot be read: ${cause}. Check the address, or try again later. Nothing was changed.`,
  );
}

function causeOf(error: unknown, timeout: number): string {
  const { name, cause } = Object(error) as { name?: unknown; cause?: unknown };
  if (name === 'TimeoutError') return `no answer came within ${timeout / 1000} seconds`;
  const { code } = Object(cause ?? error) as { code?: unknown };
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no server of that name',
    EAI_AGAIN: 'there is no server of that name, or no connection',
    ECONNREFUSED: 'no server answers there',
    ECONNRESET: 'the connection broke off',
    UND_ERR_SOCKET: 'the connection broke off',
  };
  return known[String(code)] ?? 'the connection failed';
}
