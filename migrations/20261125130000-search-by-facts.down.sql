drop trigger taxonomy_term_created on taxonomy_term;
do $$
declare
  name text;
begin
  foreach name in array array['schedule', 'cost_option', 'accessibility', 'offer'] loop
    execute format('drop trigger %1$s_created on %1$I', name);
    execute format('drop trigger %1$s_changed on %1$I', name);
    execute format('drop trigger %1$s_removed on %1$I', name);
  end loop;
end $$;
drop function directory.refresh_search(uuid[]), directory.fact_bits(text, text[], bigint), directory.access_marks(text),
  directory.day_marks(text[], time, time), directory.age_marks(integer, integer);
drop index location_city_index, location_county_index;
alter table taxonomy_term drop column mark;
drop index taxonomy_term_parent_index;
alter table service_search drop column facts, drop column terms, drop column languages, drop column lowest_pence;
comment on column service_search.document is
  'Words, and marks in capitals: ALL, K:<kind>, T:<term>, F:<cell> (about 3.5 miles wide), C:<cell> (about 35 miles wide).';
drop table search_word;
drop extension fuzzystrmatch;
drop extension pg_trgm;

create function directory.refresh_search(touched uuid[]) returns void language sql as $$
  delete from service_search where service_id = any (touched);
  insert into service_search (service_id, location_id, latitude, longitude, document)
  select service.id, location.id, location.latitude, location.longitude,
    setweight(to_tsvector('english', directory.plain(concat_ws(' ', service.name, organisation.name))), 'A')
    || setweight(to_tsvector('english', directory.plain(coalesce(sorted.words, ''))), 'B')
    || setweight(to_tsvector('english', directory.plain(left(coalesce(service.description, ''), 20000))), 'C')
    || setweight(to_tsvector('english', directory.plain(concat_ws(' ', array_to_string(service.areas, ' '),
         array_to_string(service.languages, ' '), location.name, location.city))), 'D')
    || array_to_tsvector(directory.marks(organisation.kind, location.latitude, location.longitude)
         || coalesce(sorted.marks, '{}'))
  from service
  join organisation on organisation.id = service.organisation_id and organisation.is_listed
  left join service_at_location placed on placed.service_id = service.id
  left join location on location.id = placed.location_id
  left join lateral (
    select string_agg(term.name, ' ') as words, array_agg(distinct 'T:' || term.id) as marks
    from service_term sorting join taxonomy_term term on term.id = sorting.term_id
    where sorting.service_id = service.id
  ) sorted on true
  where service.id = any (touched) and service.status in ('ACTIVE', 'TEMPORARILY_CLOSED')
$$;
comment on function directory.refresh_search(uuid[]) is 'Makes the search rows of these services anew.';

create or replace function directory.note_services() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service' then
    insert into service_search_due select distinct id from touched on conflict do nothing;
  elsif tg_table_name = 'organisation' then
    insert into service_search_due
      select service.id from service join touched on touched.id = service.organisation_id on conflict do nothing;
  elsif tg_table_name = 'location' then
    insert into service_search_due
      select distinct service_id from service_at_location join touched on touched.id = location_id on conflict do nothing;
  elsif tg_table_name = 'taxonomy_term' then
    insert into service_search_due
      select distinct service_id from service_term join touched on touched.id = term_id on conflict do nothing;
  else
    insert into service_search_due
      select distinct touched.service_id from touched
      where exists (select from service where service.id = touched.service_id) on conflict do nothing;
  end if;
  return null;
end $$;
comment on function directory.note_services() is 'Notes the services that a statement touched.';
