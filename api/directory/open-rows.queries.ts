import type { Context } from '../platform/context.ts';
import { joined, numbered, sql, trusted } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import { inReadTransaction } from '../platform/transaction.ts';

/** Rows of a page, as JSON, and how many there are in all. */
export interface RowsFound<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Where a page begins, and how many rows it has. */
export interface Window {
  readonly skip: number;
  readonly take: number;
}

/** What is published: whatever was entered here, and what came in a feed whose publisher states a licence. */
export function isLicensed(table: Sql): Sql {
  return sql`(${table}.feed_id is null
    or exists (select from feed where feed.id = ${table}.feed_id and feed.licence is not null))`;
}

/** Reads one page in one statement: `wanted` selects an id and, as `place`, what the page is sorted by; `row` is JSON of an id. */
export async function readWindow<Row>(
  ctx: Context,
  wanted: Sql,
  row: (id: Sql) => Sql,
  window: Window,
): Promise<RowsFound<Row>> {
  const statement = sql`
    with wanted as materialized (${wanted}),
    page as (select id, place from wanted order by place, id limit ${window.take} offset ${window.skip})
    select (select count(*)::integer from wanted) as total,
      coalesce((select jsonb_agg((${row(trusted('page.id'))}) order by page.place, page.id) from page), '[]') as rows`;
  // Without a name: there are many forms of it, and each is planned for the very values that were asked.
  const [found] = await inReadTransaction<RowsFound<Row>>(ctx, { name: '', ...numbered(statement) });
  return found ?? { total: 0, rows: [] };
}

/** All conditions at once; true when there is none. */
export function allOf(conditions: readonly (Sql | null)[]): Sql {
  const asked = conditions.filter((condition) => condition !== null);
  return asked.length === 0 ? sql`true` : joined(asked, ' and ');
}

/** An organisation as JSON. */
export const ORGANISATION_ROW = trusted(`jsonb_build_object('id', organisation.open_id, 'kind', organisation.kind,
  'name', organisation.name, 'description', organisation.description, 'website', organisation.website,
  'email', organisation.email, 'phone', organisation.phone)`);

/** A term as JSON; its wider term is told when that is in the same feed. */
export const TERM_ROW = trusted(`jsonb_build_object('id', taxonomy_term.open_id, 'name', taxonomy_term.name,
  'taxonomy', taxonomy_term.taxonomy, 'taxonomyId', directory.made_id('taxonomy ' || lower(taxonomy_term.taxonomy)),
  'parentId', (select wider.open_id from taxonomy_term wider
    where wider.feed_id = taxonomy_term.feed_id and wider.external_id = taxonomy_term.parent_external_id))`);

const LOCATION_ROW = `jsonb_build_object('id', location.open_id, 'type', location.type, 'name', location.name,
  'description', location.description, 'hasPublicAddress', location.has_public_address,
  'latitude', case when location.has_public_address then location.latitude end,
  'longitude', case when location.has_public_address then location.longitude end,
  'addressLines', location.address_lines, 'city', location.city, 'county', location.county, 'postcode', location.postcode,
  'country', location.country,
  'accessibility', ${listed(
    `jsonb_build_object('description', description, 'details', details, 'website', website) order by position`,
    'accessibility where location_id = location.id',
  )})`;

const SERVICE_COLUMNS = sql`'id', service.open_id, 'name', service.name,
  'description', service.description, 'status', service.status, 'website', service.website, 'email', service.email,
  'phone', service.phone, 'minimumAge', service.minimum_age, 'maximumAge', service.maximum_age,
  'feesDescription', service.fees_description, 'couldStart', service.could_start, 'assuredOn', service.assured_on,
  'lastModifiedAt', service.last_modified_at, 'languages', service.languages, 'areas', service.areas,
  'organisation', ${ORGANISATION_ROW}`;

/** A service as JSON, with everything that is published of it; for the row `service` with its `organisation`. */
export const SERVICE_ROW = sql`jsonb_build_object(${SERVICE_COLUMNS}, ${trusted(servicePartRows())}, 'terms', (
    select coalesce(jsonb_agg(${TERM_ROW} order by taxonomy_term.name, taxonomy_term.open_id), '[]')
    from service_term join taxonomy_term on taxonomy_term.id = service_term.term_id
    where service_term.service_id = service.id))`;

/** A service as JSON without what there may be several of, which is most of the work. */
export const SERVICE_SUMMARY_ROW = sql`jsonb_build_object(${SERVICE_COLUMNS},
  'places', '[]'::jsonb, 'schedules', '[]'::jsonb, 'costs', '[]'::jsonb, 'contacts', '[]'::jsonb, 'terms', '[]'::jsonb)`;

function servicePartRows(): string {
  const placed = `service_at_location placed join location on location.id = placed.location_id
    where placed.service_id = service.id`;
  const own = (table: string) => `${table} where ${table}.service_id = service.id`;
  return `'places', ${listed(`jsonb_build_object('id', placed.open_id, 'location', ${LOCATION_ROW}) order by placed.id`, placed)},
  'schedules', ${listed(
    `jsonb_build_object('days', days, 'opensAt', opens_at, 'closesAt', closes_at, 'frequency', frequency, 'every', every,
      'byDay', by_day, 'byMonthDay', by_month_day, 'validFrom', valid_from, 'validTo', valid_to,
      'description', schedule.description) order by position`,
    own('schedule'),
  )},
  'costs', ${listed(
    `jsonb_build_object('option', option, 'amountPence', amount_pence, 'description', cost_option.description,
      'validFrom', valid_from, 'validTo', valid_to) order by position`,
    own('cost_option'),
  )},
  'contacts', ${listed(
    `jsonb_build_object('title', title, 'email', contact.email, 'phone', contact.phone, 'phoneExtension', phone_extension,
      'phoneDescription', phone_description) order by position`,
    `${own('contact')} and contact.is_public`,
  )}`;
}

function listed(row: string, from: string): string {
  return `(select coalesce(jsonb_agg(${row}), '[]') from ${from})`;
}
