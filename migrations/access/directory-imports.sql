-- What imports found is for those who keep the directory right: they read it, and they decide what waits.

do $$
declare
  name text;
begin
  foreach name in array array['import_run', 'quarantined_row', 'service_link'] loop
    execute format('grant select on %I to kith_app', name);
    execute format('create policy desk_reads on %I for select to kith_app
      using (cardinality((select access.ids(''kith.desks''))::uuid[]) > 0)', name);
  end loop;
  foreach name in array array['quarantined_row', 'service_link'] loop
    execute format('grant update (state, decided_at, decided_by) on %I to kith_app', name);
    execute format('create policy desk_decides on %I for update to kith_app
      using (cardinality((select access.ids(''kith.desks''))::uuid[]) > 0)
      with check (cardinality((select access.ids(''kith.desks''))::uuid[]) > 0
        and decided_by = any ((select access.ids(''kith.person''))::uuid[]))', name);
  end loop;
end $$;

-- Which entry is shown for another is no part of either entry: whoever may write one may not therefore decide it.
create or replace function access.prefer_service(kept uuid, other uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- An entry that stands behind a third one keeps doing so, and takes the other along.
  shown uuid := coalesce((select preferred_service_id from service where id = kept and preferred_service_id <> other), kept);
begin
  if cardinality(access.ids('kith.desks')) = 0 then
    raise exception 'An editor of the directory decides which entry is shown.' using errcode = 'insufficient_privilege';
  end if;
  update service set preferred_service_id = null where id = shown and preferred_service_id is not null;
  update service set preferred_service_id = shown where (id = other or preferred_service_id = other) and id <> shown;
end $$;
comment on function access.prefer_service(uuid, uuid) is 'Shows the first entry in place of the second; for editors of the directory.';

create or replace function access.part_services(one uuid, other uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if cardinality(access.ids('kith.desks')) = 0 then
    raise exception 'An editor of the directory decides which entry is shown.' using errcode = 'insufficient_privilege';
  end if;
  update service set preferred_service_id = null
  where (id = one and preferred_service_id = other) or (id = other and preferred_service_id = one);
end $$;
comment on function access.part_services(uuid, uuid) is 'Lets two entries stand for themselves again; for editors of the directory.';

alter function access.prefer_service owner to kith_access;
alter function access.part_services owner to kith_access;
revoke execute on function access.prefer_service, access.part_services from public;
grant execute on function access.prefer_service, access.part_services to kith_app;
grant update (preferred_service_id) on service to kith_access;
create policy service_prefer on service for update to kith_access using (true) with check (true);
