-- Offers read from public feeds are public; imports write those, and no others.

alter table offer enable row level security;
alter table offer force row level security;
grant select on offer to kith_app;
grant select, insert, update, delete on offer to kith_system;
create policy everybody_reads on offer for select to kith_app using (true);
create policy system_reads on offer for select to kith_system using (true);
create policy system_keeps on offer for all to kith_system using (source = 'FEED') with check (source = 'FEED');
