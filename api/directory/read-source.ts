import { readFile, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { problemsOf } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { feedKeyOf, readFeedText } from './feed.rules.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { gather } from './gather.rules.ts';
import { fetchFeed } from './fetch-feed.ts';
import type { FetchSettings } from './fetch-feed.ts';
import type { SourceProblem } from './import-account.ts';

/** One feed found in a source, with its pages in order. */
export interface FeedFound {
  readonly key: string;
  readonly source: string;
  readonly pages: readonly FeedPage[];
}

/** What was found in a source. */
export interface SourceRead {
  readonly feeds: readonly FeedFound[];
  readonly problems: readonly SourceProblem[];
}

const MOST_BYTES = 400 * 1024 * 1024;

/** Reads a file, a folder of files or an address, whole, before anything is written; files of one feed come together. */
export async function readSource(source: string, settings: FetchSettings = {}): Promise<SourceRead> {
  if (isAddress(source)) return single(source, await fetchFeed(source, settings));

  const found = await stat(source).catch(() => null);
  if (found === null) return problem(source, 'NOT_FOUND', 'There is no such file or folder. Check the name.');
  if (!found.isDirectory()) return joined([[source, await readFeedFile(source)]]);

  const names = (await readdir(source)).filter((name) => /\.(?:json|ndjson|jsonl)$/i.test(name)).sort(byName);
  if (names.length === 0) return problem(source, 'NOT_FOUND', 'There is no JSON file in this folder.');
  const read: [string, Result<readonly FeedPage[], FeedProblem>][] = [];
  for (const name of names) read.push([join(source, name), await readFeedFile(join(source, name))]);
  return joined(read);
}

async function readFeedFile(file: string): Promise<Result<readonly FeedPage[], FeedProblem>> {
  try {
    if ((await stat(file)).size > MOST_BYTES)
      return refused('TOO_LARGE', 'The file is larger than 400 MB. Split it into pages.');
    const page = readFeedText(decoded(await readFile(file)));
    return page.ok ? { ok: true, value: [page.value] } : page;
  } catch {
    return refused('NOT_FOUND', 'The file cannot be opened. Check that you may read it.');
  }
}

/** The text of a file in UTF-8, or in UTF-16 when its byte-order mark says so. */
function decoded(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

function joined(read: readonly (readonly [string, Result<readonly FeedPage[], FeedProblem>])[]): SourceRead {
  const feeds = new Map<string, FeedFound>();
  const problems: SourceProblem[] = [];
  for (const [source, result] of read) {
    if (!result.ok) {
      problems.push(...problemsOf(result).map(({ code, message }) => ({ source, code, sentence: message })));
      continue;
    }
    const key = feedKeyOf(isAddress(source) ? source : resolve(source));
    const earlier = feeds.get(key);
    feeds.set(key, { key, source: earlier?.source ?? source, pages: [...(earlier?.pages ?? []), ...result.value] });
  }
  return { feeds: [...feeds.values()].map((feed) => ({ ...feed, pages: gather(feed.pages) })), problems };
}

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

function single(source: string, result: Result<readonly FeedPage[], FeedProblem>): SourceRead {
  return joined([[source, result]]);
}

function problem(source: string, code: FeedProblem, sentence: string): SourceRead {
  return { feeds: [], problems: [{ source, code, sentence }] };
}

function refused(code: FeedProblem, message: string) {
  return { ok: false, problems: [{ code, message }] } as const;
}

/** Page 2 before page 10. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
