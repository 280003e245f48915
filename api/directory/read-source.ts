import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { copyOf, feedKeyOf } from './feed.rules.ts';
import type { FeedProblem } from './feed.rules.ts';
import { fetchFeed } from './fetch-feed.ts';
import { fetchedFileIn, fetchFile } from './fetch-file.ts';
import type { Fetching } from './fetch-file.ts';
import type { SourceProblem } from './import-account.ts';
import type { Mapping } from './mapping.rules.ts';
import { openZip } from './open-zip.ts';
import { isPackage, tableOf } from './package.rules.ts';
import { readPackageFiles } from './read-package-files.ts';
import { JSON_FILE, readPart, TABLE_FILE, untilUnreadable } from './read-part.ts';
import type { Pages } from './read-part.ts';
import { byName, fileAt, filesIn, isZip } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** One file, package or address of a feed; it is read when its pages are asked for. */
export interface Part {
  /** Where it lies, to show. */
  readonly source: string;
  readonly pages: () => Pages;
}

/** One feed found in a source, with its parts in order. */
export interface FeedFound {
  readonly key: string;
  readonly source: string;
  readonly parts: readonly Part[];
}

/** What was found in a source; nothing of it is read yet. */
export interface SourceFound {
  readonly feeds: readonly FeedFound[];
  readonly problems: readonly SourceProblem[];
  /** Lets go of what was opened. */
  readonly close: () => Promise<void>;
}

/** How a source is looked through. */
export interface FindSettings extends Fetching {
  /** How to read a list that is no directory standard; our own mappings unless told. */
  readonly mapping?: Mapping;
}

/** A part and the feed that it belongs to, or why it is not read. */
type Found = FoundPart | { readonly problem: SourceProblem };
interface FoundPart {
  readonly key: string;
  readonly part: Part;
}

/** Finds the feeds of a file, a folder of files, a zip or an address; files of one feed come together. */
export async function findFeeds(source: string, settings: FindSettings = {}): Promise<SourceFound> {
  if (isAddress(source)) return findAtAddress(source, settings);
  const found = await stat(source).catch(() => null);
  if (found === null) return problem(source, 'NOT_FOUND', 'There is no such file or folder. Check the name.');
  const mapping = settings.mapping ?? null;
  if (found.isDirectory()) return together(foundIn(await filesIn(source), source, mapping));
  if (/\.zip$/i.test(source)) return findInZip(source, source, mapping);
  if (await isTableOfPackage(source)) {
    return problem(source, 'OTHER_FORMAT', 'This table belongs with the others beside it. Give the folder.');
  }
  return together([foundFile(await fileAt(source), resolve(source), mapping)]);
}

/** Fetches the first answer of an address, and finds what feeds it leads to: one that is followed page by page, or those in a zip. */
async function findAtAddress(address: string, settings: FindSettings): Promise<SourceFound> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-fetched-'));
  const close = () => rm(folder, { recursive: true, force: true });
  const mapping = settings.mapping ?? null;
  const first = await fetchFile(address, fetchedFileIn(folder, 1), settings);
  if (!first.ok) {
    await close();
    return problem(address, first.problems[0]?.code ?? 'UNREACHABLE', first.problems[0]?.message ?? '');
  }
  if (await isZip(first.value)) {
    const found = await findInZip(first.value.path, address, mapping);
    return { ...found, close: () => found.close().then(close) };
  }
  const pages = () => fetchFeed(address, first.value, { ...settings, folder, mapping });
  return { ...together([{ key: feedKeyOf(address), part: { source: address, pages } }]), close };
}

/** Finds the feeds of a zip that lies at `path` and is known as `name`: by that name, so that what is in it meets no other feed. */
async function findInZip(path: string, name: string, mapping: Mapping | null): Promise<SourceFound> {
  const zip = await openZip(path, name);
  if (!zip.ok) return problem(name, zip.problems[0]?.code ?? 'OTHER_FORMAT', zip.problems[0]?.message ?? '');
  const folders = new Map<string, SourceFile[]>();
  for (const file of [...zip.value.files].sort((a, b) => byName(a.path, b.path))) {
    folders.set(dirname(file.path), [...(folders.get(dirname(file.path)) ?? []), file]);
  }
  const found = [...folders].flatMap(([folder, files]) => foundIn(files, folder, mapping)).filter(isPart);
  const own = feedKeyOf(isAddress(name) ? name.replace(/\.zip(?=$|[?#])/i, '') : resolve(name).replace(/\.zip$/i, ''));
  const isOne = new Set(found.map(({ key }) => key)).size === 1;
  const named = found.map((each) => ({ ...each, key: isOne ? own : `${own}/${each.key.split('/').at(-1)}` }));
  const close = () => Promise.resolve(zip.value.close());
  if (named.length > 0) return { ...together(named), close };
  await close();
  return problem(name, 'NOT_FOUND', 'There is no JSON file and no table (.csv) in this zip.');
}

function foundIn(files: readonly SourceFile[], folder: string, mapping: Mapping | null): Found[] {
  const tables = files.filter(({ name }) => TABLE_FILE.test(name));
  if (isPackage(tables.map(({ name }) => tableOf(name) ?? ''))) {
    const part = { source: folder, pages: () => untilUnreadable(readPackageFiles(files)) };
    return [{ key: feedKeyOf(resolve(folder)), part }];
  }
  const lists = files.filter(
    ({ name }) => (JSON_FILE.test(name) && name !== 'datapackage.json') || TABLE_FILE.test(name),
  );
  if (lists.length === 0) {
    const sentence = 'There is no JSON file and no table (.csv) in this folder.';
    return [problemAt(folder, 'NOT_FOUND', sentence)];
  }
  const names = lists.map(({ name }) => name);
  return lists.map((file) => {
    if (!isOlderCopy(file.name, names)) return foundFile(file, resolve(folder, file.name), mapping);
    return problemAt(
      file.path,
      'OLDER_COPY',
      'A newer copy of the same list is beside it, so this one was left alone.',
    );
  });
}

function foundFile(file: SourceFile, path: string, mapping: Mapping | null): Found {
  return { key: feedKeyOf(path), part: { source: file.path, pages: () => untilUnreadable(readPart(file, mapping)) } };
}

function isPart(found: Found): found is FoundPart {
  return 'part' in found;
}

/** Whether a newer copy of the same list, by the date in its name, is beside it. */
function isOlderCopy(name: string, names: readonly string[]): boolean {
  return names.some((other) => feedKeyOf(other) === feedKeyOf(name) && copyOf(other) > copyOf(name));
}

async function isTableOfPackage(file: string): Promise<boolean> {
  if (!TABLE_FILE.test(file) || tableOf(basename(file)) === null) return false;
  const names = await readdir(dirname(resolve(file)));
  return isPackage(names.map((name) => (TABLE_FILE.test(name) ? (tableOf(name) ?? '') : '')));
}

function together(found: readonly Found[]): SourceFound {
  const feeds = new Map<string, FeedFound>();
  for (const { key, part } of found.filter(isPart)) {
    const earlier = feeds.get(key);
    feeds.set(key, { key, source: earlier?.source ?? part.source, parts: [...(earlier?.parts ?? []), part] });
  }
  const problems = found.flatMap((each) => ('problem' in each ? [each.problem] : []));
  return { feeds: [...feeds.values()], problems, close: () => Promise.resolve() };
}

function problem(source: string, code: FeedProblem, sentence: string): SourceFound {
  return together([problemAt(source, code, sentence)]);
}

function problemAt(source: string, code: FeedProblem, sentence: string) {
  return { problem: { source, key: feedKeyOf(isAddress(source) ? source : resolve(source)), code, sentence } };
}

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}
