-- Budgets: the individual, those who share the budget, and the authority. Never a provider. Its holder agrees it and records
-- what was spent; what is promised follows the commitments alone.

alter table budget enable row level security;
alter table budget force row level security;
create policy budget_read on budget for select to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
-- Who may accept locks the budget's row and changes nothing of it, which needs the right to update but not the check.
create policy budget_spend on budget for update to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (authority_id = any ((select access.acts_in('BUDGET_HOLDER'))::uuid[]));
create policy budget_agree on budget for insert to kith_app
  with check (promised_pence = 0 and authority_id = any ((select access.acts_in('BUDGET_HOLDER'))::uuid[]));
create policy budget_promise on budget for all to kith_access using (true) with check (true);
create policy budget_seed on budget for all to kith_system using (true) with check (true);
revoke insert, update on budget from kith_app;
grant select, insert, update (spent_pence) on budget to kith_app;
grant select on budget to kith_access;
grant update (promised_pence) on budget to kith_access;
grant select, insert, update on budget to kith_system;

create or replace function access.budget_on(individual uuid, day date) returns table (id uuid, ends_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.ends_on from budget b
  where b.individual_id = individual and day between b.starts_on and b.ends_on
    and (individual = any (access.ids('kith.plans')) or individual = any (access.ids('kith.agreements'))
      or b.authority_id = any (access.ids('kith.authorities'))
      or exists (select from agreement a where a.individual_id = individual and a.provider_id = any (access.ids('kith.organisations'))))
  order by b.starts_on limit 1
$$;
comment on function access.budget_on(uuid, date) is 'Which budget pays on that day and until when, for those who negotiate; never how much is in it.';
alter function access.budget_on owner to kith_access;
revoke execute on function access.budget_on from public;
grant execute on function access.budget_on to kith_app;
