-- Members of an organisation, kept by its managers: in force at once, never over somebody else's change, never without a manager.

alter table membership
  add column approval_limit_pence bigint,
  add column version integer not null default 1 constraint membership_version_check check (version >= 1),
  add column ended_at timestamptz,
  add column set_by_id uuid constraint membership_set_by_fk references person (id),
  add constraint membership_limit_check check (approval_limit_pence is null or (role = 'APPROVER' and approval_limit_pence > 0));
comment on column membership.approval_limit_pence is 'Most that an approver may approve, as the cost of a year in pence; null for no limit.';
comment on column membership.version is 'Number of the last change, from 1, so that nobody overwrites what they have not seen.';
comment on column membership.ended_at is 'When it was ended before its last day; null when it was not. Nothing may be done by it from that moment on.';
comment on column membership.set_by_id is 'Person who last said so; null when the system wrote it.';

alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check
  check (role in ('BROKER', 'APPROVER', 'BUDGET_HOLDER', 'EDITOR', 'SAFEGUARDING_LEAD', 'MANAGER', 'MEMBER'));

drop index membership_current_key;
alter table membership add constraint membership_once_key
  exclude using gist (organisation_id with =, person_id with =, role with =, daterange(starts_on, ends_on, '[]') with &&)
  where (ended_at is null);

-- Whatever changes what somebody may do rings the bell, as a circle does.
create trigger membership_changed after insert or update on membership
  for each row execute function tell_of_circle();
comment on function tell_of_circle() is 'Tells every process whose rights have changed, in a circle or in an organisation.';

create function keep_a_manager() returns trigger language plpgsql as $$
begin
  -- One change of managers at a time in an organisation, so that two who leave at once do not both count the other.
  perform pg_advisory_xact_lock(hashtextextended('members ' || old.organisation_id, 0));
  if not exists (
    select from membership m where m.organisation_id = old.organisation_id and m.role = 'MANAGER' and m.id <> old.id
      and m.ended_at is null and m.ends_on is null and m.starts_on <= current_date) then
    raise exception 'An organisation keeps a manager.' using errcode = 'check_violation', constraint = 'membership_manager_check';
  end if;
  return null;
end $$;
comment on function keep_a_manager() is 'Refuses that the last manager of an organisation is given an end.';
create trigger membership_manager_kept after update on membership for each row
  when (old.role = 'MANAGER' and old.ended_at is null and old.ends_on is null and (new.ended_at is not null or new.ends_on is not null))
  execute function keep_a_manager();
