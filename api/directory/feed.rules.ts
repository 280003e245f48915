// A feed is a source of directory entries: a page, a list, lines or a single entry of Open Referral UK v3, v1, HSDS or Outpost.
// The importer recognises the form and is never told it. Text → rows and how to read them | one sentence why it cannot be read.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { fromOutpost } from './read-outpost.rules.ts';
import { fromV1, organisationFromV1, termFromV1 } from './read-v1.rules.ts';
import { fromStandard } from './standard-form.rules.ts';
import type { Convert } from './standard-form.rules.ts';

/** What the rows of a feed are. */
export const RowKind = { SERVICE: 'SERVICE', ORGANISATION: 'ORGANISATION', TERM: 'TERM' } as const;
export type RowKind = keyof typeof RowKind;

/** Rows as they came, all of one kind, and how many pages there are in all. */
export interface FeedPage {
  readonly kind: RowKind;
  /** How the rows are brought into the standard form. */
  readonly convert: Convert;
  readonly rows: readonly unknown[];
  /** Number of the page, from 1 as a rule and from 0 in some feeds of v1; null when it does not say. */
  readonly pageNumber: number | null;
  readonly totalPages: number;
  /** Licence and attribution that the list is known to carry; absent when nothing is known. */
  readonly terms?: { readonly licence?: string; readonly attribution?: string };
  /** Whether this is one entry by itself, which says nothing of what else the feed holds. */
  readonly isSingle: boolean;
}

/** Why a source cannot be read. */
export type FeedProblem =
  'NOT_JSON' | 'ENDS_MIDWAY' | 'EMPTY_FILE' | 'OTHER_FORMAT' | 'UNREACHABLE' | 'NOT_FOUND' | 'TOO_LARGE' | 'OLDER_COPY';

const MARKS_OF_V1 = [
  'service_taxonomys',
  'eligibilitys',
  'regular_schedules',
  'holiday_schedules',
  'fundings',
  'vocabulary',
];
const MARKS_OF_SERVICE = [
  'organisation',
  ...MARKS_OF_V1.filter((mark) => mark !== 'vocabulary'),
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
const MARKS_OF_ORGANISATION = ['services', 'website', 'legal_status', 'year_incorporated', 'organization_identifiers'];
const MARKS_OF_TERM = [
  'vocabulary',
  'taxonomy',
  'taxonomy_id',
  'taxonomy_detail',
  'taxonomy_terms',
  'term_uri',
  'parent_id',
];

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
    if (looksLikeLines(json)) return readLines(json);
    return refuseBroken(json, String((Object(error) as { message?: unknown }).message));
  }
}

/** Reads a parsed document: a page envelope, a bare list, or a single entry. */
export function readFeed(document: unknown): Result<FeedPage, FeedProblem> {
  const envelope = isRaw(document) ? document : {};
  const contents = envelope['contents'] ?? envelope['content'];
  if (Array.isArray(contents)) return readRows(contents, envelope);
  if (Array.isArray(document)) return readRows(document, {});
  if (!isRaw(document)) return refuseFormat(null);
  const single = readRows([document], {});
  return single.ok ? ok({ ...single.value, isSingle: true }) : single;
}

/** NDJSON: an entry on each line. A line in the middle that cannot be read is a row that will be quarantined as it stands. */
function readLines(text: string): Result<FeedPage, FeedProblem> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const rows = lines.map((line) => parsedLine(line) ?? line);
  if (typeof rows.at(-1) === 'string')
    return refuseWith('ENDS_MIDWAY', 'This ends midway: the last line is cut off. Fetch it again.');
  return readRows(rows, {});
}

function looksLikeLines(text: string): boolean {
  const end = text.indexOf('\n');
  return end > 0 && parsedLine(text.slice(0, end)) !== null;
}

function parsedLine(line: string): Raw | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRaw(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether the answer is the root of a directory's API rather than entries. */
export function isApiRoot(document: unknown): boolean {
  return isRaw(document) && !('contents' in document) && ('openapi_url' in document || 'profile' in document);
}

/** What makes a source the same feed next time: the address, or folder and name of the file without its page or date. */
export function feedKeyOf(source: string): string {
  if (/^https?:\/\//i.test(source)) return source.replace(/[?#].*$/, '').replace(/\/+(?:services)?\/*$/i, '');
  const [name = source, folder] = source
    .split(/[\\/]/)
    .filter((part) => part !== '')
    .reverse();
  const base = withoutPage(name).replace(DATE, '') || name;
  // Files named for what they hold are parts of one feed, which is the folder.
  if (/^(?:services|organizations|taxonomies|taxonomy_terms)$/i.test(base)) return folder ?? base;
  return folder === undefined ? base : `${folder}/${base}`;
}

/** The date at the end of a file's name, by which a publisher tells one copy of a list from the next; empty when there is none. */
export function copyOf(source: string): string {
  return DATE.exec(withoutPage(source))?.[1] ?? '';
}

const DATE = /[-_. ]+(\d{4}-\d{2}(?:-\d{2})?)$/;

function withoutPage(name: string): string {
  return name.replace(/\.(?:json|ndjson|jsonl|csv|tsv)$/i, '').replace(/[-_. ]*page[-_. ]*\d+$/i, '') || name;
}

function readRows(rows: readonly unknown[], envelope: Raw): Result<FeedPage, FeedProblem> {
  const objects = rows.filter(isRaw);
  const kind = objects.some(isServiceAtLocation) ? 'SERVICE' : kindOf(objects);
  if (kind === null && rows.length > 0) return refuseFormat(otherFormatOf(objects[0]));

  const isV1 = 'content' in envelope || objects.some((object) => MARKS_OF_V1.some((mark) => mark in object));
  const isOutpost = objects.some((object) => 'organisation' in object && !('organization' in object));
  return ok({
    kind: kind ?? 'SERVICE',
    convert: isOutpost ? fromOutpost : isV1 ? V1[kind ?? 'SERVICE'] : fromStandard,
    rows,
    pageNumber: countOf(envelope['page_number'] ?? envelope['number']),
    totalPages: countOf(envelope['total_pages'] ?? envelope['totalPages']) ?? 1,
    isSingle: false,
  });
}

const V1: Readonly<Record<RowKind, Convert>> = { SERVICE: fromV1, ORGANISATION: organisationFromV1, TERM: termFromV1 };

/** Whether a row is a service at a location, with both told in full. */
export function isServiceAtLocation(object: Raw): boolean {
  return isRaw(object['service']) && isRaw(object['location']);
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
  if (!('name' in object) || looksLikeTerm(object) || looksLikeLocation(object)) return false;
  const isRunBySomebody = ['organization', 'organization_id', 'organisation', 'status'].some((mark) => mark in object);
  if (!isRunBySomebody && MARKS_OF_ORGANISATION.some((mark) => mark in object)) return false;
  return MARKS_OF_SERVICE.some((mark) => mark in object);
}

function looksLikeTerm(object: Raw): boolean {
  return 'name' in object && MARKS_OF_TERM.some((mark) => mark in object);
}

function looksLikeOrganisation(object: Raw): boolean {
  const isNamed = 'name' in object && 'id' in object && 'description' in object;
  return isNamed && !looksLikeTerm(object) && !looksLikeService(object) && !looksLikeLocation(object);
}

function looksLikeLocation(object: Raw): boolean {
  return 'location_type' in object || 'latitude' in object;
}

function otherFormatOf(object: Raw | undefined): string | null {
  if (object && 'service_id' in object && 'location_id' in object)
    return 'a list of services at locations that does not tell of the services';
  if (object && looksLikeLocation(object)) return 'a list of places that does not say what happens there';
  if (object && 'error' in object) return 'an error that the server sent in place of data';
  return null;
}

function refuseFormat(format: string | null) {
  const guess = format === null ? 'it has no entries with a name and an organisation' : `it looks like ${format}`;
  return refuseWith('OTHER_FORMAT' as const, `This is not a directory that Kith can read: ${guess}.`);
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
