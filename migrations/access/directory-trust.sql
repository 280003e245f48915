-- Registrations are public; imports keep those of their feeds, and an editor of the directory records others and changes none.
alter table registration enable row level security;
alter table registration force row level security;
grant select, insert on registration to kith_app;
grant select, insert, update, delete on registration to kith_system;
create policy everybody_reads on registration for select to kith_app using (true);
create policy editor_records on registration for insert to kith_app
  with check (feed_id is null and recorded_by = any ((select access.ids('kith.person'))::uuid[])
    and cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy system_keeps on registration for all to kith_system using (true) with check (true);
