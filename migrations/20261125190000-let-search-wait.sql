-- A long import makes the search rows of one batch beside placing the next, and two who make them wait for one another.

-- Each transaction notes for itself: what another has noted, and may be working off, says nothing of what this one changes.
alter table service_search_due
  drop constraint service_search_due_pk,
  add column noted_in xid8 not null default pg_current_xact_id(),
  add constraint service_search_due_pk primary key (service_id, noted_in);
comment on table service_search_due is 'Services whose search rows are made anew when the transaction ends, or soon after where it says so.';
comment on column service_search_due.noted_in is 'Transaction that touched it.';

create or replace function directory.note_services() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service' then
    insert into service_search_due (service_id) select distinct id from touched on conflict do nothing;
  elsif tg_table_name = 'organisation' then
    insert into service_search_due (service_id)
      select service.id from service join touched on touched.id = service.organisation_id on conflict do nothing;
  elsif tg_table_name = 'location' then
    insert into service_search_due (service_id)
      select distinct service_id from service_at_location join touched on touched.id = location_id on conflict do nothing;
  elsif tg_table_name = 'accessibility' then
    insert into service_search_due (service_id)
      select distinct service_id from service_at_location placed join touched on touched.location_id = placed.location_id
      on conflict do nothing;
  elsif tg_table_name = 'taxonomy_term' then
    -- A word above changes what is found by it below.
    insert into service_search_due (service_id)
      with recursive below as (
        select touched.id, touched.feed_id, touched.external_id, 0 as depth from touched
        union
        select term.id, term.feed_id, term.external_id, depth + 1
        from below join taxonomy_term term on term.feed_id = below.feed_id and term.parent_external_id = below.external_id
        where depth < 10
      )
      select distinct service_id from service_term join below on below.id = term_id on conflict do nothing;
  else
    insert into service_search_due (service_id)
      select distinct touched.service_id from touched
      where exists (select from service where service.id = touched.service_id) on conflict do nothing;
  end if;
  return null;
end $$;

create function directory.refresh_waiting() returns void language plpgsql as $$
declare
  due uuid[];
begin
  -- One at a time: two who make the rows of one service at once would leave it there twice.
  perform pg_advisory_xact_lock(hashtext('service_search'));
  with done as (delete from service_search_due returning service_id)
  select array_agg(distinct service_id) into due from done;
  if due is not null then
    perform directory.refresh_search(due);
  end if;
end $$;
comment on function directory.refresh_waiting() is 'Makes anew the search rows of all services that were noted.';

create or replace function directory.refresh_due() returns trigger language plpgsql as $$
begin
  -- By its key, since the table is full of dead rows during an import and a scan for each row would be slow.
  if coalesce(current_setting('kith.search_waits', true), '') <> 'on'
    and exists (select from service_search_due where service_id = new.service_id and noted_in = new.noted_in) then
    perform directory.refresh_waiting();
  end if;
  return null;
end $$;
comment on function directory.refresh_due() is
  'Refreshes all that was noted, the first of a transaction for the rest; not where the transaction has said that it will be done soon.';
