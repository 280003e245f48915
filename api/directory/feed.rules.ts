// A feed is a source of directory entries: a page, a list, lines or a single entry of Open Referral UK v3, v1, HSDS or Outpost.
// The importer recognises the form and is never told it. Text → rows and how to read them | one sentence why it cannot be read.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { fromOutpost } from './read-outpost.rules.ts';
import { fromV1, organisationFromV1, termFromV1 } from './read-v1.rules.ts';
import { splitJson } from './split-json.rules.ts';
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
  /** How many entries the feed says it has in all; null when it does not say. */
  readonly totalItems: number | null;
  /** Licence and attribution that the list is known to carry; absent when nothing is known. */
  readonly terms?: { readonly licence?: string; readonly attribution?: string };
  /** Whether this is one entry by itself, which says nothing of what else the feed holds. */
  readonly isSingle: boolean;
  /** Whether more of the same page follows, which came in several pieces; only the last tells its numbers. */
  readonly isContinued: boolean;
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

/** Reads one document of JSON that comes in pieces: the pages that are complete so far, and the last when it ends. */
export interface PageReader {
  readonly push: (piece: string) => Result<readonly FeedPage[], FeedProblem>;
  readonly end: () => Result<readonly FeedPage[], FeedProblem>;
}

// As many rows as tell well enough in what form all of them are.
const MOST_ROWS = 500;

/** Begins to read a page envelope, a bare list, a single entry, or an entry on each line. */
export function readPages(): PageReader {
  const splitter = splitJson();
  let rows: unknown[] = [];
  let earlier: FeedPage | null = null;
  const paged = (around: Raw, isContinued: boolean): Result<readonly FeedPage[], FeedProblem> => {
    const page = readRows(rows.splice(0), around, earlier);
    if (!page.ok) return page;
    earlier = { ...page.value, isContinued };
    return ok([earlier]);
  };
  return {
    push: (piece) => {
      rows = [...rows, ...splitter.push(piece)];
      return rows.length >= MOST_ROWS ? paged({}, true) : ok([]);
    },
    end: () => {
      const { entries, told } = splitter.end();
      rows = [...rows, ...entries];
      if ('code' in told) return refuseWith(told.code, told.message);
      if (told.shape === 'SCALAR') return refuseFormat(null);
      if (told.shape !== 'SINGLE') return paged(told.around, false);
      const single = paged({}, false);
      return single.ok ? ok(single.value.map((page) => ({ ...page, isSingle: true }))) : single;
    },
  };
}

/** Reads the whole text of a small answer as one page. */
export function readFeedText(text: string): Result<FeedPage, FeedProblem> {
  const reader = readPages();
  const begun = reader.push(text);
  if (!begun.ok) return begun;
  const ended = reader.end();
  if (!ended.ok) return ended;
  const pages = [...begun.value, ...ended.value];
  const [last = NOTHING] = pages.slice(-1);
  return ok({ ...last, rows: pages.flatMap(({ rows }) => rows) });
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

const NOTHING: FeedPage = {
  ...{ kind: 'SERVICE', convert: fromStandard, rows: [], pageNumber: null, totalPages: 1, totalItems: null },
  ...{ isSingle: false, isContinued: false },
};

/** The rows as a page; what an earlier piece of the page was seen to be, the rest is too. */
function readRows(rows: readonly unknown[], around: Raw, earlier: FeedPage | null): Result<FeedPage, FeedProblem> {
  const objects = rows.filter(isRaw);
  const found = earlier?.kind ?? (objects.some(isServiceAtLocation) ? 'SERVICE' : kindOf(objects));
  if (found === null && rows.length > 0) return refuseFormat(otherFormatOf(objects[0]));

  const kind = found ?? 'SERVICE';
  return ok({
    ...NOTHING,
    kind,
    convert: convertOf(objects, around, kind, earlier),
    rows,
    pageNumber: countOf(around['page_number'] ?? around['number']),
    totalPages: countOf(around['total_pages'] ?? around['totalPages']) ?? 1,
    totalItems: countOf(around['total_items'] ?? around['totalElements']),
  });
}

function convertOf(objects: readonly Raw[], around: Raw, kind: RowKind, earlier: FeedPage | null): Convert {
  if (earlier !== null && earlier.convert !== fromStandard) return earlier.convert;
  if (objects.some((object) => 'organisation' in object && !('organization' in object))) return fromOutpost;
  const isV1 = 'content' in around || objects.some((object) => MARKS_OF_V1.some((mark) => mark in object));
  return isV1 ? V1[kind] : fromStandard;
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

function countOf(value: unknown): number | null {
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
