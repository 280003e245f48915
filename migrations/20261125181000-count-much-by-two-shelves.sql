-- Counting to ten thousand was most of what a search cost. A shelf is a sixty-fourth of the directory, by chance: what fills two
-- with 385 services fills the directory with ten thousand or more, and need not be counted.

create function directory.count_services(
  wanted tsquery, latitude double precision, longitude double precision, within_miles double precision, most_pence bigint
) returns integer language plpgsql stable as $$
declare
  most constant integer := 10000;
  number integer;
begin
  select count(distinct row.service_id) into number
  from service_search row
  where row.document @@ (wanted && '''S:0'' | ''S:1'''::tsquery)
    and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
    and (within_miles is null or row.latitude is null
      or directory.miles(count_services.latitude, count_services.longitude, row.latitude, row.longitude) <= within_miles);
  if number >= 385 then
    return most;
  end if;

  select count(*) into number
  from (
    select from service_search row
    where row.document @@ wanted and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
      and (within_miles is null or row.latitude is null
        or directory.miles(count_services.latitude, count_services.longitude, row.latitude, row.longitude) <= within_miles)
    group by row.service_id limit most
  ) as found;
  return number;
end $$;
comment on function directory.count_services(tsquery, double precision, double precision, double precision, bigint) is
  'How many services are found; 10,000 when there are more.';

create or replace function directory.count_found(
  wanted tsquery, sure tsquery, latitude double precision, longitude double precision, within_miles double precision,
  most_pence bigint, with_facets boolean
) returns jsonb language plpgsql stable as $$
declare
  total integer := directory.count_services(wanted, latitude, longitude, within_miles, most_pence);
  known integer := case when sure = wanted then total
    else directory.count_services(wanted && sure, latitude, longitude, within_miles, most_pence) end;
  sample constant integer := 1000;
  shelves integer := 64;
  looked tsquery := wanted;
  facets jsonb;
begin
  if not with_facets then
    return jsonb_build_object('total', total, 'sure', known);
  end if;

  -- So many shelves that about a thousand services are looked at; of very many, by their marks, so that no others are met.
  if total = 10000 then
    select least(ceil(sample::double precision / greatest(count(distinct row.service_id), 1)), 64) into shelves
    from service_search row where row.document @@ (wanted && '''S:0'''::tsquery);
    looked := wanted && directory.any_mark(array(select 'S:' || number from generate_series(0, shelves - 1) as number));
  elsif total > 3 * sample then
    shelves := ceil(sample * 64.0 / total);
  end if;

  with found as materialized (
    select bit_or(row.facts) as facts, min(row.terms) as terms, min(row.languages) as languages
    from service_search row
    where row.document @@ looked and uuid_hash(row.service_id) & 63 < shelves
      and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
      and (within_miles is null or row.latitude is null
        or directory.miles(count_found.latitude, count_found.longitude, row.latitude, row.longitude) <= within_miles)
    group by row.service_id
  ), sized as (
    select case when shelves = 64 then 1 when total = 10000 then 64.0 / shelves
                else total::double precision / greatest(count(*), 1) end as scale from found
  ), bits as (
    select place, sum(alike.number) as number
    from (select found.facts, count(*) as number from found group by 1) as alike cross join generate_series(0, 28) as place
    where alike.facts >> place & 1 = 1 group by place
  ), themes as (
    select mark, sum(alike.number) as number
    from (select found.terms, count(*) as number from found group by 1) as alike cross join unnest(alike.terms) as mark
    group by mark order by 2 desc, 1 limit 12
  ), spoken as (
    select language, sum(alike.number) as number
    from (select found.languages, count(*) as number from found group by 1) as alike
    cross join unnest(alike.languages) as language
    group by language order by 2 desc, 1 limit 12
  )
  select jsonb_build_object(
    'isEstimate', shelves < 64,
    'bits', (select coalesce(jsonb_object_agg(place, directory.told(number, sized.scale)), '{}') from bits),
    'terms', (select coalesce(jsonb_agg(jsonb_build_object('id', term.id, 'name', term.name, 'taxonomy', term.taxonomy,
                'count', directory.told(number, sized.scale)) order by number desc, term.name), '[]')
              from themes cross join lateral (select id, name, taxonomy from taxonomy_term where taxonomy_term.mark = themes.mark
                                              order by id limit 1) as term),
    'languages', (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'count', directory.told(number, sized.scale))
                    order by number desc, language), '[]') from spoken))
    into facets
  from sized;
  return jsonb_build_object('total', total, 'sure', known) || facets;
end $$;
