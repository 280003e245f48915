-- Agreements and all that hangs on them are seen by their parties alone: the individual and those who share agreements,
-- the provider, and the authority. A provider never sees another provider's (rule R43). Each writes for its own party only.

alter function access.keep_promised owner to kith_access;
alter function access.release_commitment owner to kith_access;

do $$
declare
  name text;
begin
  foreach name in array array['agreement', 'terms', 'acceptance', 'signature'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to kith_app
      using (individual_id = any ((select access.ids(''kith.agreements''))::uuid[])
        or provider_id = any ((select access.ids(''kith.organisations''))::uuid[])
        or authority_id = any ((select access.ids(''kith.authorities''))::uuid[]))', name || '_parties', name);
    execute format('revoke insert, update on %I from kith_app', name);
    execute format('grant select, insert on %I to kith_app', name);
  end loop;
end $$;

create policy agreement_propose on agreement for insert to kith_app
  with check (state = 'PROPOSED' and latest_author = 'INDIVIDUAL'
    and ((individual_id = any ((select access.ids('kith.agreements'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
-- Whoever sees it may lock it; only those who act for a party may take it a step on, and never to another party.
create policy agreement_move on agreement for update to kith_app
  using (individual_id = any ((select access.ids('kith.agreements'))::uuid[])
    or provider_id = any ((select access.ids('kith.organisations'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.suggests())::uuid[])
    or provider_id = any ((select access.acts_in('MANAGER'))::uuid[])
    or authority_id = any ((select access.acts_in('BROKER', 'BUDGET_HOLDER'))::uuid[]));
grant update (budget_id, state, latest_number, latest_author, waiting_for, reply_by, starts_on, ends_on, moved_at, ended_reason)
  on agreement to kith_app;

create policy terms_put on terms for insert to kith_app
  with check (author_id = any ((select access.ids('kith.person'))::uuid[]) and case author
    when 'INDIVIDUAL' then ((individual_id = any ((select access.ids('kith.agreements'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[]))
    when 'PROVIDER' then provider_id = any ((select access.acts_in('MANAGER'))::uuid[]) end);

create policy acceptance_give on acceptance for insert to kith_app
  with check (accepted_by = any ((select access.ids('kith.person'))::uuid[]) and case party
    when 'INDIVIDUAL' then individual_id = any ((select access.binds())::uuid[])
    when 'PROVIDER' then provider_id = any ((select access.acts_in('MANAGER'))::uuid[]) end);

create policy signature_give on signature for insert to kith_app
  with check (signed_by = any ((select access.ids('kith.person'))::uuid[]) and case party
    when 'INDIVIDUAL' then individual_id = any ((select access.binds())::uuid[])
    when 'PROVIDER' then provider_id = any ((select access.acts_in('MANAGER'))::uuid[])
    when 'BUDGET_HOLDER' then authority_id = any ((select access.acts_in('BUDGET_HOLDER'))::uuid[]) end);

create policy agreement_enter on agreement for select to kith_access using (true);
grant select on agreement to kith_access;

alter table commitment enable row level security;
alter table commitment force row level security;
create policy commitment_read on commitment for select to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy commitment_make on commitment for insert to kith_app
  with check (individual_id = any ((select access.binds())::uuid[]));
create policy commitment_change on commitment for update to kith_app
  using (individual_id = any ((select access.binds())::uuid[])) with check (individual_id = any ((select access.binds())::uuid[]));
create policy commitment_release on commitment for all to kith_access using (true) with check (true);
revoke insert, update on commitment from kith_app;
grant select, insert, update on commitment to kith_app;
grant select, delete on commitment to kith_access;
