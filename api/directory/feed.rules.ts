// A feed is a source of directory entries in Open Referral UK v3 JSON: a page, a list, or a single entry.
// The importer recognises the form and is never told it. Text → rows | one sentence that says why it cannot be read.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';

/** What the rows of a feed are. */
export const RowKind = { SERVICE: 'SERVICE', ORGANISATION: 'ORGANISATION', TERM: 'TERM' } as const;
export type RowKind = keyof typeof RowKind;

/** Rows as they came, all of one kind, and how many pages there are in all. */
export interface FeedPage {
  readonly kind: RowKind;
  readonly rows: readonly unknown[];
  readonly pageNumber: number | null;
  readonly totalPages: number;
}

/** Why a source cannot be read. */
export type FeedProblem =
  'NOT_JSON' | 'ENDS_MIDWAY' | 'EMPTY_FILE' | 'OTHER_FORMAT' | 'UNREACHABLE' | 'NOT_FOUND' | 'TOO_LARGE';

const MARKS_OF_V1 = ['service_taxonomys', 'eligibilitys', 'regular_schedules', 'holiday_schedules', 'fundings'];
const MARKS_OF_SERVICE = [
  'organization',
  'organization_id',
  'service_at_locations',
  'schedules',
  'cost_options',
  'service_areas',
  'minimum_age',
  'maximum_age',
  'assured_date',
  'status',
  'contacts',
  'fees',
];
const MARKS_OF_TERM = ['taxonomy', 'taxonomy_id', 'taxonomy_detail', 'taxonomy_terms', 'term_uri', 'parent_id'];

/** Reads the text of a file or an answer. A byte-order mark is taken off. */
export function readFeedText(text: string): Result<FeedPage, FeedProblem> {
  const json = text.replace(/^\ufeff/, '').trim();
  if (json === '') return refuseWith('EMPTY_FILE', 'This is empty: there is nothing to read.');
  if (json.startsWith('<')) {
    return refuseWith(
      'NOT_JSON',
      'This is not JSON: it is a web page or XML. Look for the address of the data itself.',
    );
  }
  try {
    return readFeed(JSON.parse(json));
  } catch (error) {
    return refuseBroken(json, String((Object(error) as { message?: unknown }).message));
  }
}

/** Reads a parsed document: a page envelope, a bare list, or a single entry. */
export function readFeed(document: unknown): Result<FeedPage, FeedProblem> {
  const envelope = isRaw(document) ? document : {};
  const contents = envelope['contents'];
  if (Array.isArray(envelope['content'])) return refuseFormat(looksLikeV1(envelope));
  if (Array.isArray(contents)) return readRows(contents, envelope);
  if (Array.isArray(document)) return readRows(document, {});
  return isRaw(document) ? readRows([document], {}) : refuseFormat(null);
}

/** Whether the answer is the root of a directory's API rather than entries. */
export function isApiRoot(document: unknown): boolean {
  return isRaw(document) && !('contents' in document) && ('openapi_url' in document || 'profile' in document);
}

/** What makes a source the same feed next time: the address, or folder and name of the file without its page number. */
export function feedKeyOf(source: string): string {
  if (/^https?:\/\//i.test(source)) return source.replace(/[?#].*$/, '').replace(/\/+(?:services)?\/*$/i, '');
  const [name = source, folder] = source
    .split(/[\\/]/)
    .filter((part) => part !== '')
    .reverse();
  const base = name.replace(/\.json$/i, '').replace(/[-_. ]*page[-_. ]*\d+$/i, '') || name;
  // Files named for what they hold are parts of one feed, which is the folder.
  if (/^(?:services|organizations|taxonomies|taxonomy_terms)$/i.test(base)) return folder ?? base;
  return folder === undefined ? base : `${folder}/${base}`;
}

function readRows(rows: readonly unknown[], envelope: Raw): Result<FeedPage, FeedProblem> {
  const objects = rows.filter(isRaw);
  const v1 = objects.map(looksLikeV1).find((format) => format !== null);
  if (v1) return refuseFormat(v1);

  const kind = kindOf(objects);
  if (kind === null && rows.length > 0) return refuseFormat(otherFormatOf(objects[0]));
  const totalPages = countOf(envelope['total_pages']) ?? 1;
  return ok({ kind: kind ?? 'SERVICE', rows, pageNumber: countOf(envelope['page_number']), totalPages });
}

/** The kind that most of the rows look like; null when none looks like anything we know. */
function kindOf(objects: readonly Raw[]): RowKind | null {
  const count = (test: (object: Raw) => boolean) => objects.filter(test).length;
  const counts: [RowKind, number][] = [
    ['SERVICE', count(looksLikeService)],
    ['ORGANISATION', count(looksLikeOrganisation)],
    ['TERM', count(looksLikeTerm)],
  ];
  const [kind, most] = counts.reduce((best, each) => (each[1] > best[1] ? each : best));
  return most > 0 ? kind : null;
}

function looksLikeService(object: Raw): boolean {
  return 'name' in object && !looksLikeTerm(object) && MARKS_OF_SERVICE.some((mark) => mark in object);
}

function looksLikeTerm(object: Raw): boolean {
  return 'name' in object && MARKS_OF_TERM.some((mark) => mark in object);
}

function looksLikeOrganisation(object: Raw): boolean {
  return (
    'name' in object && 'id' in object && 'description' in object && !looksLikeTerm(object) && !looksLikeService(object)
  );
}

function looksLikeV1(object: Raw): string | null {
  if ('content' in object)
    return 'Open Referral UK v1 (2020) or Outpost, whose pages have “content” where v3 has “contents”';
  return MARKS_OF_V1.some((mark) => mark in object) ? 'Open Referral UK v1 (2020)' : null;
}

function otherFormatOf(object: Raw | undefined): string | null {
  if (object && 'service_id' in object && 'location_id' in object) return 'a list of services at locations';
  if (object && 'error' in object) return 'an error that the server sent in place of data';
  return null;
}

function refuseFormat(format: string | null) {
  const guess =
    format === null
      ? 'it has no entries with a name and an organisation'
      : `it looks like ${format}, which Kith does not read yet`;
  return refuseWith('OTHER_FORMAT' as const, `This is not Open Referral UK v3: ${guess}.`);
}

function refuseBroken(json: string, complaint: string): Result<FeedPage, FeedProblem> {
  const position = Number(/position (\d+)/.exec(complaint)?.[1] ?? Number.NaN);
  if (/unexpected end|unterminated/i.test(complaint) || position >= json.length) {
    return refuseWith('ENDS_MIDWAY', 'This ends midway: the last entry is cut off. Fetch it again.');
  }
  const line = Number.isNaN(position) ? '' : `, at line ${json.slice(0, position).split('\n').length}`;
  return refuseWith('NOT_JSON', `This is not JSON: it cannot be read${line}.`);
}

function countOf(value: unknown): number | null {
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
