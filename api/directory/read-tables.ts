import { parse } from 'csv-parse/sync';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { readFeedText } from './feed.rules.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import { fromMapped, isMapped } from './mapping.rules.ts';
import type { Mapping } from './mapping.rules.ts';
import { careQualityCommission } from './mappings/care-quality-commission.ts';
import { charityCommission } from './mappings/charity-commission.ts';
import { foodBanks } from './mappings/food-banks.ts';
import { plainList } from './mappings/plain-list.ts';
import type { Raw } from './repair.rules.ts';

/** The mappings that Kith brings along, the most particular first. */
export const MAPPINGS: readonly Mapping[] = [careQualityCommission, charityCommission, foodBanks, plainList];

// Registers put a title and a date above the headings.
const MOST_LINES_ABOVE = 12;

/** The rows of a table by their headings; a row with too few cells lacks the last, one with too many keeps them by number. */
export function readTable(text: string): Result<readonly Raw[], FeedProblem> {
  const lines = linesOf(text);
  return lines.ok ? ok(rowsUnder(lines.value, 0)) : lines;
}

/** Reads a list by the given mapping, or by that of our own which knows its columns. */
export function readMappedList(text: string, given: Mapping | null): Result<FeedPage, FeedProblem> {
  const lines = linesOf(text);
  if (!lines.ok) return lines;
  if (lines.value.length === 0) return refuseWith('EMPTY_FILE', 'This is empty: there is nothing to read.');
  for (const mapping of given ? [given] : MAPPINGS) {
    const heading = lines.value.slice(0, MOST_LINES_ABOVE).findIndex((cells) => isMapped(mapping, cells));
    if (heading === -1) continue;
    const page = { pageNumber: null, totalPages: 1, isSingle: false, terms: mapping };
    return ok({ ...page, kind: 'SERVICE', convert: fromMapped(mapping), rows: rowsUnder(lines.value, heading) });
  }
  return refuseWith(
    'OTHER_FORMAT',
    given
      ? `This list has no column “${given.marks[0]?.join('” or “') ?? ''}”, in which the mapping looks for the name.`
      : 'The columns of this list are not known. Write a mapping that says what they hold, and give it with --mapping.',
  );
}

/** Reads an answer whose form nobody tells: JSON as it looks, or else a list whose columns are known. */
export function readAnswer(text: string, given: Mapping | null): Result<FeedPage, FeedProblem> {
  const feed = readFeedText(text);
  if (feed.ok || /^[\ufeff\s]*(?:[[{<]|$)/.test(text)) return feed;
  const list = readMappedList(text, given);
  return list.ok || given ? list : feed;
}

function linesOf(text: string): Result<readonly string[][], FeedProblem> {
  const tidy = text.replace(/^\ufeff/, '');
  const [first = ''] = tidy.split('\n', 1);
  const delimiter = ['\t', ';', '|'].find((sign) => first.split(sign).length > first.split(',').length) ?? ',';
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
    return ok(parse(tidy, options));
  } catch {
    return refuseWith(
      'ENDS_MIDWAY',
      'This table cannot be read to its end: a quotation mark is not closed. Fetch it again.',
    );
  }
}

function rowsUnder(lines: readonly string[][], heading: number): Raw[] {
  const names = lines[heading] ?? [];
  return lines
    .slice(heading + 1)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) =>
      Object.fromEntries(cells.map((cell, place) => [names[place]?.trim() ?? `column ${place + 1}`, unquoted(cell)])),
    );
}

/** A cell without quotation marks that a program put around what it had put in quotation marks before. */
function unquoted(cell: string): string {
  return /^"[^"]*"$/.test(cell) ? cell.slice(1, -1) : cell;
}
