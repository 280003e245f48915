drop function directory.organisation_values(uuid);
drop function directory.service_values(uuid);
drop table edit_conflict;
drop table own_edit;
alter table organisation drop column edited_as;
alter table organisation drop column edited_at;
alter table service drop column edited_as;
alter table service drop column edited_at;
