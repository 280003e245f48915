drop table best_interests_record;
drop table capacity_record cascade;
