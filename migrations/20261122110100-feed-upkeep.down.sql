drop table service_link;
drop index location_postcode_index;
alter table import_run drop column is_whole;
alter table import_run drop column unlisted_count;
alter table service drop column unlisted_on;
