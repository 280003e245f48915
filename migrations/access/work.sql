-- Waiting work is graphile-worker's, version 0.17.3, whose tables migrate puts into a schema of their own; write a newer version
-- here, and migrate brings them up to it. The system's role does the work and nobody else sees it.
grant usage on schema graphile_worker to kith_system;
grant select, insert, update, delete on all tables in schema graphile_worker to kith_system;
grant usage on all sequences in schema graphile_worker to kith_system;
grant execute on all functions in schema graphile_worker to kith_system;
do $$
declare
  found record;
begin
  for found in select c.relname from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity loop
    execute format('drop policy if exists system_works on graphile_worker.%I', found.relname);
    execute format('create policy system_works on graphile_worker.%I for all to kith_system using (true) with check (true)', found.relname);
  end loop;
end $$;
