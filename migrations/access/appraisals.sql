-- Options and decisions belong to the plan; no provider ever sees with what it was compared (rule R43).

alter table appraisal enable row level security;
alter table appraisal force row level security;
drop policy if exists appraisal_all on appraisal;
create policy appraisal_all on appraisal for all to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
grant select, insert, update on appraisal to kith_app;

alter table option enable row level security;
alter table option force row level security;
drop policy if exists option_all on option;
create policy option_all on option for all to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
grant select, insert, delete on option to kith_app;

alter table decision enable row level security;
alter table decision force row level security;
drop policy if exists decision_all on decision;
create policy decision_all on decision for all to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
grant select, insert on decision to kith_app;
