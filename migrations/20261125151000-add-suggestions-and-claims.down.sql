drop policy if exists membership_claimed on membership;
drop table claim;
alter table own_edit drop column suggestion_id;
drop table suggestion_source;
drop table suggestion;
