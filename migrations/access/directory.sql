-- The directory is public: everybody reads what is listed; imports and jobs write it.

grant usage on schema directory to kith_app, kith_system;
revoke execute on all functions in schema directory from public;
grant execute on all functions in schema directory to kith_app, kith_system;

do $$
declare
  name text;
begin
  foreach name in array array['feed', 'service', 'location', 'service_at_location', 'schedule', 'cost_option',
    'accessibility', 'taxonomy_term', 'service_term', 'postcode', 'service_search', 'search_word'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to kith_app', name);
    execute format('grant select, insert, update, delete on %I to kith_system', name);
    execute format('create policy everybody_reads on %I for select to kith_app using (true)', name);
    execute format('create policy system_keeps on %I for all to kith_system using (true) with check (true)', name);
  end loop;

  foreach name in array array['import_run', 'quarantined_row', 'service_search_due', 'service_link', 'staged_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to kith_system', name);
    execute format('create policy system_keeps on %I for all to kith_system using (true) with check (true)', name);
  end loop;
end $$;

-- A named person's own mobile or mailbox is nobody's to read but the importer's.
alter table contact enable row level security;
alter table contact force row level security;
grant select on contact to kith_app;
grant select, insert, update, delete on contact to kith_system;
create policy everybody_reads on contact for select to kith_app using (is_public);
create policy system_keeps on contact for all to kith_system using (true) with check (true);

-- What search reads is kept by triggers, whoever writes: they act as the role that nobody logs in as.
do $$
declare
  name text;
begin
  grant create on schema directory to kith_access;
  grant usage on schema directory to kith_access;
  grant execute on all functions in schema directory to kith_access;
  alter function directory.note_services() security definer set search_path = public, pg_temp;
  alter function directory.refresh_due() security definer set search_path = public, pg_temp;
  alter function directory.refresh_waiting() security definer set search_path = public, pg_temp;
  alter function directory.note_services() owner to kith_access;
  alter function directory.refresh_due() owner to kith_access;
  alter function directory.refresh_waiting() owner to kith_access;
  revoke execute on function directory.refresh_waiting() from public;
  grant execute on function directory.refresh_waiting() to kith_system;
  revoke create on schema directory from kith_access;

  foreach name in array array['organisation', 'service', 'location', 'service_at_location', 'schedule', 'cost_option',
    'accessibility', 'taxonomy_term', 'service_term', 'postcode', 'service_search', 'service_search_due', 'search_word'] loop
    execute format('grant select on %I to kith_access', name);
    execute format('create policy search_reads on %I for select to kith_access using (true)', name);
  end loop;
  foreach name in array array['service_search', 'service_search_due', 'search_word'] loop
    execute format('grant insert, update, delete on %I to kith_access', name);
    execute format('create policy search_keeps on %I for all to kith_access using (true) with check (true)', name);
  end loop;
end $$;
