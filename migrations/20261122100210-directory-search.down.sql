drop table service_search, service_search_due cascade;
drop trigger organisation_changed on organisation;
drop schema directory cascade;
