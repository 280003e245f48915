-- Outcomes belong to the plan: the individual, those who share it, and the authority.

alter table outcome enable row level security;
alter table outcome force row level security;
drop policy if exists outcome_all on outcome;
create policy outcome_all on outcome for all to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
grant select, insert, update on outcome to kith_app;
