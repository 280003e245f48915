import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { fromMapped, isMapped } from './mapping.rules.ts';
import type { Mapping } from './mapping.rules.ts';
import { careQualityCommission } from './mappings/care-quality-commission.ts';
import { charityCommission } from './mappings/charity-commission.ts';
import { foodBanks } from './mappings/food-banks.ts';
import { plainList } from './mappings/plain-list.ts';
import type { Raw } from './repair.rules.ts';

/** The mappings that Kith brings along, the most particular first. */
const MAPPINGS: readonly Mapping[] = [careQualityCommission, charityCommission, foodBanks, plainList];

// Registers put a title and a date above the headings.
const MOST_LINES_ABOVE = 12;
const MOST_COLUMNS = 2_000;
const LONGEST_LINE = 4_000_000;
const AT_A_TIME = 500;

/** Several rows of a table by their headings, or why the table cannot be read on. */
type Rows = Result<readonly Raw[], FeedProblem>;

/** The rows of a table by its headings; a row with too few cells lacks the last, one with too many keeps them by number. */
export async function* readTable(text: AsyncIterable<string>): AsyncGenerator<Rows> {
  let headings: readonly string[] | null = null;
  for await (const lines of linesOf(text)) {
    if (!lines.ok) return yield lines;
    const body: readonly (readonly string[])[] = headings === null ? lines.value.slice(1) : lines.value;
    headings ??= lines.value[0] ?? [];
    yield ok(rowsUnder(headings, body));
  }
}

/** Reads a list by the given mapping, or by that of our own which knows its columns. */
export async function* readMappedList(
  text: AsyncIterable<string>,
  given: Mapping | null,
): AsyncGenerator<Result<FeedPage, FeedProblem>> {
  let found: { readonly mapping: Mapping; readonly headings: readonly string[]; readonly page: FeedPage } | null = null;
  for await (const lines of linesOf(text)) {
    if (!lines.ok) return yield lines;
    let body: readonly (readonly string[])[] = lines.value;
    if (found === null) {
      const mapped = headingOf(lines.value, given);
      if (mapped === null) return yield refuseList(given);
      found = { ...mapped, headings: lines.value[mapped.line] ?? [], page: pageOf(mapped.mapping) };
      body = lines.value.slice(mapped.line + 1);
    }
    yield ok({ ...found.page, rows: rowsUnder(found.headings, body) });
  }
  yield found === null
    ? refuseWith('EMPTY_FILE', 'This is empty: there is nothing to read.')
    : ok({ ...found.page, isContinued: false });
}

function pageOf(mapping: Mapping): FeedPage {
  const whole = { pageNumber: null, totalPages: 1, totalItems: null, isSingle: false, isContinued: true };
  return { ...whole, terms: mapping, kind: 'SERVICE', convert: fromMapped(mapping), rows: [] };
}

function headingOf(lines: readonly string[][], given: Mapping | null) {
  for (const mapping of given ? [given] : MAPPINGS) {
    const line = lines.slice(0, MOST_LINES_ABOVE).findIndex((cells) => isMapped(mapping, cells));
    if (line !== -1) return { mapping, line };
  }
  return null;
}

function refuseList(given: Mapping | null) {
  return refuseWith(
    'OTHER_FORMAT' as const,
    given
      ? `This list has no column “${given.marks[0]?.join('” or “') ?? ''}”, in which the mapping looks for the name.`
      : 'The columns of this list are not known. Write a mapping that says what they hold, and give it with --mapping.',
  );
}

/** The lines of a table, each as its cells, some hundreds at a time. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Result<string[][], FeedProblem>> {
  const pieces = text[Symbol.asyncIterator]();
  const start = await firstLineOf(pieces);
  const parser = parse({
    delimiter: delimiterOf(start),
    // Some files end their lines now in one way, now in another.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  });
  const whole = async function* () {
    yield start;
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  const flowing = pipeline(Readable.from(whole()), parser);
  // Its failure is met where the lines are read.
  flowing.catch(() => undefined);
  const lines: string[][] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.length > MOST_COLUMNS) return yield tooLarge(`has more than ${MOST_COLUMNS} columns`);
      lines.push(cells);
      if (lines.length >= AT_A_TIME) yield ok(lines.splice(0));
    }
  } catch (error) {
    return yield brokenBy(error);
  }
  if (lines.length > 0) yield ok(lines);
}

/** The text up to the end of the first line, and whatever came with it. */
async function firstLineOf(pieces: AsyncIterator<string>): Promise<string> {
  let start = '';
  while (!start.includes('\n') && start.length < LONGEST_LINE) {
    const next = await pieces.next();
    if (next.done === true) break;
    start += next.value;
  }
  return start;
}

function delimiterOf(start: string): string {
  const [first = ''] = start.split('\n', 1);
  return ['\t', ';', '|'].find((sign) => first.split(sign).length > first.split(',').length) ?? ',';
}

function brokenBy(error: unknown): Result<never, FeedProblem> {
  if (!(error instanceof CsvError)) throw error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLarge(`is longer than ${LONGEST_LINE} characters`);
  return refuseWith(
    'ENDS_MIDWAY',
    'This table cannot be read to its end: a quotation mark is not closed. Fetch it again.',
  );
}

function tooLarge(what: string): Result<never, FeedProblem> {
  return refuseWith('TOO_LARGE', `This table cannot be read: a line ${what}. Is it a table?`);
}

function rowsUnder(headings: readonly string[], lines: readonly (readonly string[])[]): Raw[] {
  return lines
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) =>
      Object.fromEntries(
        cells.map((cell, place) => [headings[place]?.trim() ?? `column ${place + 1}`, unquoted(cell)]),
      ),
    );
}

/**
 * A cell without quotation marks that a program put around what it had put in quotation marks before, and without the
 * apostrophe that keeps a spreadsheet from taking words for a formula.
 */
function unquoted(cell: string): string {
  return /^"[^"]*"$/.test(cell) ? cell.slice(1, -1) : cell.replace(/^'(?=[=+\-@\t\r])/, '');
}
