import type { Context } from '../platform/context.ts';
import { sql, trusted } from '../platform/read/sql.ts';
import type { Sql } from '../platform/read/sql.ts';
import { TERM_ROW, allOf, isLicensed, readWindow } from './open-rows.queries.ts';
import type { RowsFound, Window } from './open-rows.queries.ts';
import type { PublishedTaxonomy, PublishedTerm } from './open-term.rules.ts';

/** What is asked of terms; all conditions at once. */
export interface TermsAsked {
  readonly id?: string;
  readonly search?: string | null;
  readonly taxonomyIds?: readonly string[];
  readonly parentId?: string | null;
  readonly isTopOnly?: boolean;
}

/** A list whose terms are too many for one answer tells the first thousand; all are found one page after the other as terms. */
const MOST_TERMS = 1_000;
const TAXONOMY_ID = trusted(`directory.made_id('taxonomy ' || lower(taxonomy_term.taxonomy))`);

/** One page of the published terms, by name. */
export function findOpenTerms(ctx: Context, asked: TermsAsked, window: Window): Promise<RowsFound<PublishedTerm>> {
  const wider = sql`(select wider.open_id from taxonomy_term wider where wider.feed_id = taxonomy_term.feed_id
    and wider.external_id = taxonomy_term.parent_external_id)`;
  const wanted = sql`select taxonomy_term.id, taxonomy_term.name || ' ' || taxonomy_term.open_id as place from taxonomy_term where ${allOf(
    [
      isLicensed(trusted('taxonomy_term')),
      asked.id === undefined ? null : sql`taxonomy_term.open_id = ${asked.id}::uuid`,
      containing(asked.search, trusted('taxonomy_term.name')),
      asked.taxonomyIds?.length ? sql`${TAXONOMY_ID} = any (${asked.taxonomyIds}::uuid[])` : null,
      asked.parentId ? sql`${wider} = ${asked.parentId}::uuid` : null,
      asked.isTopOnly ? sql`${wider} is null` : null,
    ],
  )}`;
  const row = (id: Sql) => sql`select ${TERM_ROW} from taxonomy_term where taxonomy_term.id = ${id}`;
  return readWindow(ctx, wanted, row, window);
}

/** One page of the published lists of terms, by name; each with its terms by name. */
export function findOpenTaxonomies(
  ctx: Context,
  asked: { readonly id?: string; readonly search?: string | null },
  window: Window,
): Promise<RowsFound<PublishedTaxonomy>> {
  const wanted = sql`select ${TAXONOMY_ID} as id, min(taxonomy_term.taxonomy) as place from taxonomy_term where ${allOf(
    [
      isLicensed(trusted('taxonomy_term')),
      sql`taxonomy_term.taxonomy is not null`,
      asked.id === undefined ? null : sql`${TAXONOMY_ID} = ${asked.id}::uuid`,
      containing(asked.search, trusted('taxonomy_term.taxonomy')),
    ],
  )} group by 1`;
  const row = (id: Sql) => sql`select jsonb_build_object('id', ${id}, 'name', page.place, 'terms', (
    select coalesce(jsonb_agg(${TERM_ROW} order by taxonomy_term.name, taxonomy_term.open_id), '[]') from (
      select * from taxonomy_term where ${TAXONOMY_ID} = ${id} and ${isLicensed(trusted('taxonomy_term'))}
      order by name, open_id limit ${MOST_TERMS}) as taxonomy_term))`;
  return readWindow(ctx, wanted, row, window);
}

function containing(search: string | null | undefined, name: Sql): Sql | null {
  return search ? sql`position(directory.plain(${search}) in directory.plain(${name})) > 0` : null;
}
