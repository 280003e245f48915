-- Who is close to an individual, changed by the individual: in force at once, and never over somebody else's change.

create extension if not exists btree_gist;

alter table circle_member
  add column version integer not null default 1 constraint circle_member_version_check check (version >= 1),
  add column ended_at timestamptz,
  add column set_by_id uuid constraint circle_member_set_by_fk references person (id),
  add constraint circle_member_days_check check (ends_on is null or ends_on >= starts_on);
comment on column circle_member.version is 'Number of the last change, from 1, so that nobody overwrites what they have not seen.';
comment on column circle_member.ended_at is 'When it was ended before its last day; null when it was not. Nothing is shared from that moment on.';
comment on column circle_member.set_by_id is 'Person who last said what they may see and do; null when the authority wrote it down.';

drop index circle_member_current_key;
alter table circle_member add constraint circle_member_once_key
  exclude using gist (individual_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)
  where (ended_at is null);

-- Whatever changes what somebody may see rings the bell, so that open pages and sockets hear of it when it commits.
create function tell_of_circle() returns trigger language plpgsql as $$
begin
  perform pg_notify('kith_access', 'rights ' || new.person_id);
  return null;
end $$;
comment on function tell_of_circle() is 'Tells every process whose rights have changed.';
create trigger circle_member_changed after insert or update on circle_member
  for each row execute function tell_of_circle();
