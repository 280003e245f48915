drop policy if exists membership_give on membership;
drop policy if exists membership_set on membership;
drop policy if exists membership_leave on membership;
drop trigger membership_manager_kept on membership;
drop function keep_a_manager();
drop trigger membership_changed on membership;
comment on function tell_of_circle() is 'Tells every process whose rights have changed.';

alter table membership drop constraint membership_once_key;
delete from membership where ended_at is not null or role = 'SAFEGUARDING_LEAD';
create unique index membership_current_key on membership (organisation_id, person_id, role) where ends_on is null;
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check
  check (role in ('BROKER', 'APPROVER', 'BUDGET_HOLDER', 'EDITOR', 'MANAGER', 'MEMBER'));
alter table membership drop column set_by_id, drop column ended_at, drop column version, drop column approval_limit_pence;
