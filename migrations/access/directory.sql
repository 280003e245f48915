-- The directory is public: everybody reads what is listed; imports and jobs write it.

grant usage on schema directory to kith_app, kith_system;
revoke execute on all functions in schema directory from public;
grant execute on all functions in schema directory to kith_app, kith_system;

do $$
declare
  name text;
begin
  foreach name in array array['feed', 'service', 'location', 'service_at_location', 'schedule', 'cost_option',
    'accessibility', 'taxonomy_term', 'service_term', 'postcode', 'service_search'] loop
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
