select directory.refresh_waiting();
create or replace function directory.refresh_due() returns trigger language plpgsql as $$
declare
  due uuid[];
begin
  -- By its key, since the table is full of dead rows during an import and a scan for each row would be slow.
  if exists (select from service_search_due where service_id = new.service_id) then
    with done as (delete from service_search_due returning service_id)
    select array_agg(service_id) into due from done;
    perform directory.refresh_search(due);
  end if;
  return null;
end $$;
comment on function directory.refresh_due() is 'Refreshes all that was noted; the first of a transaction does it for the rest.';

drop function directory.refresh_waiting();
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
  elsif tg_table_name = 'accessibility' then
    insert into service_search_due
      select distinct service_id from service_at_location placed join touched on touched.location_id = placed.location_id
      on conflict do nothing;
  elsif tg_table_name = 'taxonomy_term' then
    -- A word above changes what is found by it below.
    insert into service_search_due
      with recursive below as (
        select touched.id, touched.feed_id, touched.external_id, 0 as depth from touched
        union
        select term.id, term.feed_id, term.external_id, depth + 1
        from below join taxonomy_term term on term.feed_id = below.feed_id and term.parent_external_id = below.external_id
        where depth < 10
      )
      select distinct service_id from service_term join below on below.id = term_id on conflict do nothing;
  else
    insert into service_search_due
      select distinct touched.service_id from touched
      where exists (select from service where service.id = touched.service_id) on conflict do nothing;
  end if;
  return null;
end $$;

alter table service_search_due
  drop constraint service_search_due_pk,
  drop column noted_in,
  add constraint service_search_due_pk primary key (service_id);
comment on table service_search_due is 'Services whose search rows are made anew when the transaction ends.';
