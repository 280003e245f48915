drop table informal_support;
alter table circle_member drop column kind;
