-- What people say of themselves and how they communicate: read by the individual, those who share the plan, and the authority.
-- Who may suggest, and the broker, write it down with who said it; nobody changes another's words (rule R36).

alter table statement enable row level security;
alter table statement force row level security;
create policy statement_read on statement for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or individual_id = any ((select access.ids('kith.words'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy statement_say on statement for insert to kith_app
  with check (recorded_by = any ((select access.ids('kith.person'))::uuid[]) and taken_back_at is null
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy statement_take_back on statement for update to kith_app
  using (spoken_by = any ((select access.ids('kith.person'))::uuid[]) or spoken_by = individual_id
    and individual_id = any ((select access.binds())::uuid[]))
  with check (taken_back_at is not null);
revoke insert, update on statement from kith_app;
grant select, insert, update (taken_back_at) on statement to kith_app;

alter table communication enable row level security;
alter table communication force row level security;
create policy communication_read on communication for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or individual_id = any ((select access.ids('kith.voices'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy communication_say on communication for insert to kith_app
  with check (recorded_by = any ((select access.ids('kith.person'))::uuid[])
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy communication_say_anew on communication for update to kith_app
  using ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
    or authority_id = any ((select access.acts_in('BROKER'))::uuid[]))
  with check (recorded_by = any ((select access.ids('kith.person'))::uuid[]));
revoke insert, update on communication from kith_app;
grant select, insert, update on communication to kith_app;

-- How much unpaid support somebody can give: read as the circle is, and said by nobody but themselves (rules R36, R52).
alter table informal_support enable row level security;
alter table informal_support force row level security;
create policy informal_support_read on informal_support for select to kith_app
  using (individual_id = any ((select access.ids('kith.person'))::uuid[])
    or spoken_by = any ((select access.ids('kith.person'))::uuid[])
    or individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy informal_support_say on informal_support for insert to kith_app
  with check (spoken_by = any ((select access.ids('kith.person'))::uuid[])
    and exists (select from circle_member m where m.id = circle_member_id and m.individual_id = informal_support.individual_id and m.person_id = spoken_by and m.ended_at is null
      and current_date between m.starts_on and coalesce(m.ends_on, 'infinity')));
create policy informal_support_seed on informal_support for insert to kith_system with check (true);
grant select, insert on informal_support to kith_app;
grant insert on informal_support to kith_system;

-- Interpreters wanted and booked: read with the plan; asked for and settled by who may suggest in it, and by the broker.
alter table interpreter_booking enable row level security;
alter table interpreter_booking force row level security;
create policy interpreter_booking_read on interpreter_booking for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy interpreter_booking_ask on interpreter_booking for insert to kith_app
  with check (asked_by = any ((select access.ids('kith.person'))::uuid[]) and state = 'ASKED'
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy interpreter_booking_settle on interpreter_booking for update to kith_app
  using ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
    or authority_id = any ((select access.acts_in('BROKER'))::uuid[]))
  with check (settled_by = any ((select access.ids('kith.person'))::uuid[]));
revoke insert, update on interpreter_booking from kith_app;
grant select, insert, update (state, booked_with, version, settled_by, settled_at) on interpreter_booking to kith_app;
