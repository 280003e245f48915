import type { Context } from '../platform/context.ts';
import { sql, trusted } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import type { Asked } from './open-asked.rules.ts';
import { SERVICE_ROW, SERVICE_SUMMARY_ROW, allOf, isLicensed, readWindow } from './open-rows.queries.ts';
import type { RowsFound, Window } from './open-rows.queries.ts';
import type { PublishedService } from './open-service.rules.ts';

/** A service at one of its locations. */
export interface PublishedPlace {
  readonly placeId: string;
  readonly service: PublishedService;
}

/** Where a search begins, in degrees. */
export interface Centre {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is asked of services, and the place that was asked for when it is known. */
export type ServicesAsked = Omit<Asked, 'page' | 'perPage'> & { readonly centre: Centre | null };

const METRES_PER_MILE = 1609.344;
const SERVICES = trusted('service join organisation on organisation.id = service.organisation_id');

/** One page of the published services, those known longest first; runs in one statement. */
export function findOpenServices(
  ctx: Context,
  asked: ServicesAsked,
  window: Window,
): Promise<RowsFound<PublishedService>> {
  const isNear =
    asked.centre &&
    sql`exists (select from service_at_location placed
    join location on location.id = placed.location_id
    where placed.service_id = service.id and ${distanceFrom(asked.centre)} <= ${metresIn(asked)})`;
  const wanted = sql`select service.id, 0 as place from ${SERVICES} where ${allOf([...conditionsOf(asked), isNear])}`;
  const row = asked.detail === 'FULL' ? SERVICE_ROW : SERVICE_SUMMARY_ROW;
  return readWindow(ctx, wanted, (id) => sql`select ${row} from ${SERVICES} where service.id = ${id}`, window);
}

/** One published service; null when there is none of that identifier. */
export async function findOpenService(ctx: Context, id: string): Promise<PublishedService | null> {
  const wanted = sql`select service.id, 0 as place from ${SERVICES}
    where service.open_id = ${id}::uuid and ${allOf(isPublished())}`;
  const row = (key: Sql) => sql`select ${SERVICE_ROW} from ${SERVICES} where service.id = ${key}`;
  const { rows } = await readWindow<PublishedService>(ctx, wanted, row, { skip: 0, take: 1 });
  return rows[0] ?? null;
}

/** One page of services at locations: the nearest first when a place was asked for, else those known longest. */
export function findOpenPlaces(ctx: Context, asked: ServicesAsked, window: Window): Promise<RowsFound<PublishedPlace>> {
  const distance = asked.centre ? distanceFrom(asked.centre) : null;
  const isNear = distance && sql`${distance} <= ${metresIn(asked)}`;
  const wanted = sql`select placed.id, ${distance ?? sql`0`} as place
    from service_at_location placed join location on location.id = placed.location_id
    join service on service.id = placed.service_id join organisation on organisation.id = service.organisation_id
    where ${allOf([...conditionsOf(asked), isNear])}`;
  return readWindow(ctx, wanted, placeRow, window);
}

/** One service at one location; null when there is none of that identifier. */
export async function findOpenPlace(ctx: Context, id: string): Promise<PublishedPlace | null> {
  const wanted = sql`select placed.id, 0 as place from service_at_location placed
    join service on service.id = placed.service_id join organisation on organisation.id = service.organisation_id
    where placed.open_id = ${id}::uuid and ${allOf(isPublished())}`;
  const { rows } = await readWindow<PublishedPlace>(ctx, wanted, placeRow, { skip: 0, take: 1 });
  return rows[0] ?? null;
}

function placeRow(id: Sql): Sql {
  return sql`select jsonb_build_object('placeId', placed.open_id, 'service', ${SERVICE_ROW})
    from service_at_location placed join service on service.id = placed.service_id
    join organisation on organisation.id = service.organisation_id where placed.id = ${id}`;
}

function isPublished(): Sql[] {
  return [sql`organisation.is_listed`, isLicensed(trusted('organisation')), isLicensed(trusted('service'))];
}

function conditionsOf(asked: ServicesAsked): (Sql | null)[] {
  return [
    ...isPublished(),
    asked.search === null ? null : hasWords(asked.search),
    asked.organisationId === null ? null : sql`organisation.open_id = ${asked.organisationId}::uuid`,
    asked.termIds.length > 0 ? isSortedUnder(asked.termIds) : null,
    asked.taxonomyIds.length > 0 ? isInTaxonomy(asked.taxonomyIds) : null,
    // A limit that is not known shuts nobody out.
    asked.minimumAge === null ? null : sql`coalesce(service.maximum_age, 200) >= ${asked.minimumAge}`,
    asked.maximumAge === null ? null : sql`coalesce(service.minimum_age, 0) <= ${asked.maximumAge}`,
    asked.modifiedAfter === null
      ? null
      : sql`coalesce(service.last_modified_at, service.imported_at) >= ${asked.modifiedAfter}::timestamptz`,
    isOpenWhen(asked),
  ];
}

function hasWords(words: string): Sql {
  return sql`service.id in (select service_id from service_search
    where document @@ websearch_to_tsquery('english', directory.plain(${words})))`;
}

/** Sorted under one of the terms or one below it; a term that is its own ancestor ends the walk. */
function isSortedUnder(termIds: readonly string[]): Sql {
  return sql`service.id in (with recursive below as (
      select id, feed_id, external_id from taxonomy_term where open_id = any (${termIds}::uuid[])
      union select narrower.id, narrower.feed_id, narrower.external_id from below
      join taxonomy_term narrower on narrower.feed_id = below.feed_id and narrower.parent_external_id = below.external_id)
    select service_id from service_term join below on below.id = service_term.term_id)`;
}

function isInTaxonomy(taxonomyIds: readonly string[]): Sql {
  return sql`service.id in (select service_id from service_term
    join taxonomy_term on taxonomy_term.id = service_term.term_id
    where directory.made_id('taxonomy ' || lower(taxonomy_term.taxonomy)) = any (${taxonomyIds}::uuid[]))`;
}

/** Open on one of the days, for some of the time asked for; closing before opening means past midnight. */
function isOpenWhen({ days, startTime, endTime }: ServicesAsked): Sql | null {
  if (days.length === 0 && startTime === null && endTime === null) return null;
  const from = sql`coalesce(opens_at, '00:00')`;
  const to = sql`coalesce(closes_at, '24:00')`;
  const isBefore = endTime === null ? sql`true` : sql`${from} < ${endTime}::time`;
  const isAfter = startTime === null ? sql`true` : sql`${to} > ${startTime}::time`;
  const areHoursKnown = sql`coalesce(opens_at, closes_at) is not null`;
  return sql`exists (select from schedule where schedule.service_id = service.id and ${allOf([
    days.length > 0 ? sql`schedule.days && ${days}::text[]` : null,
    startTime === null && endTime === null ? null : areHoursKnown,
    sql`case when ${to} < ${from} then ${isBefore} or ${isAfter} else ${isBefore} and ${isAfter} end`,
  ])})`;
}

/** Where coordinates are not known those of the postcode count; a secret place lies in the middle of its district. */
function distanceFrom({ latitude, longitude }: Centre): Sql {
  return sql`(coalesce(
    directory.miles(${latitude}, ${longitude}, location.latitude, location.longitude),
    (select directory.miles(${latitude}, ${longitude}, postcode.latitude, postcode.longitude)
     from postcode where postcode.code = location.postcode)) * ${METRES_PER_MILE})`;
}

function metresIn(asked: ServicesAsked): number {
  return asked.withinMetres ?? Number.POSITIVE_INFINITY;
}
