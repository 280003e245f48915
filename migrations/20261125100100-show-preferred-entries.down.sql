drop trigger service_search_preferred on service_search;
drop function directory.leave_out_the_other();
