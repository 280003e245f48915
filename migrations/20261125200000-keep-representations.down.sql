drop table representation cascade;
alter table individual drop column born_on;
