drop table offer, postcode, service_term, taxonomy_term, accessibility, contact, cost_option, schedule,
  service_at_location, location, service, quarantined_row, import_run cascade;
delete from organisation where feed_id is not null;
alter table organisation drop constraint organisation_feed_fk;
drop table feed;
