-- Organisations are public while they are listed; their members see them always. Memberships are seen by the organisation.

alter table organisation enable row level security;
alter table organisation force row level security;
drop policy if exists organisation_read on organisation;
create policy organisation_read on organisation for select to kith_app
  using (is_listed or id = any ((select access.ids('kith.organisations'))::uuid[]));
drop policy if exists organisation_import on organisation;
create policy organisation_import on organisation for all to kith_system using (true) with check (true);
drop policy if exists organisation_enter on organisation;
create policy organisation_enter on organisation for select to kith_access using (true);
grant select on organisation to kith_app, kith_access;
grant select, insert, update on organisation to kith_system;

alter table membership enable row level security;
alter table membership force row level security;
drop policy if exists membership_read on membership;
create policy membership_read on membership for select to kith_app using (
  person_id = any ((select access.ids('kith.person'))::uuid[])
  or organisation_id = any ((select access.ids('kith.organisations'))::uuid[]));
drop policy if exists membership_seed on membership;
create policy membership_seed on membership for all to kith_system using (true) with check (true);
drop policy if exists membership_enter on membership;
create policy membership_enter on membership for select to kith_access using (true);
grant select on membership to kith_app, kith_access;
grant select, insert, update on membership to kith_system;
