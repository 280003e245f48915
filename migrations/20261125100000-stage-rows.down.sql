drop policy if exists desk_decides on quarantined_row;
alter table service drop column preferred_service_id;
alter table quarantined_row drop column state, drop column gone_on, drop column decided_at, drop column decided_by;
drop index if exists quarantined_row_run_index;
drop table staged_row;
alter table import_run drop constraint import_run_feed_key;
alter table import_run drop constraint import_run_staged_check;
alter table import_run drop column staged_count, drop column left_count, drop column relisted_count,
  drop column proposed_count, drop column problem, drop column worked_at;
