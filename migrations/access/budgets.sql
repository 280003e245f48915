-- Budgets: the individual, those who share the budget, and the authority. Never a provider.

alter table budget enable row level security;
alter table budget force row level security;
drop policy if exists budget_read on budget;
create policy budget_read on budget for select to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
drop policy if exists budget_lock on budget;
create policy budget_lock on budget for update to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
drop policy if exists budget_promise on budget;
create policy budget_promise on budget for all to kith_access using (true) with check (true);
drop policy if exists budget_seed on budget;
create policy budget_seed on budget for all to kith_system using (true) with check (true);
drop policy if exists budget_agree on budget;
create policy budget_agree on budget for insert to kith_app
  with check (authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
grant select, insert on budget to kith_app;
grant select on budget to kith_access;
-- Of the money, the app role sets only what was spent; what is promised follows the commitments. The id lets it lock the row.
grant update (id, spent_pence) on budget to kith_app;
grant update (promised_pence) on budget to kith_access;
grant select, insert, update on budget to kith_system;
