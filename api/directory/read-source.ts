import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, problemsOf } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { copyOf, feedKeyOf, readFeedText } from './feed.rules.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { gather } from './gather.rules.ts';
import { fetchFeed } from './fetch-feed.ts';
import type { FetchSettings } from './fetch-feed.ts';
import type { SourceProblem } from './import-account.ts';
import { isPackage, tableOf } from './package.rules.ts';
import { readPackageFiles } from './read-package-files.ts';
import { decoded } from './text-encoding.ts';
import { readMappedList } from './read-tables.ts';

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

type Read = Result<readonly FeedPage[], FeedProblem>;

const MOST_BYTES = 400 * 1024 * 1024;
const JSON_FILE = /\.(?:json|ndjson|jsonl)$/i;
const TABLE_FILE = /\.(?:csv|tsv)$/i;

/** Reads a file, a folder of files or an address, whole, before anything is written; files of one feed come together. */
export async function readSource(source: string, settings: FetchSettings = {}): Promise<SourceRead> {
  if (isAddress(source)) return joined([[source, await fetchFeed(source, settings)]]);

  const found = await stat(source).catch(() => null);
  if (found === null) return problem(source, 'NOT_FOUND', 'There is no such file or folder. Check the name.');
  if (found.isDirectory()) return readFolder(source, settings);
  if (/\.zip$/i.test(source)) return problem(source, 'OTHER_FORMAT', 'This is a zip. Unpack it and give the folder.');
  if (await isTableOfPackage(source)) {
    return problem(source, 'OTHER_FORMAT', 'This table belongs with the others beside it. Give the folder.');
  }
  return joined([[source, await readFeedFile(source, settings)]]);
}

async function readFolder(folder: string, settings: FetchSettings): Promise<SourceRead> {
  const names = (await readdir(folder)).sort(byName);
  const tables = names.filter((name) => TABLE_FILE.test(name));
  if (isPackage(tables.map((name) => tableOf(name) ?? ''))) {
    return joined([[folder, await opened(() => readPackageFiles(folder, names))]]);
  }
  const files = names.filter((name) => (JSON_FILE.test(name) && name !== 'datapackage.json') || TABLE_FILE.test(name));
  if (files.length === 0)
    return problem(folder, 'NOT_FOUND', 'There is no JSON file and no table (.csv) in this folder.');

  const read: [string, Read][] = [];
  for (const name of files) {
    const file = join(folder, name);
    read.push([file, isOlderCopy(name, files) ? older() : await readFeedFile(file, settings)]);
  }
  return joined(read);
}

/** Whether a newer copy of the same list, by the date in its name, is beside it. */
function isOlderCopy(name: string, names: readonly string[]): boolean {
  return names.some((other) => feedKeyOf(other) === feedKeyOf(name) && copyOf(other) > copyOf(name));
}

async function isTableOfPackage(file: string): Promise<boolean> {
  if (!TABLE_FILE.test(file) || tableOf(basename(file)) === null) return false;
  return isPackage(
    (await readdir(dirname(resolve(file)))).map((name) => (TABLE_FILE.test(name) ? (tableOf(name) ?? '') : '')),
  );
}

async function readFeedFile(file: string, settings: FetchSettings): Promise<Read> {
  return opened(async () => {
    if ((await stat(file)).size > MOST_BYTES)
      return refused('TOO_LARGE', 'The file is larger than 400 MB. Split it into pages.');
    const text = decoded(await readFile(file));
    const isTable = TABLE_FILE.test(file) || (settings.mapping !== undefined && !JSON_FILE.test(file));
    const page = isTable ? readMappedList(text, settings.mapping ?? null) : readFeedText(text);
    return page.ok ? ok([page.value]) : page;
  });
}

async function opened(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch {
    return refused('NOT_FOUND', 'The file cannot be opened. Check that you may read it.');
  }
}

function joined(read: readonly (readonly [string, Read])[]): SourceRead {
  const feeds = new Map<string, FeedFound>();
  const problems: SourceProblem[] = [];
  for (const [source, result] of read) {
    const key = feedKeyOf(isAddress(source) ? source : resolve(source));
    if (!result.ok) {
      problems.push(...problemsOf(result).map(({ code, message }) => ({ source, key, code, sentence: message })));
      continue;
    }
    const earlier = feeds.get(key);
    feeds.set(key, { key, source: earlier?.source ?? source, pages: [...(earlier?.pages ?? []), ...result.value] });
  }
  return { feeds: [...feeds.values()].map((feed) => ({ ...feed, pages: gather(feed.pages) })), problems };
}

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

function problem(source: string, code: FeedProblem, sentence: string): SourceRead {
  return joined([[source, refused(code, sentence)]]);
}

function older(): Read {
  return refused('OLDER_COPY', 'A newer copy of the same list is beside it, so this one was left alone.');
}

function refused(code: FeedProblem, message: string) {
  return { ok: false, problems: [{ code, message }] } as const;
}

/** Page 2 before page 10. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
