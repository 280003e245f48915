import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { readPages } from './feed.rules.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import type { Mapping } from './mapping.rules.ts';
import { readMappedList } from './read-tables.ts';
import { Unreadable } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { textOfFile } from './text-encoding.ts';

/** Pages as they are read; one that is refused is the last. */
export type Pages = AsyncIterable<Result<FeedPage, FeedProblem>>;

const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/** The name of a file that holds JSON. */
export const JSON_FILE = /\.(?:json|ndjson|jsonl)$/i;
/** The name of a file that holds a table. */
export const TABLE_FILE = /\.(?:csv|tsv)$/i;

/** The pages, and when a file of theirs cannot be read to its end, a last one that says so. */
export async function* untilUnreadable(pages: Pages): Pages & AsyncGenerator {
  try {
    yield* pages;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield refuseWith('NOT_FOUND', 'The file cannot be read: it is damaged, or you may not open it.');
  }
}

/** Reads one file piece by piece, as JSON or as a list whose columns are known: by its name, or else as it looks. */
export async function* readPart(file: SourceFile, mapping: Mapping | null): Pages & AsyncGenerator {
  if (file.size > MOST_BYTES)
    return yield refuseWith('TOO_LARGE', 'The file is larger than 2 GB. Split it into pages.');
  const text = textOfFile(file);
  if (JSON_FILE.test(file.name)) return yield* readJson(text);
  if (TABLE_FILE.test(file.name)) return yield* readMappedList(text, mapping);

  const { start, all } = await begun(text);
  if (/^[\ufeff\s]*(?:[[{<]|$)/.test(start)) return yield* readJson(all);
  for await (const page of readMappedList(all, mapping)) {
    const isUnknown = !page.ok && page.problems[0]?.code === 'OTHER_FORMAT' && mapping === null;
    yield isUnknown ? refuseWith('NOT_JSON', 'This is neither JSON nor a list whose columns are known.') : page;
  }
}

async function* readJson(text: AsyncIterable<string>): Pages & AsyncGenerator {
  const reader = readPages();
  for await (const piece of text) {
    const pages = reader.push(piece);
    if (!pages.ok) return yield pages;
    for (const page of pages.value) yield ok(page);
  }
  const pages = reader.end();
  if (!pages.ok) return yield pages;
  for (const page of pages.value) yield ok(page);
}

/** The first text of a stream that says anything, and the stream from its beginning. */
async function begun(text: AsyncGenerator<string>) {
  const seen: string[] = [];
  let start = '';
  while (/^[\ufeff\s]*$/.test(start)) {
    const next = await text.next();
    if (next.done === true) break;
    seen.push(next.value);
    start += next.value;
  }
  const all = async function* () {
    yield* seen;
    yield* text;
  };
  return { start, all: all() };
}
