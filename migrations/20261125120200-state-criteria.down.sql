drop table access_criterion;
