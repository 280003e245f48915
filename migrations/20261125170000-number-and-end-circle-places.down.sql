drop policy if exists circle_member_leave on circle_member;
drop trigger circle_member_changed on circle_member;
drop function tell_of_circle();
alter table circle_member drop constraint circle_member_once_key;
create unique index circle_member_current_key on circle_member (individual_id, person_id) where ends_on is null;
alter table circle_member
  drop constraint circle_member_days_check,
  drop column set_by_id,
  drop column ended_at,
  drop column version;
