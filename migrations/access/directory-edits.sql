-- Own edits: an organisation's members and the editors of the directory write the entries of that organisation, and nothing
-- else of the directory. What was written and what a feed says against it is theirs to see.

grant insert on service to kith_app;
grant update (name, description, status, website, email, phone, minimum_age, maximum_age, fees_description, could_start,
  languages, areas, edited_at, edited_as) on service to kith_app;
create policy service_edit on service for update to kith_app
  using (organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0)
  with check (organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy service_list on service for insert to kith_app
  with check (feed_id is null and external_id is null
    and (organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
      or cardinality((select access.ids('kith.desks'))::uuid[]) > 0));

grant insert, delete on schedule to kith_app;
create policy schedule_write on schedule for insert to kith_app
  with check (cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    or service_id in (select s.id from service s
      where s.organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])));
create policy schedule_remove on schedule for delete to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    or service_id in (select s.id from service s
      where s.organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])));

grant update (name, description, website, email, phone, edited_at, edited_as) on organisation to kith_app;
create policy organisation_edit on organisation for update to kith_app
  using (id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0)
  with check (id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0);

alter table own_edit enable row level security;
alter table own_edit force row level security;
grant select, insert on own_edit to kith_app;
grant update (ended_at, weighed_value) on own_edit to kith_app;
create policy own_edit_read on own_edit for select to kith_app
  using (organisation_id = any ((select access.ids('kith.organisations'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy own_edit_write on own_edit for insert to kith_app
  with check (edited_by = any ((select access.ids('kith.person'))::uuid[]) and case edited_as
    when 'PROVIDER' then organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    else cardinality((select access.ids('kith.desks'))::uuid[]) > 0 end);
create policy own_edit_end on own_edit for update to kith_app
  using (organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0)
  with check (cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    or (ended_at is not null and organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])));
grant select, update on own_edit to kith_system;
create policy own_edit_weigh on own_edit for all to kith_system using (true) with check (true);

-- Only an editor decides; an own edit may carry an open conflict over to itself or settle it.
alter table edit_conflict enable row level security;
alter table edit_conflict force row level security;
grant select on edit_conflict to kith_app;
grant update (edit_id, state, decided_by, decided_at) on edit_conflict to kith_app;
create policy edit_conflict_read on edit_conflict for select to kith_app
  using (organisation_id = any ((select access.ids('kith.organisations'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy edit_conflict_decide on edit_conflict for update to kith_app
  using (organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0)
  with check (cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    or (state in ('OPEN', 'SETTLED') and organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])));
grant select, insert, update on edit_conflict to kith_system;
create policy edit_conflict_queue on edit_conflict for all to kith_system using (true) with check (true);
