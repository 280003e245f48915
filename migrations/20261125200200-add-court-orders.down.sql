drop trigger representation_changed on representation;
drop table court_order cascade;
drop function tell_represented();
