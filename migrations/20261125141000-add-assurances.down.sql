drop table assurance;
drop table letter;
drop table freshness_policy;
alter table service drop constraint service_assured_check;
alter table service drop column assured_by_id;
alter table service drop column assured_by;
