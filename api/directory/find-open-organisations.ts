import type { Context } from '../platform/context.ts';
import { sql, trusted } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import type { PublishedOrganisation } from './open-organisation.rules.ts';
import { ORGANISATION_ROW, SERVICE_ROW, allOf, isLicensed, readWindow } from './open-rows.queries.ts';
import type { RowsFound, Window } from './open-rows.queries.ts';
import type { PublishedService } from './open-service.rules.ts';

/** An organisation with the services it runs, where those were asked for. */
export interface OrganisationFound {
  readonly organisation: PublishedOrganisation;
  readonly services: readonly PublishedService[];
}

/** What is asked of organisations. */
export interface OrganisationsAsked {
  readonly search: string | null;
  readonly isServiceFull: boolean;
}

/** One page of the published organisations, those known longest first; at most 100 services of each. */
export function findOpenOrganisations(
  ctx: Context,
  asked: OrganisationsAsked,
  window: Window,
): Promise<RowsFound<OrganisationFound>> {
  const hasWords =
    asked.search === null
      ? null
      : sql`to_tsvector('english', directory.plain(concat_ws(' ', organisation.name, organisation.description)))
          @@ websearch_to_tsquery('english', directory.plain(${asked.search}))`;
  const wanted = sql`select organisation.id, 0 as place from organisation where ${allOf([...isPublished(), hasWords])}`;
  return readWindow(ctx, wanted, (id) => rowOf(id, asked.isServiceFull), window);
}

/** One published organisation with its services, at most 100; null when there is none of that identifier. */
export async function findOpenOrganisation(
  ctx: Context,
  id: string,
  isServiceFull: boolean,
): Promise<OrganisationFound | null> {
  const wanted = sql`select organisation.id, 0 as place from organisation
    where organisation.open_id = ${id}::uuid and ${allOf(isPublished())}`;
  const row = (key: Sql) => rowOf(key, isServiceFull);
  const { rows } = await readWindow<OrganisationFound>(ctx, wanted, row, { skip: 0, take: 1 });
  return rows[0] ?? null;
}

function isPublished(): Sql[] {
  return [sql`organisation.is_listed`, isLicensed(trusted('organisation'))];
}

function rowOf(id: Sql, isServiceFull: boolean): Sql {
  const services = isServiceFull
    ? sql`(select coalesce(jsonb_agg(${SERVICE_ROW} order by service.id), '[]') from (
        select * from service where service.organisation_id = organisation.id and ${isLicensed(trusted('service'))}
        order by id limit 100) as service)`
    : sql`'[]'::jsonb`;
  return sql`select jsonb_build_object('organisation', ${ORGANISATION_ROW}, 'services', ${services})
    from organisation where organisation.id = ${id}`;
}
