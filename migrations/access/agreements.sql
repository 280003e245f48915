-- Agreements and all that hangs on them are seen by their parties alone: the individual and those who share agreements,
-- the provider, and the authority. A provider never sees another provider's (rule R43).

alter function access.keep_promised owner to kith_access;
alter function access.release_commitment owner to kith_access;

do $$
declare
  name text;
begin
  foreach name in array array['agreement', 'terms', 'acceptance', 'signature'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists %I on %I', name || '_parties', name);
    execute format('create policy %I on %I for all to kith_app
      using (individual_id = any ((select access.ids(''kith.agreements''))::uuid[])
        or provider_id = any ((select access.ids(''kith.organisations''))::uuid[])
        or authority_id = any ((select access.ids(''kith.authorities''))::uuid[]))
      with check (individual_id = any ((select access.ids(''kith.agreements''))::uuid[])
        or provider_id = any ((select access.ids(''kith.organisations''))::uuid[])
        or authority_id = any ((select access.ids(''kith.authorities''))::uuid[]))', name || '_parties', name);
    execute format('grant select, insert on %I to kith_app', name);
  end loop;
end $$;
grant update on agreement to kith_app;

drop policy if exists agreement_enter on agreement;
create policy agreement_enter on agreement for select to kith_access using (true);
grant select on agreement to kith_access;

alter table commitment enable row level security;
alter table commitment force row level security;
drop policy if exists commitment_all on commitment;
create policy commitment_all on commitment for all to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
drop policy if exists commitment_release on commitment;
create policy commitment_release on commitment for all to kith_access using (true) with check (true);
grant select, insert, update on commitment to kith_app;
grant select, delete on commitment to kith_access;
