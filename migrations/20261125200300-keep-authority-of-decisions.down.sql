alter table signature drop column representation_id, drop column decided_as;
alter table acceptance drop column representation_id, drop column decided_as;
alter table decision drop column representation_id, drop column decided_as;
