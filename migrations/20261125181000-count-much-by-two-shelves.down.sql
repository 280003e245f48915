create or replace function directory.count_found(
  wanted tsquery, sure tsquery, latitude double precision, longitude double precision, within_miles double precision,
  most_pence bigint, with_facets boolean
) returns jsonb language plpgsql stable as $$
declare
  most constant integer := 10000;
  sample constant integer := 1000;
  total integer;
  known integer;
  shelves integer := 64;
  scale double precision := 1;
  facets jsonb;
begin
  if sure = wanted then
    -- Nothing is looked up in the documents themselves, which is most of the cost.
    select count(*) into total
    from (
      select from service_search row
      where row.document @@ wanted and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
        and (within_miles is null or row.latitude is null
          or directory.miles(count_found.latitude, count_found.longitude, row.latitude, row.longitude) <= within_miles)
      group by row.service_id limit most
    ) as found;
    known := total;
  else
    select count(*), count(*) filter (where is_sure) into total, known
    from (
      select bool_or(row.document @@ sure) as is_sure from service_search row
      where row.document @@ wanted and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
        and (within_miles is null or row.latitude is null
          or directory.miles(count_found.latitude, count_found.longitude, row.latitude, row.longitude) <= within_miles)
      group by row.service_id limit most
    ) as found;
  end if;
  if not with_facets then
    return jsonb_build_object('total', total, 'sure', known);
  end if;

  -- A shelf is a sixty-fourth of the directory, by chance: so many of them that about a thousand services are looked at.
  if total = most then
    select greatest(count(distinct row.service_id), 1) * 64 into scale
    from service_search row where row.document @@ (wanted && '''S:0'''::tsquery);
    shelves := least(greatest(ceil(sample * 64 / scale), 1), 64);
  elsif total > sample * 1.5 then
    shelves := ceil(sample * 64.0 / total);
  end if;

  with found as materialized (
    select bit_or(row.facts) as facts, min(row.terms) as terms, min(row.languages) as languages
    from service_search row
    where row.document @@ case when shelves = 64 then wanted else wanted && directory.any_mark(
        array(select 'S:' || number from generate_series(0, shelves - 1) as number)) end
      and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
      and (within_miles is null or row.latitude is null
        or directory.miles(count_found.latitude, count_found.longitude, row.latitude, row.longitude) <= within_miles)
    group by row.service_id
  ), sized as (
    select case when shelves = 64 then 1 when total = most then 64.0 / shelves
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
drop function directory.count_services(tsquery, double precision, double precision, double precision, bigint);
