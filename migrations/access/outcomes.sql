-- Outcomes belong to the plan: the individual, those who share it, and the authority read them. Who may suggest writes them
-- down as drafts; only who may bind the individual agrees them (rule R25), and nobody rewrites the words (rule R36).

alter table outcome enable row level security;
alter table outcome force row level security;
create policy outcome_read on outcome for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy outcome_state on outcome for insert to kith_app
  with check (state = 'DRAFT' and recorded_by = any ((select access.ids('kith.person'))::uuid[])
    and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy outcome_move on outcome for update to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.binds())::uuid[])
    or state <> 'AGREED' and ((individual_id = any ((select access.ids('kith.plans'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
revoke insert, update on outcome from kith_app;
grant select, insert, update (state, agreed_on, agreed_by, withdrawn_reason) on outcome to kith_app;
