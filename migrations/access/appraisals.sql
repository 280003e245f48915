-- Options and decisions belong to the plan; no provider ever sees with what it was compared (rule R43). Who may suggest puts
-- options forward; only who may bind the individual decides (rule R25).

alter table appraisal enable row level security;
alter table appraisal force row level security;
create policy appraisal_read on appraisal for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy appraisal_open on appraisal for insert to kith_app
  with check (state = 'OPEN'
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy appraisal_move on appraisal for update to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.binds())::uuid[])
    or state = 'OPEN' and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
revoke insert, update on appraisal from kith_app;
grant select, insert, update (state, version) on appraisal to kith_app;

alter table option enable row level security;
alter table option force row level security;
create policy option_read on option for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy option_add on option for insert to kith_app
  with check (added_by = any ((select access.ids('kith.person'))::uuid[])
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy option_remove on option for delete to kith_app
  using (individual_id = any ((select access.binds())::uuid[])
    or added_by = any ((select access.ids('kith.person'))::uuid[])
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
grant select, insert, delete on option to kith_app;

alter table decision enable row level security;
alter table decision force row level security;
create policy decision_read on decision for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy decision_make on decision for insert to kith_app
  with check (decided_by = any ((select access.ids('kith.person'))::uuid[]) and individual_id = any ((select access.binds())::uuid[]));
grant select, insert on decision to kith_app;
