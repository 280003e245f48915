-- A manager says who belongs to the organisation and as what, nobody gives themselves a say over money, and anybody may leave.
create policy membership_give on membership for insert to kith_app
  with check (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
    and set_by_id = any ((select access.ids('kith.person'))::uuid[])
    and (role not in ('APPROVER', 'BUDGET_HOLDER') or person_id <> all ((select access.ids('kith.person'))::uuid[])));
create policy membership_set on membership for update to kith_app
  using (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
    and (role <> 'APPROVER' or person_id <> all ((select access.ids('kith.person'))::uuid[])))
  with check (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[]));
create policy membership_leave on membership for update to kith_app
  using (person_id = any ((select access.ids('kith.person'))::uuid[]))
  with check (person_id = any ((select access.ids('kith.person'))::uuid[]) and ended_at is not null);
grant insert on membership to kith_app;
grant update (ends_on, approval_limit_pence, ended_at, version, set_by_id) on membership to kith_app;
