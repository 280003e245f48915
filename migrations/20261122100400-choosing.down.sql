drop table budget, decision, option, appraisal, outcome cascade;
