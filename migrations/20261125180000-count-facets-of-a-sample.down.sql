create or replace function directory.count_found(
  wanted tsquery, sure tsquery, latitude double precision, longitude double precision, within_miles double precision,
  most_pence bigint, with_facets boolean
) returns jsonb language plpgsql stable as $$
declare
  answer jsonb;
begin
  with found as materialized (
    select row.service_id, bool_or(row.document @@ sure) as is_sure, bit_or(row.facts) as facts,
           min(row.terms) as terms, min(row.languages) as languages
    from service_search row
    where row.document @@ wanted and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
      and (within_miles is null or row.latitude is null
        or directory.miles(count_found.latitude, count_found.longitude, row.latitude, row.longitude) <= within_miles)
    group by row.service_id limit 10000
  ), bits as (
    select place, count(*) as number from found cross join generate_series(0, 28) as place
    where with_facets and facts >> place & 1 = 1 group by place
  ), themes as (
    select mark, count(*) as number from found cross join unnest(found.terms) as mark
    where with_facets group by mark order by 2 desc, 1 limit 12
  ), spoken as (
    select language, count(*) as number from found cross join unnest(found.languages) as language
    where with_facets group by language order by 2 desc, 1 limit 12
  )
  select jsonb_build_object('total', (select count(*) from found), 'sure', (select count(*) from found where is_sure))
    || case when not with_facets then '{}' else jsonb_build_object(
      'bits', (select coalesce(jsonb_object_agg(place, number), '{}') from bits),
      'terms', (select coalesce(jsonb_agg(jsonb_build_object('id', term.id, 'name', term.name, 'taxonomy', term.taxonomy, 'count', number)
                  order by number desc, term.name), '[]')
                from themes cross join lateral (select id, name, taxonomy from taxonomy_term where taxonomy_term.mark = themes.mark
                                                order by id limit 1) as term),
      'languages', (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'count', number) order by number desc, language), '[]')
                    from spoken)) end
    into answer;
  return answer;
end $$;
drop function directory.told(numeric, double precision);
